import { describe, expect, it } from 'vitest';
import { decodeConfig, readConfig } from '../../../main/core/asyncos';
import { ConfigReport } from '../../../main/core/model';
import { configBytes } from './sample';

const read = (name: string) => readConfig(decodeConfig(configBytes(name)));
const value = (text: string): ConfigReport => {
  const report = readConfig(text);
  if (!report.ok) throw new Error(report.problem.code);
  return ConfigReport.parse(report.value);
};
const sample = (name: string): ConfigReport => value(decodeConfig(configBytes(name)));
const problems = (report: ConfigReport) => report.problems.map((one) => [one.code, one.at, one.params]);

describe('a configuration export', () => {
  it('of a standalone ESA: header, interfaces, hidden listener, ciphers, quarantine, logs', () => {
    const machine = 'esa1.example.com';
    const level = `machine ${machine}`;
    expect(sample('esa-standalone.xml')).toEqual({
      schema: 'cpq-doctor/config/1',
      product: 'Cisco C100V Email Security Virtual Appliance',
      model: 'C100V',
      version: '13.5.1-277',
      role: 'esa',
      hostname: machine,
      serial: '000C29AAAAAA-AAAAAAA',
      interfaces: [
        { machine, name: 'Management', address: '192.0.2.10', prefix: 24, ssh: 22, hostname: machine, at: 'line 41' },
        {
          machine,
          name: 'Data 1',
          address: '192.0.2.11',
          prefix: 24,
          ssh: null,
          hostname: 'mail.example.com',
          at: 'line 52',
        },
      ],
      listeners: [
        { name: 'IncomingMail', hidden: false, machine, interface: 'Data 1', port: 25, at: 'line 68' },
        { name: 'cpq_listener', hidden: true, machine, interface: 'Management', port: 7025, at: 'line 82' },
      ],
      ciphers: { inbound: 'MEDIUM:HIGH:-SSLv2:-aNULL:@STRENGTH', outbound: 'RC4-SHA:RC4-MD5:ALL' },
      cipherLists: [
        { which: 'inbound', list: 'MEDIUM:HIGH:-SSLv2:-aNULL:@STRENGTH', level, appliesTo: [machine], at: 'line 108' },
        { which: 'outbound', list: 'RC4-SHA:RC4-MD5:ALL', level, appliesTo: [machine], at: 'line 110' },
      ],
      quarantine: { enabled: true, interface: 'Management', port: 7025, level, at: 'line 89' },
      missingInterfaces: [],
      machines: [machine],
      logs: [{ name: 'mail_logs', level: 3 }],
      problems: [],
    });
  });

  it('of a cluster: the member that lacks the interface, and the group that overrides a list', () => {
    const report = sample('esa-cluster-missing-interface.xml');
    expect(report.machines).toEqual(['esa1.example.com', 'esa2.example.com', 'esa3.example.com']);
    expect(report.quarantine).toEqual({
      enabled: true,
      interface: 'PVO',
      port: 7025,
      level: 'cluster Main_Cluster',
      at: 'line 18',
    });
    expect(report.missingInterfaces).toEqual([
      { machine: 'esa2.example.com', interface: 'PVO', near: 'Pvo', at: 'line 58' },
    ]);
    expect(report.cipherLists.map((one) => [one.which, one.list, one.level, one.appliesTo])).toEqual([
      ['inbound', 'HIGH:MEDIUM:-aNULL', 'cluster Main_Cluster', report.machines],
      ['outbound', 'HIGH:MEDIUM', 'cluster Main_Cluster', ['esa1.example.com', 'esa2.example.com']],
      ['outbound', 'HIGH:-aNULL', 'group Branch Office', ['esa3.example.com']],
    ]);
    expect(report.ciphers).toEqual({ inbound: 'HIGH:MEDIUM:-aNULL', outbound: 'HIGH:MEDIUM' });
    expect(report.interfaces.at(-1)).toMatchObject({ address: '2001:db8::40', prefix: 64 });
    expect([report.hostname, report.role, report.problems]).toEqual([null, 'esa', []]);
  });

  it('of an SMA whose listener and settings disagree: the listener is believed for the port', () => {
    const report = sample('sma-cpq.xml');
    const params = { listener: 7026, settings: 7025, settingsAt: 'line 57', machine: 'sma1.example.com' };
    expect(problems(report)).toEqual([['listener-port-differs', 'line 50', params]]);
    expect(report.quarantine).toMatchObject({ enabled: true, port: 7026 });
    expect(report.role).toBe('sma');
  });

  it('of a real SMA: two spellings of the netmask, and no quarantine means unknown', () => {
    const report = sample('sma-15.xml');
    expect(report.interfaces.map((one) => [one.name, one.address, one.prefix, one.ssh])).toEqual([
      ['Production', '192.0.2.20', 27, 22],
      ['Management', '192.0.2.130', 27, 22],
    ]);
    expect([report.quarantine, report.ciphers, report.listeners]).toEqual([
      null,
      { inbound: null, outbound: null },
      [],
    ]);
  });

  it('with one element: everything else is unknown', () => {
    expect(sample('partial.xml')).toMatchObject({
      hostname: null,
      role: null,
      machines: [],
      quarantine: null,
      logs: [],
    });
  });

  it('carries no secret into the report', () => {
    const text = JSON.stringify(sample('esa-secrets-latin1.xml'));
    expect(text).not.toMatch(/not-a-real-secret|EXAMPLEONLY|\$6\$|AAAAEXAMPLE/);
    expect(sample('esa-secrets-latin1.xml').hostname).toBe('esa1.example.com');
  });

  it('that brings declarations of its own is refused, with the place', () => {
    expect(read('hostile-entities.xml')).toEqual({
      ok: false,
      problem: { code: 'config-internal-subset', where: 'line 2', params: { text: '' } },
    });
  });

  it.each([
    ['behind comments and instructions', '<?xml version="1.0"?>\n<!-- > [ -->\n<?x [ ?>\n<!DOCTYPE config [', 'line 4'],
    ['behind a system name that holds a bracket', '<!DOCTYPE config SYSTEM "a[>b.dtd"\n[', 'line 2'],
    ['behind a name in single quotes', "<!DOCTYPE config PUBLIC 'a\"[' 'b' [", 'line 1'],
  ])('finds such declarations %s', (_where, head, where) => {
    const text = `${head}<!ENTITY x "${'y'.repeat(100)}">]>\n<config><hostname>&x;</hostname></config>`;
    expect(readConfig(text)).toEqual({
      ok: false,
      problem: { code: 'config-internal-subset', where, params: { text: '' } },
    });
  });

  it.each([
    ['a bracket in a quoted name alone', '<!DOCTYPE config SYSTEM "a[b.dtd">'],
    ['a bracket in a comment', '<?xml version="1.0"?><!-- <!DOCTYPE config [ -->'],
    ['a bracket far behind', '<!DOCTYPE config SYSTEM "config.dtd">'],
  ])('does not take %s for declarations', (_what, head) => {
    expect(value(`${head}\n<config><hostname>esa1[a]</hostname></config>`).hostname).toBe('esa1[a]');
  });

  it('of 200 MB is refused before anything of it is read', () => {
    expect(readConfig('<config>'.padEnd(200 * 1024 * 1024, ' '))).toEqual({
      ok: false,
      problem: { code: 'config-too-large', where: null, params: { megabytes: 128 } },
    });
  });

  it('cut at every tenth place gives a named outcome, and nothing that the whole does not say', () => {
    const text = decodeConfig(configBytes('esa-cluster-missing-interface.xml'));
    const whole = new Set(value(text).interfaces.map((one) => `${one.name} ${one.address}`));
    for (let end = 0; end < text.length - '</config>\n'.length; end += 10) {
      const report = readConfig(text.slice(0, end));
      const said = report.ok ? report.value.problems.some(({ code }) => code === 'cut-off') : report.problem.code;
      expect([end, said]).toEqual([end, report.ok ? true : expect.stringMatching(/^config-not-(?:found|xml)$/)]);
      const news = report.ok ? report.value.interfaces.filter((one) => one.address !== null) : [];
      expect([end, news.filter((one) => !whole.has(`${one.name} ${one.address}`)).map(({ name }) => name)]).toEqual([
        end,
        [],
      ]);
    }
  });

  it('that uses an entity without declaring it is refused, and nothing is fetched', () => {
    const text =
      '<?xml version="1.0"?>\n<!DOCTYPE config SYSTEM "http://198.51.100.1/config.dtd">\n<config>\n<hostname>&x;</hostname></config>';
    expect(readConfig(text)).toMatchObject({ ok: false, problem: { code: 'config-not-xml', where: 'line 4' } });
    expect(value(text.replace('&x;', 'esa &amp; &#233;')).hostname).toBe('esa & é');
  });

  it.each([
    ['', 'config-not-found'],
    ['esa1.example.com> version\n', 'config-not-found'],
    ['<config><a></b></config>', 'config-not-xml'],
    ['<config><a b=c></a></config>', 'config-not-xml'],
  ])('%j fails with %s', (text, code) => {
    expect(readConfig(text)).toMatchObject({ ok: false, problem: { code } });
  });
});

describe('a terminal capture of showconfig', () => {
  it('has its broken tag put together, and says where', () => {
    const report = sample('showconfig-terminal.txt');
    expect(report.listeners).toEqual([
      { name: 'cpq_listener', hidden: true, machine: 'esa1.example.com', interface: null, port: 7025, at: 'line 15' },
    ]);
    expect(report.quarantine).toEqual({ enabled: true, interface: null, port: 7025, level: null, at: 'line 15' });
    expect(problems(report)).toEqual([['tag-repaired', 'line 16', {}]]);
  });

  it('never has a broken value put together: it stays unknown', () => {
    const text =
      'esa1.example.com> showconfig\r\n<config>\r\n<ssl>\r\n<ssl_outbound_ciphers>HIGH:MED\r\nIUM</ssl_outbound_ciphers>\r\n</ssl>\r\n</config>\r\n';
    const report = value(text);
    expect([report.ciphers.outbound, report.cipherLists]).toEqual([null, []]);
    expect(problems(report)).toEqual([['value-wrapped', 'line 4', { element: 'ssl_outbound_ciphers' }]]);
  });

  it('that ends too early gives what stands before, and says so', () => {
    const whole = decodeConfig(configBytes('esa-standalone.xml'));
    const report = value(whole.slice(0, whole.indexOf('<ssl>')));
    expect([report.listeners.length, report.quarantine?.port, report.ciphers.outbound]).toEqual([2, 7025, null]);
    expect(report.problems.map((one) => one.code)).toEqual(['cut-off']);
  });

  it('with the line ends of Windows keeps its line numbers', () => {
    const text = decodeConfig(configBytes('esa-standalone.xml'));
    expect(value(text.replaceAll('\n', '\r\n'))).toEqual(sample('esa-standalone.xml'));
  });
});

describe('levels and contradictions', () => {
  const machine = (name: string, names: readonly string[], listener = '') =>
    `<machine name="${name}"><interfaces>${names
      .map((one) => `<interface><interface_name>${one}</interface_name><ip>192.0.2.1</ip></interface>`)
      .join('')}</interfaces>${listener}</machine>`;
  const quarantine = (bound: string, port = 7025, enabled = 1) =>
    `<centralized_policy_quarantine><cpq_enabled>${enabled}</cpq_enabled><cpq_interface>${bound}</cpq_interface><cpq_port>${port}</cpq_port></centralized_policy_quarantine>`;
  const hidden = (port: number) =>
    `<listeners><listener><listener_name>cpq_listener</listener_name><port>${port}</port></listener></listeners>`;
  const codes = (report: ConfigReport) => report.problems.map((one) => one.code);

  it('lets the lowest level win, and says that it overrides', () => {
    const report = value(
      `<config><cluster name="C">${quarantine('PVO')}<group name="G">${quarantine('Data 1')}${machine('a', ['Data 1'])}</group>${machine('b', ['PVO'])}</cluster></config>`,
    );
    expect([report.missingInterfaces, codes(report), report.quarantine?.level]).toEqual([
      [],
      ['quarantine-overridden'],
      'cluster C',
    ]);
  });

  it('counts an empty list as set', () => {
    const ssl = (list: string) => `<ssl><ssl_outbound_ciphers>${list}</ssl_outbound_ciphers></ssl>`;
    const report = value(
      `<config><cluster name="C">${ssl('HIGH')}<group name="G">${ssl('')}${machine('a', ['M'])}</group></cluster></config>`,
    );
    expect(report.cipherLists.map((one) => [one.list, one.appliesTo])).toEqual([
      ['HIGH', []],
      ['', ['a']],
    ]);
  });

  it('finds near misses in blanks and marks, and none where the name is another', () => {
    const report = value(
      `<config><cluster name="C">${quarantine('Data 1')}${machine('a', ['Data1'])}${machine('b', ['Management'])}${machine('c', ['data_1', 'Data 1'])}</cluster></config>`,
    );
    expect(report.missingInterfaces.map((one) => [one.machine, one.near])).toEqual([
      ['a', 'Data1'],
      ['b', null],
    ]);
  });

  it('names a level by its first child when it has no attribute', () => {
    const report = value(
      `<config><cluster><cluster_name>Main</cluster_name>${quarantine('PVO')}<machine><hostname>a</hostname><interfaces><interface><interface_name>M</interface_name></interface></interfaces></machine></cluster></config>`,
    );
    expect([report.quarantine?.level, report.missingInterfaces[0]?.machine]).toEqual(['cluster Main', 'a']);
  });

  it('takes repeated host names for several machines, without any wrapper', () => {
    const one = (name: string) =>
      `<hostname>${name}</hostname><interfaces><interface><interface_name>M</interface_name></interface></interfaces>`;
    expect(value(`<config>${one('a')}${one('b')}</config>`).interfaces.map((each) => each.machine)).toEqual(['a', 'b']);
  });

  it('says when the settings are on and a member has no listener', () => {
    const other = '<listeners><listener><listener_name>In</listener_name><port>25</port></listener></listeners>';
    const report = value(
      `<config><cluster name="C">${quarantine('M')}${machine('a', ['M'], hidden(7025))}${machine('b', ['M'], other)}${machine('c', ['M'])}</cluster></config>`,
    );
    expect(report.problems.map((one) => [one.code, one.params])).toEqual([['listener-missing', { machine: 'b' }]]);
  });

  it('says when a listener exists although the service is off', () => {
    const report = value(`<config><hostname>a</hostname>${hidden(7025)}${quarantine('M', 7025, 0)}</config>`);
    expect([codes(report), report.quarantine?.enabled]).toEqual([['listener-without-quarantine'], false]);
  });

  it.each([
    [
      'pvo_service',
      '<pvo_service><enabled>yes</enabled><interface>M</interface><port>7025</port><ssh_port>22</ssh_port></pvo_service>',
    ],
    [
      'policy_quarantine',
      '<policy_quarantine><pq_enable>1</pq_enable><listen_interface>M</listen_interface><pq_port>7025</pq_port></policy_quarantine>',
    ],
    [
      'quarantine by its value',
      '<services><central_quarantine><enabled>1</enabled><bound_to>M</bound_to><port>7025</port></central_quarantine></services>',
    ],
  ])('finds the quarantine settings under another spelling: %s', (_name, block) => {
    const report = value(
      `<config><hostname>a</hostname><interfaces><interface><interface_name>M</interface_name></interface></interfaces>${block}</config>`,
    );
    expect(report.quarantine).toMatchObject({ enabled: true, interface: 'M', port: 7025 });
  });

  it('never mixes it with the spam quarantine', () => {
    const spam =
      '<euq><euq_server><euq_quarantine_enabled>1</euq_quarantine_enabled><euq_release_port>6025</euq_release_port></euq_server></euq><spam_quarantine><enabled>1</enabled><port>6025</port></spam_quarantine>';
    expect(value(`<config><hostname>a</hostname>${spam}</config>`).quarantine).toBeNull();
  });

  it('does not take the group of a user for a level', () => {
    const user = '<users><user><group>administrators</group></user></users>';
    expect(value(`<config><hostname>a</hostname>${user}${quarantine('M')}</config>`).quarantine?.level).toBe(
      'machine a',
    );
  });
});

describe('the encoding', () => {
  const bytes = (declaration: string, ...more: readonly number[]) =>
    Uint8Array.from([
      ...Buffer.from(`<?xml version="1.0"${declaration}?><config><hostname>`),
      ...more,
      ...Buffer.from('</hostname></config>'),
    ]);

  it.each([
    ['Latin-1 as declared', bytes(' encoding="ISO-8859-1"', 0xe9), 'é'],
    ['UTF-8 as declared', bytes(" encoding='utf-8'", 0xc3, 0xa9), 'é'],
    ['UTF-8 without a declaration', bytes('', 0xf0, 0x9f, 0x93, 0xa7), '📧'],
    ['Latin-1 without a declaration', bytes('', 0xe9), 'é'],
    ['broken UTF-8', bytes(' encoding="UTF-8"', 0xc3, 0x28), '\ufffd('],
    ['an overlong sequence', bytes(' encoding="UTF-8"', 0xc0, 0x80), '\ufffd\ufffd'],
  ])('reads %s', (_name, given, name) => {
    expect(value(decodeConfig(given)).hostname).toBe(name);
  });

  it('follows the declaration, and says when the bytes look like UTF-8', () => {
    const report = value(decodeConfig(bytes(' encoding="ISO-8859-1"', 0xc3, 0xa9)));
    expect([report.hostname, report.problems.map((one) => one.code)]).toEqual(['Ã©', ['encoding-looks-utf8']]);
  });

  it('agrees with the platform on every valid text', () => {
    const text = `${'x'.repeat(9000)}é€📧${'ß'.repeat(9000)}`;
    expect(decodeConfig(Buffer.from(text, 'utf8'))).toBe(text);
    const all = Uint8Array.from({ length: 20_000 }, (_, index) => index % 256);
    expect(decodeConfig(Buffer.concat([bytes(' encoding="latin1"'), all]))).toBe(
      Buffer.concat([bytes(' encoding="latin1"'), all]).toString('latin1'),
    );
  });
});
