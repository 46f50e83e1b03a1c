import { execFile, spawn, spawnSync } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Lab, startLab } from '../../main/lab';

/** The lab shares its codecs with the product, so its judges are programs that nobody here wrote. */
const has = (binary: string, ...args: string[]): boolean => spawnSync(binary, args).error === undefined;
const there = (binary: string, ...args: string[]): boolean => {
  if (has(binary, ...args) || process.env.CI !== undefined) return true;
  console.warn(`skipped: ${binary} is not installed`);
  return false;
};
const OPENSSL = there('openssl', 'version');
const SSH = there('ssh', '-V') && there('ssh-keygen', '-?');

let folder = '';
const labs: Lab[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lab-peers-'));
});
afterAll(async () => {
  await Promise.all(labs.map((lab) => lab.close()));
  await rm(folder, { recursive: true, force: true });
});

const begin = async (scenario: string, publicKey?: string): Promise<Lab> => {
  const lab = await startLab({ scenario, now: new Date(), ...(publicKey === undefined ? {} : { publicKey }) });
  if (!lab.ok) throw new Error(lab.problem.code);
  labs.push(lab.value);
  return lab.value;
};

const applianceOf = (lab: Lab, name: string) => {
  const found = lab.site.appliances.find((one) => one.name === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
};

/** Everything that the program says on both outputs, with `input` typed at once. */
const run = (binary: string, args: readonly string[], input: string, env = process.env): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(binary, args, { env, timeout: 30_000 });
    let said = '';
    child.stdout.on('data', (bytes: Buffer) => {
      said += bytes.toString('latin1');
    });
    child.stderr.on('data', (bytes: Buffer) => {
      said += bytes.toString('latin1');
    });
    child.once('error', reject);
    child.once('close', () => resolve(said));
    child.stdin.end(input);
  });

const handshake = (lab: Lab, ...options: string[]): Promise<string> => {
  const { address, port } = applianceOf(lab, 'sma1').quarantine;
  return run('openssl', ['s_client', '-starttls', 'smtp', '-connect', `${address}:${port}`, ...options], 'QUIT\r\n');
};

describe.skipIf(!OPENSSL)('openssl judges the quarantine listener', () => {
  it('sees the certificate of the lab and an authenticated suite where all is well', async () => {
    const said = await handshake(await begin('healthy'));
    expect(said).toContain('subject=CN = "CPQ Doctor practice lab, quarantine listener"');
    expect(said).toContain('New, TLSv1.2, Cipher is ECDHE-RSA-AES256-GCM-SHA384');
  });

  it('is offered an anonymous suite in the anonymous scenario, and no certificate', async () => {
    const said = await handshake(await begin('tls-anonymous-cipher'), '-tls1', '-cipher', 'ADH:@SECLEVEL=0');
    expect(said).toContain('no peer certificate available');
    expect(said).toMatch(/Cipher is ADH-AES256-SHA/);
    expect(said).toContain('Server Temp Key: DH, 1024 bits');
  });

  it('gets an authenticated suite there for a list without anonymous ones', async () => {
    const lab = await begin('tls-anonymous-cipher');
    const said = await handshake(lab, '-tls1', '-cipher', 'HIGH:-aNULL:@SECLEVEL=0');
    expect(said).toContain('CPQ Doctor practice lab, quarantine listener');
    expect(said).toMatch(/Cipher is DHE-RSA-AES256-SHA/);
  });

  it('is told so when it offers TLS 1.2 to the old appliance: the answer is TLS 1.0', async () => {
    const said = await handshake(await begin('tls-anonymous-cipher'), '-tls1_2', '-cipher', 'ADH:@SECLEVEL=0', '-msg');
    expect(said).toMatch(/ServerHello\n +02 00 00 .. 03 01/);
  });
});

describe.skipIf(!SSH)('the OpenSSH client judges the login', () => {
  const options = (lab: Lab, name: string, ...more: string[]): string[] => {
    const { host, sshPort } = applianceOf(lab, name);
    const known = join(folder, 'known_hosts');
    const trust = ['-o', 'StrictHostKeyChecking=accept-new', '-o', `UserKnownHostsFile=${known}`];
    return ['-F', 'none', ...trust, '-p', String(sshPort), ...more, `admin@${host}`];
  };

  it('logs in by password, types a command in a terminal and sees the host key of the site', async () => {
    const lab = await begin('queue-backlog');
    const ask = join(folder, 'ask.sh');
    const secret = lab.secrets.find(({ appliance }) => appliance === 'esa1')?.secret;
    await writeFile(ask, `#!/bin/sh\necho '${secret}'\n`);
    await chmod(ask, 0o700);
    const env = { ...process.env, SSH_ASKPASS: ask, SSH_ASKPASS_REQUIRE: 'force' };
    const said = await run('ssh', options(lab, 'esa1', '-tt'), 'tophosts\n1\nexit\n', env);
    expect(said).toContain('AsyncOS 15.5.1 for Cisco C300V build 055\r\n');
    expect(said).toMatch(/\r\n1 {3}the\.cpq\.host {18}\d{3} /);
    expect(lab.received().esa1?.at(-1)).toBe('exit');
    const { hostKey } = applianceOf(lab, 'esa1');
    const keys = await promised('ssh-keygen', ['-lf', join(folder, 'known_hosts')]);
    expect(keys).toContain(hostKey);
  });

  it('logs in by the key that it was given, and by no other', async () => {
    const [good, other] = ['good', 'other'].map((name) => join(folder, name));
    for (const path of [good, other]) await promised('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', path ?? '']);
    const lab = await begin('healthy', await readFile(`${good}.pub`, 'utf8'));
    const only = ['-o', 'BatchMode=yes', '-o', 'IdentitiesOnly=yes', '-o', 'PreferredAuthentications=publickey'];
    const by = (key: string | undefined) => [...options(lab, 'sma1', ...only, '-i', key ?? ''), 'version'];
    expect(await run('ssh', by(good), '')).toContain('Model: M300V\n');
    expect(await run('ssh', by(other), '')).toContain('Permission denied');
    expect(lab.received().sma1).toEqual(['version']);
  });
});

const promised = (binary: string, args: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    execFile(binary, args, (error, said) => (error ? reject(error) : resolve(said)));
  });
