import { createHmac, randomBytes } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { fingerprintOf, keyTypeOf, openKnownHosts } from '../../../main/ssh';

const keyOf = (type: string): Buffer => {
  const name = Buffer.from(type);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(name.length);
  return Buffer.concat([length, name, randomBytes(32)]);
};
const RSA = keyOf('ssh-rsa');
const EDWARDS = keyOf('ssh-ed25519');
const base = (key: Buffer) => key.toString('base64');

let path: string;
beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cpq-hosts-'));
  path = join(folder, 'known_hosts');
  return () => rm(folder, { recursive: true, force: true });
});
const look = async (lines: string[], host = 'esa1.example.com', port = 22, key = EDWARDS) => {
  await writeFile(path, lines.join('\n'));
  const found = await openKnownHosts(path).look(host, port, keyTypeOf(key), key);
  return found.ok ? found.value : found.problem.code;
};

describe('known hosts', () => {
  test('a file that is not there knows nobody', async () => {
    expect(await openKnownHosts(path).look('esa1', 22, 'ssh-rsa', RSA)).toEqual({ ok: true, value: 'unknown' });
  });

  test.each([
    ['plain', 'esa1.example.com', 'esa1.example.com', 22],
    ['in any case', 'ESA1.example.com', 'esa1.EXAMPLE.com', 22],
    ['in a list', 'esa1,192.0.2.10,esa1.example.com', '192.0.2.10', 22],
    ['with its port', '[esa1.example.com]:2200', 'esa1.example.com', 2200],
    ['by a pattern', '*.example.com', 'esa1.example.com', 22],
    ['by an IPv6 address', '2001:db8::10', '2001:db8::10', 22],
  ])('%s', async (_how, hosts, host, port) => {
    expect(await look([`${hosts} ssh-ed25519 ${base(EDWARDS)} comment`], host, port)).toBe('match');
  });

  test.each([
    ['another port', '[esa1.example.com]:2200', 22],
    ['the default port, for another', 'esa1.example.com', 2200],
    ['a host taken out of a pattern', '*.example.com,!esa1.example.com', 22],
    ['a comment', '#esa1.example.com', 22],
  ])('not by %s', async (_how, hosts, port) => {
    expect(await look([`${hosts} ssh-ed25519 ${base(EDWARDS)}`], 'esa1.example.com', port)).toBe('unknown');
  });

  test('hashed', async () => {
    const salt = randomBytes(20);
    const hash = createHmac('sha1', salt).update('[esa1.example.com]:2200').digest('base64');
    const line = `|1|${salt.toString('base64')}|${hash} ssh-ed25519 ${base(EDWARDS)}`;
    expect(await look([line], 'esa1.example.com', 2200)).toBe('match');
    expect(await look([line], 'esa2.example.com', 2200)).toBe('unknown');
  });

  test('another key is a change, also one of another type; several types are all known', async () => {
    const line = `esa1.example.com ssh-ed25519 ${base(EDWARDS)}`;
    const changed = { changed: [fingerprintOf(EDWARDS)] };
    expect(await look([line], 'esa1.example.com', 22, keyOf('ssh-ed25519'))).toEqual(changed);
    expect(await look([line], 'esa1.example.com', 22, RSA)).toEqual(changed);
    expect(await look([line, `esa1.example.com ssh-rsa ${base(RSA)}`], 'esa1.example.com', 22, RSA)).toBe('match');
    expect(await openKnownHosts(path).types('esa1.example.com', 22)).toEqual(['ssh-ed25519', 'ssh-rsa']);
  });

  test('a revoked key is never a match', async () => {
    const line = `ssh-ed25519 ${base(EDWARDS)}`;
    const seen = await look([`esa1.example.com ${line}`, `@revoked * ${line}`]);
    expect(seen).toBe('revoked');
    expect(await look([`@revoked esa1.example.com ${line}`], 'esa2.example.com')).toBe('unknown');
    // Revoked for the host without a port, it is revoked at each of its ports.
    expect(await look([`@revoked esa1.example.com ${line}`], 'esa1.example.com', 2200)).toBe('revoked');
    expect(await look([`@revoked [esa1.example.com]:2200 ${line}`], 'esa1.example.com')).toBe('unknown');
  });

  test('broken lines are passed over', async () => {
    expect(await look(['', 'x', '|1|', '@revoked', '\0\0', `esa1.example.com ssh-ed25519 ${base(EDWARDS)}`])).toBe(
      'match',
    );
  });

  test('an authority vouches for nothing here, and is told where no key is known', async () => {
    const authority = `@cert-authority *.example.com ssh-ed25519 ${base(keyOf('ssh-ed25519'))}`;
    expect(await look([authority])).toBe('unknown-but-authority');
    expect(await look([authority], 'esa1.example.org')).toBe('unknown');
    expect(await look([authority, `esa1.example.com ssh-ed25519 ${base(EDWARDS)}`])).toBe('match');
    // The authority's own key is no host's key.
    expect(await look([`@cert-authority esa1.example.com ssh-ed25519 ${base(EDWARDS)}`])).toBe('unknown-but-authority');
    expect(await openKnownHosts(path).types('esa1.example.com', 22)).toEqual([]);
  });

  test("a marker that nobody knows makes a line nobody's", async () => {
    expect(await look([`@trusted esa1.example.com ssh-ed25519 ${base(EDWARDS)}`])).toBe('unknown');
  });

  test('a store that cannot be read is a problem, not an empty store', async () => {
    await mkdir(path);
    const store = openKnownHosts(path);
    const found = await store.look('esa1', 22, 'ssh-rsa', RSA);
    expect(found).toEqual({
      ok: false,
      problem: { code: 'known-hosts-unreadable', where: path, params: { reason: 'file-unreadable' } },
    });
    expect((await store.remember('esa1', 22, 'ssh-rsa', RSA)).ok).toBe(false);
  });

  test('remembering keeps every other byte, also when two write at once', async () => {
    const before = '# mine\nother ssh-rsa AAAA caf\xe9';
    await writeFile(path, before, 'latin1');
    await chmod(path, 0o600);
    const hosts = ['esa1', 'esa2', 'sma1'];
    await Promise.all(hosts.map((host) => openKnownHosts(path).remember(host, 22, 'ssh-ed25519', EDWARDS)));
    expect(await readFile(path, 'latin1')).toBe(
      `${before}\n${hosts.map((host) => `${host} ssh-ed25519 ${base(EDWARDS)}\n`).join('')}`,
    );
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });
});
