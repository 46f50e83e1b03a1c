import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { commandNamed } from '../../main/core/asyncos';
import { SessionReport } from '../../main/core/model';
import { good } from '../../main/core/model/problem';
import { type Jump, openKnownHosts, openSession, type SessionOptions, type Target } from '../../main/ssh';
import { freePort } from '../support/free-port';
import { type OpensshServer, skipWithoutOpenssh, startOpenssh } from '../support/openssh';

const skip = skipWithoutOpenssh();
const LINE = { prompt: 'esa1.example.com> ', banner: 'Welcome to the Cisco C100V\n\n', replies: { version: ['v\n'] } };

let appliance: OpensshServer;
let hop: OpensshServer;
let folder: string;
let store: string;

const place = (server: OpensshServer) => ({
  host: server.host,
  port: server.port,
  user: server.user,
  hostKey: server.fingerprint,
});
const jumpTo = (part: Partial<Jump> = {}, password = hop.password): Jump => ({
  place: place(hop),
  credential: async () => good({ kind: 'password', password }),
  ...part,
});
const open = (options: Partial<SessionOptions> = {}, target: Partial<Target> = {}) =>
  openSession(
    { name: 'esa1', ...place(appliance), ...target },
    {
      credential: async () => good({ kind: 'password', password: appliance.password }),
      jump: jumpTo(),
      knownHosts: openKnownHosts(store),
      acceptNewHostKeys: false,
      timeoutMs: 15_000,
      ...options,
    },
  );
/** What a failed connection says, after a look that the report is one. */
const failed = async (opened: ReturnType<typeof open>) => {
  const { session, report } = await opened;
  expect(SessionReport.parse(report)).toEqual(report);
  expect(session).toBeNull();
  return { code: report.failure?.code, detail: report.failure?.detail, jump: report.jump?.failure?.code ?? null };
};

describe.skipIf(skip)('a real OpenSSH as jump host before a real OpenSSH as appliance', () => {
  beforeAll(async () => {
    [appliance, hop] = await Promise.all([startOpenssh({ line: LINE }), startOpenssh({ line: LINE })]);
  });
  afterAll(async () => {
    await Promise.all([appliance?.stop(), hop?.stop()]);
  });
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cpq-jump-'));
    store = join(folder, 'known_hosts');
    return () => rm(folder, { recursive: true, force: true });
  });

  test('a command is run on the appliance, which sees the jump host, and both host keys are told', async () => {
    const { session, report } = await open();
    expect(report).toMatchObject({
      failure: null,
      target: `127.0.0.1:${appliance.port}`,
      hostKey: { fingerprint: appliance.fingerprint },
      jump: { target: `127.0.0.1:${hop.port}`, hostKey: { fingerprint: hop.fingerprint }, failure: null },
    });
    const version = commandNamed('version');
    if (session === null || version === null) throw new Error('no session');
    expect(await session.run(version, {})).toMatchObject({ ok: true, text: 'esa1.example.com> version\r\nv\r\n' });
    await session.close();
    expect(await hop.typed()).toEqual([]);
    expect(await appliance.log()).toContain(`Accepted password for ${appliance.user} from 127.0.0.1`);
    expect(await hop.log()).toContain(`Accepted password for ${hop.user}`);
  });

  test('each gets its own secret: one of them wrong is offered once, where it belongs', async () => {
    const failures = async (server: OpensshServer) => ((await server.log()).match(/Failed password/g) ?? []).length;
    const before = [await failures(hop), await failures(appliance)];
    expect(await failed(open({ jump: jumpTo({}, 'wrong') }))).toMatchObject({
      code: 'jump-host',
      detail: expect.stringContaining(`127.0.0.1:${hop.port}: auth-refused`),
      jump: 'auth-refused',
    });
    const wrong = async () => good({ kind: 'password' as const, password: 'wrong' });
    expect(await failed(open({ credential: wrong }))).toMatchObject({ code: 'auth-refused', jump: null });
    expect([await failures(hop), await failures(appliance)]).toEqual(before.map((count) => count + 1));
  });

  test('its host key is judged by the same rules, before its password is asked for', async () => {
    const bare = { place: { ...place(hop), hostKey: null } };
    const asked: string[] = [];
    const credential = async () => {
      asked.push('jump');
      return good({ kind: 'password' as const, password: hop.password });
    };
    expect(await failed(open({ jump: { ...bare, credential } }))).toMatchObject({
      code: 'jump-host',
      jump: 'host-key-unknown',
      detail: expect.stringContaining(hop.fingerprint),
    });
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(folder, 'old')]);
    const [type, key] = (await readFile(join(folder, 'old.pub'), 'utf8')).split(' ');
    await writeFile(store, `[127.0.0.1]:${hop.port} ${type} ${key}\n`);
    const { report } = await open({ jump: { ...bare, credential } });
    const old = execFileSync('ssh-keygen', ['-lf', join(folder, 'old.pub')], { encoding: 'utf8' }).split(' ')[1];
    expect(report.jump).toMatchObject({
      failure: { code: 'host-key-changed' },
      hostKey: { fingerprint: hop.fingerprint },
      expected: old,
    });
    expect({ asked, connections: report.connections, hostKey: report.hostKey }).toEqual({
      asked: [],
      connections: 0,
      hostKey: null,
    });
  });

  test('new keys of both are kept where new keys are accepted', async () => {
    const jump = jumpTo({ place: { ...place(hop), hostKey: null } });
    const { session, report } = await open({ jump, acceptNewHostKeys: true }, { hostKey: null });
    expect(report.failure).toBeNull();
    await session?.close();
    for (const { port } of [hop, appliance])
      expect(execFileSync('ssh-keygen', ['-F', `[127.0.0.1]:${port}`, '-f', store], { encoding: 'utf8' })).toContain(
        'ssh-ed25519',
      );
  });

  test('an appliance that the jump host cannot reach, by its words', async () => {
    expect(await failed(open({}, { port: await freePort() }))).toEqual({
      code: 'connect-refused',
      detail: expect.stringMatching(new RegExp(`jump host 127.0.0.1:${hop.port} says: .*refused`)),
      jump: null,
    });
    expect(await failed(open({}, { host: 'nowhere.invalid' }))).toMatchObject({
      code: 'resolve-failed',
      detail: expect.stringContaining('jump host'),
    });
  });

  test('a jump host that is not there is named', async () => {
    const port = await freePort();
    const jump = jumpTo({ place: { ...place(hop), port } });
    expect(await failed(open({ jump }))).toEqual({
      code: 'jump-host',
      detail: `127.0.0.1:${port}: connect-refused ECONNREFUSED`,
      jump: 'connect-refused',
    });
  });

  test('a jump host that forwards nothing is named', async () => {
    const strict = await startOpenssh({ line: LINE, config: ['AllowTcpForwarding no'] });
    try {
      const jump = jumpTo({ place: place(strict) }, strict.password);
      expect(await failed(open({ jump }))).toMatchObject({
        code: 'jump-host',
        detail: expect.stringContaining(`it forwards nothing to 127.0.0.1:${appliance.port}`),
        jump: 'unreachable',
      });
    } finally {
      await strict.stop();
    }
  });

  test('called off on the way, it answers at once and leaves nothing open', async () => {
    const control = new AbortController();
    const credential = async () => {
      control.abort();
      return good({ kind: 'password' as const, password: hop.password });
    };
    const start = performance.now();
    const { report } = await open({ jump: jumpTo({ credential }), signal: control.signal });
    expect({ code: report.failure?.code, quick: performance.now() - start < 3000 }).toEqual({
      code: 'cancelled',
      quick: true,
    });
  });
});
