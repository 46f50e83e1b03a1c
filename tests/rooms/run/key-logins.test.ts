import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AuthContext } from 'ssh2';
import { beforeEach, expect, test } from 'vitest';
import { blankAppliance, type SessionReport } from '../../../main/core/model';
import { Credentials, loginsOf } from '../../../main/run';
import { openSession } from '../../../main/ssh';
import { FINGERPRINT, fakeAppliance, trusting } from '../ssh/fake-appliance';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cpq-key-'));
  return () => rm(folder, { recursive: true, force: true });
});

/** An appliance that refuses every key until it is told to take it, and counts. */
const moody = async () => {
  const seen = { offers: 0, takes: false };
  const fake = await fakeAppliance({
    authenticate: (context: AuthContext) => {
      if (context.method !== 'publickey') return context.reject(['publickey']);
      if (context.signature === undefined) seen.offers += 1;
      return seen.takes ? context.accept() : context.reject(['publickey']);
    },
    shell: (channel) => channel.write('esa1.example.com> '),
  });
  return { fake, seen };
};

test('a refused key is withheld, and offered once more when the engineer says so', async () => {
  const file = join(folder, 'key');
  const { privateKey } = generateKeyPairSync('ed25519');
  await writeFile(file, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const { fake, seen } = await moody();
  const credentials = new Credentials();
  const appliance = {
    ...blankAppliance('esa1', 'esa'),
    host: '127.0.0.1',
    user: 'admin',
    sshPort: fake.port,
    hostKey: FINGERPRINT,
    auth: { kind: 'key' as const, key: file, passphrase: null },
  };
  const login = async (again: boolean): Promise<SessionReport['failure'] | string> => {
    const logins = loginsOf(appliance, { credentials, secretOf: () => null, again });
    const { session, report } = await openSession(
      { ...appliance, port: fake.port },
      { credential: logins.appliance.credential, knownHosts: trusting, acceptNewHostKeys: false },
    );
    logins.over(report);
    await session?.close();
    return logins.withheld() ?? report.failure?.code ?? 'in';
  };
  try {
    expect([await login(false), await login(false)]).toEqual(['auth-refused', 'credential-withheld']);
    expect(seen.offers).toBe(1);
    seen.takes = true;
    expect(await login(true)).toBe('in');
    expect(await login(false)).toBe('in');
  } finally {
    await fake.close();
  }
});

test('two refusals of a jump host count there, and its secret is another one than the appliance has', async () => {
  const credentials = new Credentials();
  const asked: string[] = [];
  const appliance = {
    ...blankAppliance('esa1', 'esa'),
    host: '192.0.2.10',
    user: 'admin',
    auth: { kind: 'password' as const, password: { given: true as const } },
    jump: {
      host: '192.0.2.1',
      port: 22,
      user: 'ops',
      hostKey: null,
      auth: { kind: 'password' as const, password: { given: true as const } },
    },
  };
  const logins = () =>
    loginsOf(appliance, {
      credentials,
      secretOf: (name) => {
        asked.push(name);
        return `secret of ${name} ${asked.length}`;
      },
    });
  const refused = { code: 'auth-refused' as const, detail: '' };
  const jump = {
    target: '',
    banner: null,
    hostKey: null,
    expected: null,
    attempts: 1,
    problem: null,
    authority: false,
  };
  const report = {
    failure: { code: 'jump-host' as const, detail: '' },
    jump: { ...jump, failure: refused },
    attempts: 0,
  };
  for (let count = 0; count < 2; count += 1) {
    const one = logins();
    expect(await one.jump?.credential()).toMatchObject({ ok: true });
    one.over({ ...BLANK, ...report });
  }
  const third = logins();
  expect(await third.jump?.credential()).toMatchObject({ ok: false, problem: { code: 'attempts-used-up' } });
  expect(third.withheld()).toBe('attempts-used-up');
  expect(await third.appliance.credential()).toMatchObject({ ok: true });
  expect(asked).toEqual(['esa1@jump', 'esa1@jump', 'esa1']);
});

const BLANK: SessionReport = {
  target: '',
  banner: null,
  hostKey: null,
  expected: null,
  offers: null,
  prompt: null,
  machine: null,
  mode: null,
  disconnected: false,
  version: null,
  model: null,
  failure: null,
  connections: 0,
  durationMs: 0,
};
