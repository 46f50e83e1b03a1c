import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ssh2 from 'ssh2';
import { beforeEach, expect, test } from 'vitest';
import type { Auth } from '../../../main/core/model/site';
import { credentialFor } from '../../../main/ssh';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cpq-secret-'));
  return () => rm(folder, { recursive: true, force: true });
});
const none = () => null;
const password = (source: Extract<Auth, { kind: 'password' }>['password']): Auth => ({
  kind: 'password',
  password: source,
});
const codeOf = async (auth: Auth | null, env: Record<string, string> = {}) => {
  const found = await credentialFor(auth, 'esa1', none, env);
  return found.ok ? found.value : found.problem;
};

test('a password comes from the environment, a file or the engineer', async () => {
  const file = join(folder, 'secret');
  await writeFile(file, 'from file \n');
  const given = await credentialFor(password({ given: true }), 'esa1', (name) => `typed for ${name}`, {});
  expect([await codeOf(password({ env: 'P' }), { P: 'from env' }), await codeOf(password({ file })), given]).toEqual([
    { kind: 'password', password: 'from env' },
    { kind: 'password', password: 'from file ' },
    { ok: true, value: { kind: 'password', password: 'typed for esa1' } },
  ]);
});

test('what is missing is named by its place', async () => {
  const found = [
    await codeOf(null),
    await codeOf(password({ env: 'P' }), { P: '' }),
    await codeOf(password({ file: join(folder, 'none') })),
    await codeOf(password({ given: true })),
    await codeOf({ kind: 'key', key: join(folder, 'none'), passphrase: null }),
    await codeOf({ kind: 'agent' }),
  ];
  expect(found).toEqual([
    { code: 'no-credential', where: 'esa1', params: {} },
    { code: 'secret-env-missing', where: 'esa1', params: { variable: 'P' } },
    { code: 'secret-file-unreadable', where: 'esa1', params: { file: join(folder, 'none') } },
    { code: 'no-credential', where: 'esa1', params: {} },
    { code: 'key-file-unreadable', where: 'esa1', params: { file: join(folder, 'none') } },
    { code: 'agent-missing', where: 'esa1', params: {} },
  ]);
});

test('the agent is where the environment says, and of its keys one may be named', async () => {
  const env = { SSH_AUTH_SOCK: '/run/agent' };
  expect([
    await codeOf({ kind: 'agent' }, env),
    await codeOf({ kind: 'agent', fingerprint: 'SHA256:one' }, env),
  ]).toEqual([
    { kind: 'agent', socket: '/run/agent' },
    { kind: 'agent', socket: '/run/agent', fingerprint: 'SHA256:one' },
  ]);
});

test('a key is tried before it is offered', async () => {
  const key = join(folder, 'key');
  // Not Ed25519: ssh2 1.17.0 writes 6 of 1000 such keys in a form that it cannot read back (measured).
  const pair = ssh2.utils.generateKeyPairSync('ecdsa', { bits: 256, passphrase: 'open', cipher: 'aes256-ctr' });
  const auth = (passphrase: string | null): Auth => ({
    kind: 'key',
    key,
    passphrase: passphrase === null ? null : { env: 'K' },
  });
  await writeFile(key, pair.private);
  expect(await codeOf(auth('open'), { K: 'open' })).toEqual({
    kind: 'key',
    key: expect.stringMatching(/^-----BEGIN OPENSSH PRIVATE KEY-----\n/),
  });
  expect(await codeOf(auth(null))).toMatchObject({ code: 'key-passphrase-missing', params: { file: key } });
  expect(await codeOf(auth('shut'), { K: 'shut' })).toMatchObject({ code: 'key-passphrase-wrong' });
  await writeFile(key, pair.public);
  expect(await codeOf(auth(null))).toMatchObject({ code: 'key-not-private' });
  await writeFile(key, 'nothing of a key');
  expect(await codeOf(auth(null))).toMatchObject({ code: 'key-unreadable' });
});
