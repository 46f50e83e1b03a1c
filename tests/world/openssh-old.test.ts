import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { good } from '../../main/core/model/problem';
import { credentialFor, openKnownHosts, openSession, type SessionOptions } from '../../main/ssh';
import { hasDss } from '../../main/ssh/dss';
import { type OpensshServer, skipWithoutOpenssh, startOpenssh } from '../support/openssh';

const skip = skipWithoutOpenssh();
/** What an AsyncOS 13.5 offers at its weakest (asyncos-cli.md section 1), as far as Debian's OpenSSH still has it. */
const OLD = [
  'KexAlgorithms diffie-hellman-group-exchange-sha1',
  'HostKeyAlgorithms ssh-rsa',
  'Ciphers aes256-cbc',
  'MACs hmac-sha1',
];

let server: OpensshServer;
const open = (part: Partial<SessionOptions>) =>
  openSession(
    { name: 'esa1', host: server.host, port: server.port, user: server.user, hostKey: server.fingerprint },
    {
      credential: async () => good({ kind: 'password', password: server.password }),
      knownHosts: openKnownHosts(join(server.folder, 'known_hosts')),
      acceptNewHostKeys: false,
      timeoutMs: 15_000,
      ...part,
    },
  );

describe.skipIf(skip)('an OpenSSH server that offers only old algorithms', () => {
  beforeAll(async () => {
    server = await startOpenssh({
      hostKeyType: 'rsa',
      config: OLD,
      line: { prompt: '(Machine esa1.example.com)> ', banner: 'Welcome to the Cisco C100V\n\n', replies: {} },
    });
  });
  afterAll(async () => server?.stop());

  test('is logged in to, and its offers are told', async () => {
    const { session, report } = await open({});
    expect(report).toMatchObject({
      failure: null,
      mode: 'machine',
      hostKey: { type: 'ssh-rsa', fingerprint: server.fingerprint },
      offers: { hostKey: ['ssh-rsa'], cipher: ['aes256-cbc'], mac: ['hmac-sha1'] },
    });
    await session?.close();
  });

  test('takes a key from an agent', async () => {
    const socket = join(server.folder, 'agent');
    const agent = await startAgent(socket);
    try {
      execFileSync('ssh-add', ['-q', server.keyFile], { env: { ...process.env, SSH_AUTH_SOCK: socket } });
      const credential = () => credentialFor({ kind: 'agent' }, 'esa1', () => null, { SSH_AUTH_SOCK: socket });
      const { session, report } = await open({ credential });
      expect(report.failure).toBeNull();
      await session?.close();
    } finally {
      agent.kill();
    }
  });

  test('an agent that is not there is no credential', async () => {
    const { report } = await open({ credential: async () => good({ kind: 'agent', socket: '/nowhere/agent' }) });
    expect(report.failure).toMatchObject({ code: 'no-credential', detail: 'agent: Failed to connect to agent' });
  });

  test('a key that the account does not know is refused', async () => {
    const key = await readFile(join(server.folder, 'host'));
    const { report } = await open({ credential: async () => good({ kind: 'key', key }) });
    expect(report.failure).toMatchObject({ code: 'auth-refused', detail: expect.stringMatching(/^refused/) });
  });
});

const LINE = { prompt: 'esa1> ', banner: 'Welcome to the Cisco C100V\n\n', replies: {} };
/** OpenSSH 10 has no DSS any more. */
const dss = !skip && execFileSync('ssh', ['-Q', 'key'], { encoding: 'utf8' }).includes('ssh-dss') ? ['DSS'] : [];

/** One old algorithm each, as far as Debian's OpenSSH still has it. */
const ONE_OLD = [
  ['group 1, through our own arithmetic', 'KexAlgorithms diffie-hellman-group1-sha1', 'diffie-hellman-group1-sha1'],
  ['group 14 with SHA-1', 'KexAlgorithms diffie-hellman-group14-sha1', 'diffie-hellman-group14-sha1'],
  ['group exchange', 'KexAlgorithms diffie-hellman-group-exchange-sha256', 'diffie-hellman-group-exchange-sha256'],
  ['3DES', 'Ciphers 3des-cbc', '3des-cbc'],
  ['AES-128 in CBC', 'Ciphers aes128-cbc', 'aes128-cbc'],
  ['AES-192 in CBC', 'Ciphers aes192-cbc', 'aes192-cbc'],
  ['HMAC-SHA1', 'MACs hmac-sha1\nCiphers aes256-ctr', 'hmac-sha1'],
] as const;

describe.skipIf(skip)('an OpenSSH server of which one thing is old', () => {
  test.each(ONE_OLD)('%s: agreed on, and told', async (_what, line, name) => {
    server = await startOpenssh({ line: LINE, config: [line] });
    try {
      const { session, report } = await open({});
      expect({ failure: report.failure, legacy: report.legacy }).toEqual({ failure: null, legacy: [name] });
      await session?.close();
    } finally {
      await server.stop();
    }
  });

  test.each(dss)('a host key of %s: agreed on where the runtime can, and told', async () => {
    server = await startOpenssh({ line: LINE, hostKeyType: 'dsa', config: ['HostKeyAlgorithms ssh-dss'] });
    const agreed = {
      code: null,
      legacy: ['ssh-dss'],
      hostKey: { type: 'ssh-dss', fingerprint: server.fingerprint },
    };
    try {
      const { session, report } = await open({});
      const { legacy, hostKey, failure } = report;
      // BoringSSL, which Electron links, knows no DSS: there it is not offered, and the failure names both lists.
      const refused = { code: 'algorithms', legacy: [], hostKey: null };
      expect({ code: failure?.code ?? null, legacy, hostKey }).toEqual(hasDss ? agreed : refused);
      await session?.close();
    } finally {
      await server.stop();
    }
  });

  test('of a server with all its defaults and old names behind them, nothing old is used', async () => {
    const config = ['KexAlgorithms +diffie-hellman-group1-sha1', 'Ciphers +3des-cbc', 'HostKeyAlgorithms +ssh-rsa'];
    server = await startOpenssh({ line: LINE, config });
    try {
      const { session, report } = await open({});
      expect({ agreed: report.agreed, legacy: report.legacy }).toEqual({
        agreed: { kex: 'curve25519-sha256', hostKey: 'ssh-ed25519', cipher: 'aes128-gcm@openssh.com', mac: '' },
        legacy: [],
      });
      expect(report.kexinit?.kex).toContain('diffie-hellman-group1-sha1');
      await session?.close();
    } finally {
      await server.stop();
    }
  });
});

/** Waits for the line by which the agent says that it listens. */
const startAgent = (socket: string): Promise<ChildProcess> =>
  new Promise((resolve, reject) => {
    const child = spawn('ssh-agent', ['-D', '-a', socket], { stdio: ['ignore', 'pipe', 'inherit'] });
    child.stdout?.once('data', () => resolve(child));
    child.once('error', reject);
  });
