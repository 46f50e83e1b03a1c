import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ssh2 from 'ssh2';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fingerprintOf } from '../../main/ssh';
import { hasDss } from '../../main/ssh/dss';
import { readPrivateKey } from '../../main/ssh/keys';

const missing = !existsSync('/usr/bin/puttygen') && !process.env.CI;
if (missing) console.warn('skipped: putty-tools is not installed');

const PASSPHRASE = 'über geheim';
let folder: string;
let secret: string;
let empty: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cpq-keys-'));
  secret = join(folder, 'passphrase');
  empty = join(folder, 'empty');
  await writeFile(secret, PASSPHRASE);
  await writeFile(empty, '');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const run = (program: string, words: readonly string[]) =>
  execFileSync(program, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** What ssh2 makes of the key: its fingerprint, and whether it verifies what it signed. */
const usedBySsh2 = (key: string) => {
  const parsed = ssh2.utils.parseKey(key);
  if (parsed instanceof Error) throw parsed;
  const data = Buffer.from('to be signed');
  const signature = parsed.sign(data);
  return { fingerprint: fingerprintOf(parsed.getPublicSSH()), holds: parsed.verify(data, signature) };
};
const read = async (file: string, passphrase?: string) => {
  const found = await readPrivateKey(await readFile(file), passphrase);
  return found.ok ? usedBySsh2(found.key) : { why: found.why, params: found.params };
};

const TYPES = [
  ['rsa', 'rsa', '2048'],
  ...(hasDss ? ([['dsa', 'dsa', '1024']] as const) : []),
  ['ecdsa-256', 'ecdsa', '256'],
  ['ecdsa-384', 'ecdsa', '384'],
  ['ecdsa-521', 'ecdsa', '521'],
  ['ed25519', 'ed25519', '255'],
] as const;
const FORMS = [
  ['version 2', 'version=2', false],
  ['version 2, encrypted', 'version=2', true],
  ['version 3', 'version=3', false],
  ['version 3, Argon2id', 'version=3,kdf=argon2id,passes=3', true],
  ['version 3, Argon2i', 'version=3,kdf=argon2i,passes=3,parallelism=2', true],
  ['version 3, Argon2d', 'version=3,kdf=argon2d,passes=3,memory=1024', true],
] as const;

const putty = (type: string, bits: string, parameters: string, encrypted: boolean, name: string): string => {
  const file = join(folder, name);
  const words = ['-q', '-t', type, ...(type === 'ed25519' ? [] : ['-b', bits]), '-C', 'key of esa1', '-o', file];
  run('puttygen', [...words, '--ppk-param', parameters, '--new-passphrase', encrypted ? secret : empty]);
  return file;
};
const fingerprintByPutty = (file: string): string | undefined =>
  run('puttygen', [file, '-O', 'fingerprint', '-E', 'sha256', '--old-passphrase', secret]).match(/SHA256:\S+/)?.[0];

describe.skipIf(missing)("puttygen's keys", () => {
  describe.each(TYPES)('%s', (name, type, bits) => {
    test.each(FORMS)('%s', async (form, parameters, encrypted) => {
      const file = putty(type, bits, parameters, encrypted, `${name} ${form}.ppk`);
      expect(await read(file, encrypted ? PASSPHRASE : undefined)).toEqual({
        fingerprint: fingerprintByPutty(file),
        holds: true,
      });
    });
  });

  test.each([
    ['version 2', 'version=2'],
    ['version 3', 'version=3,passes=1'],
  ])('%s: passphrase missing, wrong; a bit of the file changed', async (_form, parameters) => {
    const file = putty('ed25519', '', parameters, true, 'tampered.ppk');
    const text = await readFile(file, 'utf8');
    expect(await read(file)).toMatchObject({ why: 'key-passphrase-missing' });
    expect(await read(file, 'wrong')).toMatchObject({ why: 'key-passphrase-wrong' });
    await writeFile(file, text.replace('Comment: key of esa1', 'Comment: key of esa2'));
    expect(await read(file, PASSPHRASE)).toMatchObject({ why: 'key-passphrase-wrong' });
    await writeFile(file, text.replace(/\n/g, '\r\n'));
    expect(await read(file, PASSPHRASE)).toMatchObject({ holds: true });
  });

  test('DSS is used where the runtime can', async () => {
    const file = putty('dsa', '1024', 'version=2', false, 'dss.ppk');
    expect(await read(file)).toEqual(
      hasDss
        ? { fingerprint: fingerprintByPutty(file), holds: true }
        : { why: 'key-type-unsupported', params: { type: 'ssh-dss' } },
    );
  });

  test('Ed448 is a type that we do not know', async () => {
    const file = join(folder, 'ed448.ppk');
    run('puttygen', ['-q', '-t', 'ed448', '-o', file, '--new-passphrase', empty]);
    expect(await read(file)).toEqual({ why: 'key-type-unsupported', params: { type: 'ssh-ed448' } });
  });
});

const KEYGEN = [
  ['rsa', '2048'],
  ['ecdsa', '256'],
  ['ecdsa', '384'],
  ['ecdsa', '521'],
  ['ed25519', '256'],
] as const;
const keygen = (type: string, bits: string, more: readonly string[], passphrase = ''): string => {
  const file = join(folder, `${type}${bits}${more.join('')}${passphrase === '' ? '' : ' encrypted'}`);
  if (!existsSync(file)) run('ssh-keygen', ['-q', '-t', type, '-b', bits, '-N', passphrase, '-f', file, ...more]);
  return file;
};
const fingerprintByKeygen = (file: string) => run('ssh-keygen', ['-lf', `${file}.pub`]).split(' ')[1];

describe("ssh-keygen's keys", () => {
  const forms = [
    ['OpenSSH', []],
    ['PEM', ['-m', 'PEM']],
    ['PKCS#8', ['-m', 'PKCS8']],
  ] as const;
  describe.each(KEYGEN)('%s %s', (type, bits) => {
    test.each(forms)('%s, open and encrypted', async (_form, more) => {
      const [open, shut] = [keygen(type, bits, more), keygen(type, bits, more, PASSPHRASE)];
      expect(await read(open)).toEqual({ fingerprint: fingerprintByKeygen(open), holds: true });
      expect(await read(open, 'not needed')).toMatchObject({ holds: true });
      expect(await read(shut, PASSPHRASE)).toEqual({ fingerprint: fingerprintByKeygen(shut), holds: true });
      expect(await read(shut)).toMatchObject({ why: 'key-passphrase-missing' });
      expect(await read(shut, 'wrong')).toMatchObject({ why: 'key-passphrase-wrong' });
    });
  });

  test('one key is the same text, whatever it was read from', async () => {
    const open = keygen('ecdsa', '256', []);
    const copies = ['PEM', 'PKCS8'].map((format) => {
      const file = join(folder, `copy ${format}`);
      execFileSync('cp', [open, file]);
      run('ssh-keygen', ['-q', '-p', '-N', PASSPHRASE, '-m', format, '-f', file]);
      return file;
    });
    const texts = await Promise.all([
      readPrivateKey(await readFile(open), undefined),
      ...copies.map(async (file) => readPrivateKey(await readFile(file), PASSPHRASE)),
    ]);
    expect(new Set(texts.map((one) => (one.ok ? one.key : one.why))).size).toBe(1);
  });

  test.each(['aes256-cbc', 'aes128-gcm@openssh.com', 'aes256-gcm@openssh.com'])('encrypted by %s', async (cipher) => {
    const file = keygen('ed25519', '256', ['-Z', cipher], PASSPHRASE);
    expect(await read(file, PASSPHRASE)).toEqual({ fingerprint: fingerprintByKeygen(file), holds: true });
  });

  test('a public key is not private; so many rounds are not waited for', async () => {
    expect(await read(`${keygen('ed25519', '256', [])}.pub`)).toMatchObject({ why: 'key-not-private' });
    const text = await readFile(keygen('ed25519', '256', [], PASSPHRASE), 'utf8');
    const body = Buffer.from(text.split('\n').slice(1, -2).join(''), 'base64');
    const at = body.indexOf('bcrypt') + 6 + 4 + 4 + 16;
    body.writeUInt32BE(2 ** 31, at);
    const file = join(folder, 'costly');
    await writeFile(
      file,
      `-----BEGIN OPENSSH PRIVATE KEY-----\n${body.toString('base64')}\n-----END OPENSSH PRIVATE KEY-----\n`,
    );
    expect(await read(file, PASSPHRASE)).toMatchObject({ why: 'key-too-costly' });
  });
});
