import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { good } from '../../main/core/model/problem';
import { type AskCode, credentialFor, openKnownHosts, openSession, type SessionOptions } from '../../main/ssh';
import { type OpensshServer, skipWithoutOpenssh, startOpenssh } from '../support/openssh';

const skip = skipWithoutOpenssh();
const LINE = { prompt: 'esa1.example.com> ', banner: 'Welcome to the Cisco C100V\n\n', replies: {} };
const PASSPHRASE = 'open sesame';

const open = (server: OpensshServer, options: Partial<SessionOptions> = {}) =>
  openSession(
    { name: 'esa1', host: server.host, port: server.port, user: server.user, hostKey: server.fingerprint },
    {
      credential: async () => good({ kind: 'password', password: server.password }),
      knownHosts: openKnownHosts(join(server.folder, 'known_hosts')),
      acceptNewHostKeys: false,
      timeoutMs: 15_000,
      ...options,
    },
  );
const failureOf = async (opened: ReturnType<typeof open>) => {
  const { session, report } = await opened;
  await session?.close();
  return report.failure;
};
const byKeyFile = (file: string, passphrase: string | null) => () =>
  credentialFor(
    { kind: 'key', key: file, passphrase: passphrase === null ? null : { given: true } },
    'esa1',
    () => passphrase,
    {},
  );

describe.skipIf(skip || (!existsSync('/usr/bin/puttygen') && !process.env.CI))("a login with puttygen's key", () => {
  let server: OpensshServer;
  beforeAll(async () => {
    server = await startOpenssh({ line: LINE });
    await writeFile(join(server.folder, 'passphrase'), PASSPHRASE);
    await writeFile(join(server.folder, 'empty'), '');
  });
  afterAll(async () => server?.stop());

  test.each([
    ['RSA', 'rsa', 'version=2', true],
    ['RSA', 'rsa', 'version=3', true],
    ['ECDSA', 'ecdsa', 'version=3', false],
    ['Ed25519', 'ed25519', 'version=3', true],
  ])('%s (%s), %s, encrypted: %s', async (_name, type, version, encrypted) => {
    const file = join(server.folder, `${type} ${version}.ppk`);
    const secret = join(server.folder, encrypted ? 'passphrase' : 'empty');
    execFileSync('puttygen', ['-q', '-t', type, '-o', file, '--ppk-param', version, '--new-passphrase', secret]);
    const shown = execFileSync('puttygen', [file, '-L', '--old-passphrase', secret], { encoding: 'utf8' });
    await appendFile(join(server.folder, 'authorized'), shown);
    const credential = byKeyFile(file, encrypted ? PASSPHRASE : null);
    expect(await failureOf(open(server, { credential }))).toBeNull();
  });
});

describe.skipIf(skip)("a login with ssh-keygen's key", () => {
  const KEYS = [
    ['RSA', 'rsa', '2048', []],
    ['ECDSA', 'ecdsa', '384', ['-m', 'PEM']],
    ['Ed25519', 'ed25519', '256', []],
  ] as const;

  test('RSA, ECDSA and Ed25519, each with its passphrase, in a file and in an agent', async () => {
    const server = await startOpenssh({ line: LINE });
    const socket = join(server.folder, 'agent');
    const agent = await agentWith(socket, []);
    try {
      for (const [name, type, bits, more] of KEYS) {
        const file = join(server.folder, type);
        execFileSync('ssh-keygen', ['-q', '-t', type, '-b', bits, '-a', '4', '-N', PASSPHRASE, '-f', file, ...more]);
        await appendFile(join(server.folder, 'authorized'), await readFile(`${file}.pub`));
        expect([name, await failureOf(open(server, { credential: byKeyFile(file, PASSPHRASE) }))]).toEqual([
          name,
          null,
        ]);
        execFileSync('ssh-keygen', ['-q', '-p', '-P', PASSPHRASE, '-N', '', '-f', file]);
        execFileSync('ssh-add', ['-q', file], { env: { ...process.env, SSH_AUTH_SOCK: socket } });
        const [, fingerprint = ''] = execFileSync('ssh-keygen', ['-lf', file], { encoding: 'utf8' }).split(' ');
        const credential = () =>
          credentialFor({ kind: 'agent', fingerprint }, 'esa1', () => null, { SSH_AUTH_SOCK: socket });
        expect([name, await failureOf(open(server, { credential }))]).toEqual([name, null]);
      }
    } finally {
      agent.kill();
      await server.stop();
    }
  });
});

/** An agent of its own, with its keys; it ends with the returned child. */
const agentWith = (socket: string, keys: readonly string[]): Promise<ChildProcess> =>
  new Promise((resolve, reject) => {
    const child = spawn('ssh-agent', ['-D', '-a', socket], { stdio: ['ignore', 'pipe', 'inherit'] });
    child.stdout?.once('data', () => {
      if (keys.length > 0) execFileSync('ssh-add', ['-q', ...keys], { env: { ...process.env, SSH_AUTH_SOCK: socket } });
      resolve(child);
    });
    child.once('error', reject);
  });

describe.skipIf(skip)('a login by agent', () => {
  let server: OpensshServer;
  const agents: ChildProcess[] = [];
  let strangers: string[] = [];
  beforeAll(async () => {
    server = await startOpenssh({ line: LINE });
    strangers = [1, 2, 3].map((count) => {
      const file = join(server.folder, `stranger${count}`);
      execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', file]);
      return file;
    });
  });
  afterAll(async () => {
    for (const agent of agents) agent.kill();
    await server?.stop();
  });
  const started = async (name: string, keys: readonly string[]) => {
    const socket = join(server.folder, name);
    agents.push(await agentWith(socket, keys));
    return socket;
  };
  const by = (socket: string, fingerprint?: string) => () =>
    credentialFor({ kind: 'agent', ...(fingerprint ? { fingerprint } : {}) }, 'esa1', () => null, {
      SSH_AUTH_SOCK: socket,
    });
  const offers = async () => ((await server.log()).match(/Failed publickey/g) ?? []).length;

  test('of many keys the first two are offered and no more; the one that is named is offered alone', async () => {
    const socket = await started('many', [...strangers, server.keyFile]);
    const before = await offers();
    const { report } = await open(server, { credential: by(socket) });
    expect(report).toMatchObject({
      attempts: 2,
      failure: { code: 'auth-refused', detail: expect.stringContaining("2 of the agent's 4 keys were offered") },
    });
    expect((await offers()) - before).toBe(2);
    const [, fingerprint] = execFileSync('ssh-keygen', ['-lf', `${server.keyFile}.pub`], { encoding: 'utf8' }).split(
      ' ',
    );
    expect(await failureOf(open(server, { credential: by(socket, fingerprint) }))).toBeNull();
    expect((await offers()) - before).toBe(2);
  });

  test('without a key, or without the named one, nothing is offered', async () => {
    const before = await offers();
    const empty = await started('empty', []);
    expect(await failureOf(open(server, { credential: by(empty) }))).toEqual({
      code: 'no-credential',
      detail: 'agent: it holds no key',
    });
    const other = await started('other', [server.keyFile]);
    const named = `SHA256:${'a'.repeat(43)}`;
    expect(await failureOf(open(server, { credential: by(other, named) }))).toEqual({
      code: 'no-credential',
      detail: `agent: it does not hold the key ${named}`,
    });
    expect((await offers()) - before).toBe(0);
  });
});

/** PAM's own prompts; the second one stands for a code, since no token is here. */
const PAM = ['UsePAM yes', 'KbdInteractiveAuthentication yes'];

describe.skipIf(skip)('keyboard-interactive by PAM', () => {
  test('the passphrase is typed at its prompt, and a wrong one once', async () => {
    const server = await startOpenssh({ line: LINE, config: ['PasswordAuthentication no', ...PAM], before: true });
    try {
      expect(await failureOf(open(server))).toBeNull();
      const wrong = async () => good({ kind: 'password' as const, password: 'wrong' });
      expect(await failureOf(open(server, { credential: wrong }))).toMatchObject({ code: 'auth-refused' });
      expect((await server.log()).match(/PAM: Authentication failure/g)?.length).toBe(1);
    } finally {
      await server.stop();
    }
  });

  test.each([
    ['a key', 'publickey,keyboard-interactive'],
    ['a password', 'password,keyboard-interactive'],
    ["an agent's key", 'publickey,keyboard-interactive'],
  ])('a second factor after %s: told by its prompt, and typed where it was given', async (what, methods) => {
    const config = [`AuthenticationMethods ${methods}`, ...PAM];
    const server = await startOpenssh({ line: LINE, config, before: true });
    const socket = join(server.folder, 'agent');
    const agent = await agentWith(socket, [server.keyFile]);
    try {
      const held: Readonly<Record<string, SessionOptions['credential']>> = {
        'a key': byKeyFile(server.keyFile, null),
        "an agent's key": () => credentialFor({ kind: 'agent' }, 'esa1', () => null, { SSH_AUTH_SOCK: socket }),
      };
      const credential = held[what] ?? (async () => good({ kind: 'password' as const, password: server.password }));
      expect(await failureOf(open(server, { credential }))).toEqual({
        code: 'second-factor',
        detail: 'keyboard-interactive asks: Password:',
      });
      const asked: string[] = [];
      const code: AskCode = async ({ prompts }) => {
        asked.push(...prompts.map(({ text }) => text));
        return prompts.map(() => server.password);
      };
      expect(await failureOf(open(server, { credential, code }))).toBeNull();
      expect(asked).toEqual(['Password:']);
    } finally {
      agent.kill();
      await server.stop();
    }
  });
});
