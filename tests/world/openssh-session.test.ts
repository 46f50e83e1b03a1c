import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { commandNamed, readCommand } from '../../main/core/asyncos';
import { good, type Result } from '../../main/core/model/problem';
import { type Credential, openKnownHosts, openSession, type SessionOptions, type Target } from '../../main/ssh';
import { type OpensshServer, skipWithoutOpenssh, startOpenssh } from '../support/openssh';
import { TIMED } from '../support/timed';

const skip = skipWithoutOpenssh();
const sample = (name: string) => readFile(`tests/fixtures/cli/${name}`, 'utf8');
const body = (text: string) => text.split('\n').slice(1).join('\n');

let server: OpensshServer;
let folder: string;
let store: string;

const entry = (name: string) => {
  const found = commandNamed(name);
  if (found === null) throw new Error(`no entry ${name}`);
  return found;
};
const target = (part: Partial<Target> = {}): Target => ({
  name: 'esa1',
  host: server.host,
  port: server.port,
  user: server.user,
  hostKey: server.fingerprint,
  ...part,
});
const password = (text: string) => async (): Promise<Result<Credential>> => good({ kind: 'password', password: text });
const options = (part: Partial<SessionOptions> = {}): SessionOptions => ({
  credential: password(server.password),
  knownHosts: openKnownHosts(store),
  acceptNewHostKeys: false,
  timeoutMs: 15_000,
  ...part,
});

describe.skipIf(skip)('a real OpenSSH server as the appliance', () => {
  beforeAll(async () => {
    const [version, status, tophosts, banner] = await Promise.all(
      ['version-sma15.txt', 'status-offline.txt', 'tophosts-esa-cpq-down.txt', 'login-cluster.txt'].map(sample),
    );
    const prompt = 'esa1.example.com> ';
    const [question = '', table = ''] = body(tophosts ?? '').split(/(?<=\[1\]> )1\n/);
    const output = (text: string) => text.slice(0, text.lastIndexOf('\n') + 1);
    server = await startOpenssh({
      line: {
        prompt,
        banner: output(banner ?? ''),
        replies: {
          version: [output(body(version ?? ''))],
          status: [output(body(status ?? ''))],
          tophosts: [question, output(table)],
          // It prints and then waits without asking.
          'status detail': ['working\n', 'done\n'],
          'clusterconfig list': ['Do you want to join or create a cluster?\n1. No\n2. Create\n[1]> ', 'created\n'],
        },
      },
    });
  });
  afterAll(async () => server?.stop());
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cpq-known-'));
    store = join(folder, 'known_hosts');
    return () => rm(folder, { recursive: true, force: true });
  });

  test('version, status and tophosts are read through it', async () => {
    const { session, report } = await openSession(target(), options());
    expect(report).toMatchObject({
      failure: null,
      prompt: 'esa1.example.com> ',
      machine: 'esa1.example.com',
      mode: 'standalone',
      version: '12.1.0-071',
      model: 'C100V',
      hostKey: { type: 'ssh-ed25519', fingerprint: server.fingerprint },
      connections: 1,
    });
    expect(report.banner).toMatch(/^SSH-2\.0-OpenSSH/);
    expect(report.offers?.hostKey).toContain('ssh-ed25519');
    const version = await session?.run(entry('version'), {});
    expect(readCommand('version', version?.text ?? '').data).toMatchObject({ model: 'M600V', role: 'sma' });
    const status = await session?.run(entry('status'), {});
    expect(readCommand('status', status?.text ?? '').data).toMatchObject({ system: 'offline' });
    const tophosts = await session?.run(entry('tophosts'), {});
    expect(tophosts).toMatchObject({ ok: true, problem: null });
    expect(tophosts?.text).toMatch(/^esa1\.example\.com> tophosts\r\n/);
    expect(readCommand('tophosts', tophosts?.text ?? '').data).toMatchObject({
      hosts: expect.arrayContaining([
        expect.objectContaining({ host: 'the.cpq.host', down: true, activeRecipients: 131 }),
      ]),
    });
    await session?.close();
    expect(await server.typed()).toEqual(['version', 'status', 'tophosts', '1', 'exit']);
  });

  test('a question that no entry knows is left by Control-C, and the session goes on', async () => {
    const { session } = await openSession(target(), options());
    const asked = await session?.run(entry('clusterconfig-list'), {});
    expect(asked).toMatchObject({ ok: false, problem: { code: 'unexpected-question' } });
    expect(asked?.text).toContain('Do you want to join or create a cluster?');
    const after = await session?.run(entry('version'), {});
    expect(after).toMatchObject({ ok: true, problem: null });
    await session?.close();
  });

  test('commands put at the same time run one after another', async () => {
    const { session } = await openSession(target(), options());
    const names = ['version', 'status', 'tophosts'];
    const told = await Promise.all(names.map((name) => session?.run(entry(name), {})));
    expect(told.map((one) => one?.text.split('\r\n')[0])).toEqual(names.map((name) => `esa1.example.com> ${name}`));
    await session?.close();
  });

  test('a key logs in as well', async () => {
    const key = await readFile(server.keyFile);
    const { session, report } = await openSession(
      target(),
      options({ credential: async () => good({ kind: 'key', key }) }),
    );
    expect(report.failure).toBeNull();
    await session?.close();
  });

  test('a wrong password is refused, after one attempt, and stands nowhere', async () => {
    const before = ((await server.log()).match(/Failed password/g) ?? []).length;
    const { session, report } = await openSession(target(), options({ credential: password('wrong-secret') }));
    expect({ session, code: report.failure?.code }).toEqual({ session: null, code: 'auth-refused' });
    expect(((await server.log()).match(/Failed password/g) ?? []).length - before).toBe(1);
    expect(JSON.stringify(report)).not.toContain('wrong-secret');
  });

  test('an unknown host key is refused before a credential is asked for, with the fingerprint of ssh-keygen', async () => {
    let asked = 0;
    const credential = async (): Promise<Result<Credential>> => {
      asked += 1;
      return good({ kind: 'password', password: server.password });
    };
    const { session, report } = await openSession(target({ hostKey: null }), options({ credential }));
    const printed = execFileSync('ssh-keygen', ['-lf', server.hostKeyFile], { encoding: 'utf8' }).split(' ')[1];
    expect({ session, asked, failure: report.failure, hostKey: report.hostKey }).toEqual({
      session: null,
      asked: 0,
      failure: { code: 'host-key-unknown', detail: `ssh-ed25519 ${printed}` },
      hostKey: { type: 'ssh-ed25519', fingerprint: printed },
    });
  });

  test('an accepted new key is kept as OpenSSH keeps it, and known from then on', async () => {
    const first = await openSession(target({ hostKey: null }), options({ acceptNewHostKeys: true }));
    expect(first.report.failure).toBeNull();
    await first.session?.close();
    const found = execFileSync('ssh-keygen', ['-F', `[127.0.0.1]:${server.port}`, '-f', store], { encoding: 'utf8' });
    expect(found).toContain((await readFile(server.hostKeyFile, 'utf8')).split(' ')[1]);
    const second = await openSession(target({ hostKey: null }), options());
    expect(second.report.failure).toBeNull();
    await second.session?.close();
  });

  test('a key in a file that ssh-keygen has hashed is known', async () => {
    const [type, key] = (await readFile(server.hostKeyFile, 'utf8')).split(' ');
    await writeFile(store, `[127.0.0.1]:${server.port} ${type} ${key}`);
    execFileSync('ssh-keygen', ['-q', '-H', '-f', store], { stdio: 'ignore' });
    expect(await readFile(store, 'utf8')).toMatch(/^\|1\|/);
    const { session, report } = await openSession(target({ hostKey: null }), options());
    expect(report.failure).toBeNull();
    await session?.close();
  });

  test('to a store that was hashed an accepted key is added hashed, and every other line is kept', async () => {
    execFileSync('ssh-keygen', ['-q', '-t', 'rsa', '-N', '', '-f', join(folder, 'other')]);
    const [type, key] = (await readFile(join(folder, 'other.pub'), 'utf8')).split(' ');
    await writeFile(store, `# ours\nother.example.com ${type} ${key} a comment\n`);
    execFileSync('ssh-keygen', ['-q', '-H', '-f', store], { stdio: 'ignore' });
    const before = await readFile(store, 'utf8');
    const { session, report } = await openSession(target({ hostKey: null }), options({ acceptNewHostKeys: true }));
    expect(report.failure).toBeNull();
    await session?.close();
    const after = await readFile(store, 'utf8');
    expect(after.startsWith(before)).toBe(true);
    expect(after.slice(before.length)).toMatch(/^\|1\|[^|]+\|\S+ ssh-ed25519 \S+\n$/);
    const found = execFileSync('ssh-keygen', ['-F', `[127.0.0.1]:${server.port}`, '-f', store], { encoding: 'utf8' });
    expect(found).toContain((await readFile(server.hostKeyFile, 'utf8')).split(' ')[1]);
  });

  test('a revoked key is refused as such, also where the profile pins it', async () => {
    const [type, key] = (await readFile(server.hostKeyFile, 'utf8')).split(' ');
    await writeFile(store, `[127.0.0.1]:${server.port} ${type} ${key}\n@revoked * ${type} ${key}\n`);
    for (const hostKey of [null, server.fingerprint]) {
      const { session, report } = await openSession(target({ hostKey }), options({ acceptNewHostKeys: true }));
      expect({ session, failure: report.failure }).toEqual({
        session: null,
        failure: { code: 'host-key-revoked', detail: `ssh-ed25519 ${server.fingerprint} is marked @revoked` },
      });
    }
  });

  test('where an authority vouches for host certificates, a bare new key is not accepted unseen, and it is said', async () => {
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(folder, 'authority')]);
    const [type, key] = (await readFile(join(folder, 'authority.pub'), 'utf8')).split(' ');
    await writeFile(store, `@cert-authority [127.0.0.1]:* ${type} ${key}\n`);
    const { session, report } = await openSession(target({ hostKey: null }), options({ acceptNewHostKeys: true }));
    expect({ session, authority: report.authority, failure: report.failure }).toEqual({
      session: null,
      authority: true,
      failure: { code: 'host-key-unknown', detail: expect.stringContaining('cannot be verified here') },
    });
    const pinned = await openSession(target(), options());
    expect(pinned.report.failure).toBeNull();
    await pinned.session?.close();
  });

  test('a changed key is refused with the old and the new one, also where new keys are accepted', async () => {
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(folder, 'old')]);
    const [type, key] = (await readFile(join(folder, 'old.pub'), 'utf8')).split(' ');
    await writeFile(store, `[127.0.0.1]:${server.port} ${type} ${key}\n`);
    const old = execFileSync('ssh-keygen', ['-lf', join(folder, 'old.pub')], { encoding: 'utf8' }).split(' ')[1];
    const { session, report } = await openSession(target({ hostKey: null }), options({ acceptNewHostKeys: true }));
    expect({ session, expected: report.expected, failure: report.failure }).toEqual({
      session: null,
      expected: old,
      failure: { code: 'host-key-changed', detail: `now ssh-ed25519 ${server.fingerprint}, known ${old}` },
    });
  });

  test('called off in the middle of a command, it answers within 200 ms and leaves the command', TIMED, async () => {
    const control = new AbortController();
    const onText = (text: string) => (text.includes('working') ? control.abort() : undefined);
    const { session } = await openSession(target(), options({ onText }));
    const running = session?.run(entry('status-detail'), {}, { signal: control.signal });
    await new Promise((resolve) => control.signal.addEventListener('abort', resolve));
    const start = performance.now();
    expect(await running).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
    expect(performance.now() - start).toBeLessThan(200);
    expect(await session?.run(entry('version'), {})).toMatchObject({ ok: true });
    await session?.close();
  });

  test('called off during the login, it answers within 200 ms', TIMED, async () => {
    const control = new AbortController();
    const opening = openSession(target(), options({ signal: control.signal, onText: () => control.abort() }));
    await new Promise((resolve) => control.signal.addEventListener('abort', resolve));
    const start = performance.now();
    const { session, report } = await opening;
    expect({ session, code: report.failure?.code }).toEqual({ session: null, code: 'cancelled' });
    expect(performance.now() - start).toBeLessThan(200);
  });

  test('the fingerprint of the profile has the last word', async () => {
    const { report } = await openSession(target({ hostKey: 'SHA256:other' }), options({ acceptNewHostKeys: true }));
    expect({ code: report.failure?.code, expected: report.expected }).toEqual({
      code: 'host-key-changed',
      expected: 'SHA256:other',
    });
  });
});
