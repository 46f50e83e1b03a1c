import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import ssh2, { type ClientChannel } from 'ssh2';
import { afterEach, describe, expect, it } from 'vitest';
import { readProfile } from '../../../main/core/site';
import { type Lab, startLab } from '../../../main/lab';

const open: Lab[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((lab) => lab.close()));
});

const begin = async (scenario: string, esas?: number): Promise<Lab> => {
  const lab = await startLab({ scenario, now: new Date(), ...(esas === undefined ? {} : { esas }) });
  if (!lab.ok) throw new Error(JSON.stringify(lab.problem));
  open.push(lab.value);
  return lab.value;
};

const applianceOf = (lab: Lab, name: string) => {
  const found = lab.site.appliances.find((one) => one.name === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
};

/** The first bytes that the port says, or the error of the connection. */
const greetingOf = (host: string | null, port: number | null): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(port ?? 0, host ?? '');
    socket.once('data', (bytes: Buffer) => {
      resolve(bytes.toString());
      socket.destroy();
    });
    socket.once('error', (error: Error & { code?: string }) => resolve(error.code ?? error.message));
  });

const greetings = (lab: Lab): Promise<string[]> =>
  Promise.all(lab.site.appliances.map(({ quarantine }) => greetingOf(quarantine.address, quarantine.port)));

const ESA = '220 esa1.example.com ESMTP\r\n';
const SMA = '220 sma1.example.com ESMTP\r\n';

describe('a running lab', () => {
  it.each([
    ['healthy', [ESA, SMA]],
    ['path-refused', [ESA, SMA]],
    ['path-timeout', [ESA, SMA]],
    ['listener-suspended', [ESA, 'ECONNREFUSED']],
    ['tls-anonymous-cipher', [ESA, SMA]],
    ['tls-intercepted', [ESA, SMA]],
    ['cluster-interface-missing', [ESA, 'ECONNREFUSED', SMA]],
    ['queue-backlog', [ESA, SMA]],
  ])('answers the laptop in %s as its model says', async (scenario, expected) => {
    expect(await greetings(await begin(scenario))).toEqual(expected);
  });

  it('prints a profile that the reader of profiles takes, with the same appliances', async () => {
    const lab = await begin('cluster-interface-missing', 3);
    const read = readProfile(lab.profileText, { resolve: (path) => path });
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const { direction, cluster, appliances } = read.site;
    expect({ direction, cluster, appliances }).toEqual({
      direction: 'sma-to-esa',
      cluster: 'cluster',
      appliances: lab.site.appliances,
    });
    expect(read.secrets).toEqual(lab.secrets);
  });

  it('gives each appliance a password of its own and keeps all of them out of the site', async () => {
    const lab = await begin('healthy', 2);
    const secrets = lab.secrets.map(({ secret }) => secret);
    expect([lab.secrets.map(({ appliance }) => appliance), new Set(secrets).size]).toEqual([
      ['esa1', 'esa2', 'sma1'],
      3,
    ]);
    expect(secrets.filter((secret) => JSON.stringify(lab.site).includes(secret))).toEqual([]);
  });

  it('frees its ports when it is closed, and can be closed twice', async () => {
    const lab = await begin('healthy');
    await lab.close();
    await lab.close();
    expect(await greetings(lab)).toEqual(['ECONNREFUSED', 'ECONNREFUSED']);
  });

  it('ends when it is cancelled, before or after it began', async () => {
    const early = AbortSignal.abort();
    const problem = { code: 'cancelled', where: null, params: {} };
    expect(await startLab({ scenario: 'healthy', now: new Date(), signal: early })).toEqual({ ok: false, problem });
    const abort = new AbortController();
    const lab = await startLab({ scenario: 'healthy', now: new Date(), signal: abort.signal });
    if (!lab.ok) throw new Error(lab.problem.code);
    abort.abort();
    await lab.value.close();
    expect(await greetings(lab.value)).toEqual(['ECONNREFUSED', 'ECONNREFUSED']);
  });

  it('starts twenty ESAs and one SMA', async () => {
    const lab = await begin('path-refused', 20);
    expect(lab.site.appliances.map(({ name }) => name)).toEqual([
      ...Array.from({ length: 20 }, (_, at) => `esa${at + 1}`),
      'sma1',
    ]);
    expect(new Set(lab.site.appliances.map(({ host, sshPort }) => `${host}:${sshPort}`)).size).toBe(21);
  });
});

describe('a login at the lab', () => {
  interface Login {
    readonly stream: ClientChannel;
    readonly fingerprint: string;
    /** Waits for the text and answers everything that was said up to it. */
    readonly until: (text: string) => Promise<string>;
    readonly end: () => void;
  }

  const logIn = (lab: Lab, name: string, password?: string): Promise<Login> =>
    new Promise((resolve, reject) => {
      const { host, sshPort } = applianceOf(lab, name);
      const secret = password ?? lab.secrets.find(({ appliance }) => appliance === name)?.secret ?? '';
      let fingerprint = '';
      const client = new ssh2.Client();
      // A lab that closes cuts its logins, which this side then hears as an error.
      client.on('error', reject);
      client.once('ready', () =>
        client.shell({ rows: 5000, cols: 500 }, (error, stream) => {
          if (error) return reject(error);
          resolve({ stream, fingerprint, until: listen(stream), end: () => client.end() });
        }),
      );
      client.connect({
        host: host ?? '',
        port: sshPort,
        username: 'admin',
        password: secret,
        hostVerifier: (key: Buffer) => {
          fingerprint = `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`;
          return true;
        },
      });
    });

  const listen = (stream: ClientChannel) => {
    let said = '';
    let wanted: { text: string; heard: (all: string) => void } | null = null;
    const look = (): void => {
      const end = wanted ? said.indexOf(wanted.text) : -1;
      if (!wanted || end < 0) return;
      const { text, heard } = wanted;
      wanted = null;
      const all = said.slice(0, end + text.length);
      said = said.slice(end + text.length);
      heard(all);
    };
    stream.on('data', (bytes: Buffer) => {
      said += bytes.toString('latin1');
      look();
    });
    return (text: string): Promise<string> =>
      new Promise((heard) => {
        wanted = { text, heard };
        look();
      });
  };

  it('shows the host key that the site expects, the banner of the release, and the prompt', async () => {
    const lab = await begin('tls-anonymous-cipher');
    const login = await logIn(lab, 'esa1');
    expect(login.fingerprint).toBe(applianceOf(lab, 'esa1').hostKey);
    expect(await login.until('esa1.example.com> ')).toContain('AsyncOS 9.1.1 for Cisco C300V build 038\r\n');
    login.end();
  });

  it('refuses another password', async () => {
    const lab = await begin('healthy');
    await expect(logIn(lab, 'esa1', 'guess')).rejects.toThrow('All configured authentication methods failed');
  });

  it('echoes, asks, pauses, is interrupted, and remembers every line it was sent', async () => {
    const lab = await begin('path-timeout');
    const login = await logIn(lab, 'esa1');
    await login.until('> ');
    login.stream.write('tophosts\r');
    expect(await login.until('[1]> ')).toMatch(/^tophosts\r\n\r\nSort results by:/);
    login.stream.write('1\r');
    expect(await login.until('esa1.example.com> ')).toContain('1*  the.cpq.host                    8 ');
    login.stream.write('telnet\r3\r');
    await login.until('IP address.\r\n[]> ');
    const { address, port } = applianceOf(lab, 'sma1').quarantine;
    login.stream.write(`${address}\r${port}\r`);
    expect(await login.until('esa1.example.com> ')).toContain(`connect to address ${address}: Operation timed out`);
    login.stream.write('sslconfig\r');
    await login.until('[]> ');
    login.stream.write('\x03');
    await login.until('esa1.example.com> ');
    login.stream.write('comm\x7f\x7f\x7f\x7fexit\r');
    await new Promise((closed) => login.stream.once('close', closed));
    expect(lab.received()).toEqual({
      esa1: ['tophosts', '[1]> 1', 'telnet', '[1]> 3', `[]> ${address}`, `[25]> ${port}`, 'sslconfig', '^C', 'exit'],
      sma1: [],
    });
    login.end();
  });
});
