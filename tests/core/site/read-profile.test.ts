import { describe, expect, it } from 'vitest';
import { blankAppliance, Site } from '../../../main/core/model';
import { readProfile } from '../../../main/core/site';

const options = { resolve: (path: string) => (path.startsWith('/') ? path : `/site/${path}`) };
const read = (text: string) => readProfile(text, options);
const problems = (text: string) => {
  const profile = read(text);
  return profile.ok ? [] : profile.problems.map((one) => [one.code, one.where, one.params]);
};
const esa = (lines: string) => `appliances:\n  - name: esa1\n    role: esa\n${lines.replace(/^/gm, '    ')}\n`;

/** The example of the contract (docs/cli.md), with the placeholders filled. */
const EXAMPLE = `
case: "612345678"
direction: esa-to-sma
cluster: standalone
symptoms: [messages stay on the ESA]
appliances:
  - name: esa1
    role: esa
    host: 127.0.0.1
    sshPort: 2222
    user: admin
    auth: { password: { env: ESA1_PASSWORD } }
    hostKey: "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    quarantine:
      interface: Management
      address: 127.0.0.1
      port: 7025
    materials:
      logs: [mail_logs/mail.@20260101T000000.s]
      config: config.xml
      cli: [ { command: tophosts, file: tophosts.txt }, { command: status detail, file: s.txt }, { command: clusterconfig, file: c.txt } ]
      transcripts: [putty.log]
      captures: [esa1.pcap]
  - name: sma1
    role: sma
materials: [heap/]
`;

describe('a profile', () => {
  it('reads whole, with paths relative to it', () => {
    const site: Site = {
      case: '612345678',
      direction: 'esa-to-sma',
      cluster: 'standalone',
      symptoms: ['messages stay on the ESA'],
      appliances: [
        {
          name: 'esa1',
          role: 'esa',
          host: '127.0.0.1',
          sshPort: 2222,
          user: 'admin',
          auth: { kind: 'password', password: { env: 'ESA1_PASSWORD' } },
          jump: null,
          hostKey: 'SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
          quarantine: { interface: 'Management', address: '127.0.0.1', port: 7025 },
          materials: {
            logs: ['/site/mail_logs/mail.@20260101T000000.s'],
            config: '/site/config.xml',
            cli: [
              { command: 'tophosts', file: '/site/tophosts.txt' },
              { command: 'status', file: '/site/s.txt' },
              { command: 'clusterconfig-list', file: '/site/c.txt' },
            ],
            transcripts: ['/site/putty.log'],
            captures: ['/site/esa1.pcap'],
          },
        },
        blankAppliance('sma1', 'sma'),
      ],
      materials: ['/site/heap/'],
    };
    expect(read(EXAMPLE)).toEqual({ ok: true, site, secrets: [], warnings: [] });
    expect(Site.safeParse(site).success).toBe(true);
  });

  it('may be JSON, with tabs', () => {
    const text = JSON.stringify({ appliances: [{ name: 'esa1', role: 'esa', sshPort: 22 }] }, null, '\t');
    expect(read(text)).toMatchObject({ ok: true, site: { appliances: [blankAppliance('esa1', 'esa')] } });
  });

  it('takes the service request as it is written, digits or text', () => {
    expect(read('case: 0612345678\nappliances: []\n')).toMatchObject({ ok: true, site: { case: '0612345678' } });
    expect(read('case: ~\nappliances: []\n')).toMatchObject({ ok: true, site: { case: null } });
  });

  it.each([
    ['{ passwordFile: p.txt }', { kind: 'password', password: { file: '/site/p.txt' } }],
    ['{ key: id_rsa }', { kind: 'key', key: '/site/id_rsa', passphrase: null }],
    ['{ key: id_rsa, passphrase: { env: V } }', { kind: 'key', key: '/site/id_rsa', passphrase: { env: 'V' } }],
    ['{ agent: true }', { kind: 'agent' }],
    [`{ agent: "SHA256:${'a'.repeat(43)}=" }`, { kind: 'agent', fingerprint: `SHA256:${'a'.repeat(43)}` }],
    ['{ password: { given: true } }', { kind: 'password', password: { given: true } }],
  ])('knows the way in %s', (auth, expected) => {
    const profile = read(esa(`auth: ${auth}`));
    expect(profile.ok && profile.site.appliances[0]?.auth).toEqual(expected);
  });

  it("knows a jump host, whose secret is held apart from the appliance's", () => {
    const profile = read(esa('jump: { host: jump.example.com, user: ops, auth: { password: sesame } }'));
    if (!profile.ok) throw new Error('no profile');
    expect(profile.site.appliances[0]?.jump).toEqual({
      host: 'jump.example.com',
      port: 22,
      user: 'ops',
      auth: { kind: 'password', password: { given: true } },
      hostKey: null,
    });
    expect(profile.secrets).toEqual([{ appliance: 'esa1@jump', secret: 'sesame' }]);
    expect(JSON.stringify(profile.site)).not.toContain('sesame');
  });

  it('shares values by anchors', () => {
    const text =
      'appliances:\n  - &a { name: esa1, role: esa, quarantine: &q { port: 7026 } }\n  - { name: sma1, role: sma, quarantine: *q }\n';
    expect(read(text)).toMatchObject({ ok: true, site: { appliances: [{}, { quarantine: { port: 7026 } }] } });
  });
});

describe('a literal password', () => {
  const text = `${esa('auth: { password: hunter2 }')}  - { name: sma1, role: sma, auth: { key: k, passphrase: sesame } }\n`;

  it('leaves the site, stands in the secrets and gives a warning with its place', () => {
    const profile = read(text);
    if (!profile.ok) throw new Error('refused');
    expect(profile.secrets).toEqual([
      { appliance: 'esa1', secret: 'hunter2' },
      { appliance: 'sma1', secret: 'sesame' },
    ]);
    expect(profile.warnings).toEqual([
      { code: 'profile-literal-password', where: 'appliances[0].auth.password', params: { line: 4 } },
      { code: 'profile-literal-password', where: 'appliances[1].auth.passphrase', params: { line: 5 } },
    ]);
    expect(JSON.stringify([profile.site, profile.warnings])).not.toMatch(/hunter2|sesame/);
  });

  it.each([
    'auth: { password: [hunter2] }',
    'auth: hunter2',
    'auth: { hunter2 }',
    'auth: { password hunter2 }',
    'auth: { hunter2: }',
    'auth: { password: { hunter2 } }',
    'auth: { key: k, passphrase: { hunter2: x } }',
    'auth: { password: { env: V, hunter2: x } }',
    'auth: { ? [hunter2] : x }',
    'auth: { password: { env: "hunter2 x" } }',
    'auth: { password: hunter2, agent: true }',
    'auth: { password: *hunter2 }',
    'auth: { password: "hunter2 }',
    'auth: { password: %hunter2 }',
  ])('is never repeated by a problem: %s', (lines) => {
    const profile = read(esa(lines));
    expect([profile.ok, JSON.stringify(profile).includes('hunter2')]).toEqual([false, false]);
  });
});

describe('a mistake', () => {
  it('is named with its place, its line and the nearest key', () => {
    expect(problems(esa('hots: 127.0.0.1\nmaterials: { confg: x }\nquarantine: { colour: red }'))).toEqual([
      ['profile-unknown-key', 'appliances[0].hots', { line: 4, key: 'hots', suggestion: 'host' }],
      [
        'profile-unknown-key',
        'appliances[0].quarantine.colour',
        { line: 6, key: 'colour', suggestion: 'interface, address, port' },
      ],
      ['profile-unknown-key', 'appliances[0].materials.confg', { line: 5, key: 'confg', suggestion: 'config' }],
    ]);
  });

  it.each([
    ['sshPort: 70000', 'sshPort', { line: 4, value: '70000', expected: 'port', choices: '' }],
    ['sshPort: 0', 'sshPort', { line: 4, value: '0', expected: 'port', choices: '' }],
    ['sshPort: 22.5', 'sshPort', { line: 4, value: '22.5', expected: 'port', choices: '' }],
    ['host: "http://x/"', 'host', { line: 4, value: 'http://x/', expected: 'host', choices: '' }],
    ['hostKey: aa:bb', 'hostKey', { line: 4, value: 'aa:bb', expected: 'fingerprint', choices: '' }],
    ['user: ""', 'user', { line: 4, value: '', expected: 'length', choices: '' }],
    ['auth: { agent: false }', 'auth.agent', { line: 4, value: 'false', expected: 'choice', choices: 'true' }],
    [
      'materials: { cli: [{ command: tophost, file: f }] }',
      'materials.cli[0].command',
      { line: 4, value: 'tophost', expected: 'command', choices: 'tophosts' },
    ],
  ])('an impossible value: %s', (line, where, params) => {
    expect(problems(esa(line))).toEqual([['profile-impossible-value', `appliances[0].${where}`, params]]);
  });

  it.each([
    ['sshPort: "22"', 'sshPort', 'number', 'text'],
    ['host: [a]', 'host', 'text', 'list'],
    ['user: 7', 'user', 'text', 'number'],
    ['quarantine: PVO', 'quarantine', 'map', 'text'],
    ['materials: { logs: mail.log }', 'materials.logs', 'list', 'text'],
    ['materials: { logs: [ { a: b } ] }', 'materials.logs[0]', 'text', 'map'],
    ['materials: { logs: [ ~ ] }', 'materials.logs[0]', 'text', 'nothing'],
    ['auth: { agent: yes please }', 'auth.agent', 'truth', 'text'],
  ])('a wrong type: %s', (line, where, expected, got) => {
    expect(problems(esa(line))).toEqual([['profile-wrong-type', `appliances[0].${where}`, { line: 4, expected, got }]]);
  });

  it('a key under auth that is none: by its place, since it may be the secret', () => {
    expect(problems(esa('auth:\n  hunter2:'))).toEqual([
      [
        'profile-unknown-auth-key',
        'appliances[0].auth',
        { line: 5, suggestion: 'password, passwordFile, key, passphrase, agent' },
      ],
    ]);
  });

  it('a role that does not exist, with the nearest that does', () => {
    expect(problems('appliances:\n  - name: a\n    role: eas\n')).toEqual([
      ['profile-impossible-value', 'appliances[0].role', { line: 3, value: 'eas', expected: 'choice', choices: 'esa' }],
    ]);
    expect(problems('direction: forward\nappliances: []\n')).toEqual([
      [
        'profile-impossible-value',
        'direction',
        {
          line: 1,
          value: 'forward',
          expected: 'choice',
          choices: 'esa-to-sma, sma-to-esa, both, enable-disabled, unknown',
        },
      ],
    ]);
  });

  it('two appliances of one name, whatever their case', () => {
    expect(problems('appliances:\n  - { name: esa1, role: esa }\n  - { name: ESA1, role: esa }\n')).toEqual([
      ['profile-duplicate-name', 'appliances[1].name', { line: 3, name: 'ESA1', first: 2 }],
    ]);
  });

  it.each([
    ...['laptop', 'Laptop', 'a:b', 'a@b', 'a>b', 'a/b', 'a\\b'],
    ...['.esa', '..', 'esa.', 'con', 'NUL.txt', 'com1'],
  ])('a name that means something else, or that no folder can have: %s', (name) => {
    const [found] = problems(`appliances:\n  - { name: '${name}', role: esa }\n`);
    expect(found).toEqual([
      'profile-impossible-value',
      'appliances[0].name',
      { line: 2, value: name, expected: 'name', choices: '' },
    ]);
  });

  it('what is missing: name, role, the list itself, file and command of pasted output', () => {
    expect(problems('appliances:\n  - host: a\n')).toEqual([
      ['profile-missing-key', 'appliances[0].name', { line: 2, key: 'name' }],
      ['profile-missing-key', 'appliances[0].role', { line: 2, key: 'role' }],
    ]);
    expect(problems('case: "1"\n')).toEqual([['profile-missing-key', 'appliances', { line: 1, key: 'appliances' }]]);
    expect(problems(esa('materials: { cli: [ {} ] }')).map(([code, where]) => [code, where])).toEqual([
      ['profile-missing-key', 'appliances[0].materials.cli[0].command'],
      ['profile-missing-key', 'appliances[0].materials.cli[0].file'],
    ]);
  });

  it('a jump host without host, user or auth, and what stands wrong in it', () => {
    expect(problems(esa('jump: { host: "no host", auth: { hunter2 } }')).map(([code, where]) => [code, where])).toEqual(
      [
        ['profile-impossible-value', 'appliances[0].jump.host'],
        ['profile-missing-key', 'appliances[0].jump.user'],
        ['profile-unknown-auth-key', 'appliances[0].jump.auth'],
      ],
    );
    expect(problems(esa('jump: jump.example.com')).map(([code]) => code)).toEqual(['profile-wrong-type']);
    expect(
      problems(esa('jump: { host: j, user: u, auth: { agent: true }, hostKey: MD5 }')).map(([, where]) => where),
    ).toEqual(['appliances[0].jump.hostKey']);
    expect(problems(esa('jump: ~'))).toEqual([]);
  });

  it('two ways in at once, or none', () => {
    expect(problems(esa('auth: { agent: true, key: k }'))).toEqual([
      ['profile-ambiguous', 'appliances[0].auth', { line: 4, keys: 'key, agent' }],
    ]);
    expect(problems(esa('auth: { agent: true, passphrase: { env: V } }'))).toEqual([
      ['profile-ambiguous', 'appliances[0].auth', { line: 4, keys: 'agent, passphrase' }],
    ]);
    expect(problems(esa('auth: {}')).map(([code]) => code)).toEqual(['profile-missing-key']);
  });

  it('text that is no YAML, with line and column and no quotation', () => {
    expect(problems('appliances:\n  - name: esa1\n   role: esa\n')).toEqual([
      ['profile-not-yaml', null, { line: 3, column: expect.any(Number), reason: expect.any(String) }],
      ...problems('appliances:\n  - name: esa1\n   role: esa\n').slice(1),
    ]);
    expect(problems('case: a\ncase: b\nappliances: []\n')).toEqual([
      ['profile-duplicate-key', null, { line: 2, column: 1 }],
    ]);
  });

  it('nothing, a list, a sentence, a flood', () => {
    expect(problems('')).toEqual([['profile-empty', null, { line: 1 }]]);
    expect(problems('- a\n').map(([code]) => code)).toEqual(['profile-wrong-type']);
    expect(problems('hello').map(([code]) => code)).toEqual(['profile-wrong-type']);
    expect(problems('#'.repeat(1024 * 1024 + 1))).toEqual([['profile-too-large', null, {}]]);
    const many = Array.from({ length: 65 }, (_, index) => `  - { name: e${index}, role: esa }`).join('\n');
    expect(problems(`appliances:\n${many}\n`)).toEqual([['profile-too-many', 'appliances', { line: 1, most: 64 }]]);
  });

  it('a bomb of aliases is refused as what it is, at once', () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefgh'
        .split('')
        .map((key, index) => `${key}: &${key} [${Array(9).fill(`*${'abcdefg'[index]}`).join(',')}]`),
    ];
    const before = performance.now();
    expect(problems(`${bomb.join('\n')}\nappliances: *h\n`).length).toBeGreaterThan(0);
    expect(performance.now() - before).toBeLessThan(1000);
  });
});
