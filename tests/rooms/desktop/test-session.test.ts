import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AuthContext } from 'ssh2';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openStore } from '../../../main/cases';
import { type Appliance, blankAppliance, type Role, type Site } from '../../../main/core/model';
import { describeMaterials } from '../../../main/desktop/describe-materials';
import { Desk } from '../../../main/desktop/desk';
import { casesHandlers } from '../../../main/desktop/handlers/cases';
import { runHandlers } from '../../../main/desktop/handlers/run';
import { secretsHandlers } from '../../../main/desktop/handlers/secrets';
import { siteHandlers } from '../../../main/desktop/handlers/site';
import { runCase } from '../../../main/run';
import { type Fake, FINGERPRINT, fakeAppliance } from '../ssh/fake-appliance';

let folder = '';
let desk: Desk;
const fakes: Fake[] = [];
/** The passwords that arrived, wherever. */
let offered: string[] = [];

/** Refuses every password, and counts them. */
const refuse = (context: AuthContext) => {
  if (context.method === 'password') offered.push(context.password);
  context.reject(['password']);
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cpq-test-'));
  offered = [];
  desk = new Desk(
    {
      store: openStore(folder),
      dataFolder: folder,
      knownHostsPath: join(folder, 'known_hosts'),
      settingsPath: join(folder, 'settings.json'),
      run: runCase,
      practise: async () => ({ ok: false, problem: { code: 'scenario-unknown', where: null, params: {} } }),
      describeMaterials,
      now: () => new Date(),
    },
    { run: { progress: () => undefined }, mirror: { changed: () => undefined } },
  );
});
afterEach(async () => {
  await desk.close();
  await Promise.all(fakes.splice(0).map((fake) => fake.close()));
  await rm(folder, { recursive: true, force: true });
});

const reachable = async (name: string, role: Role) => {
  const fake = await fakeAppliance({ authenticate: refuse });
  fakes.push(fake);
  return {
    ...blankAppliance(name, role),
    host: '127.0.0.1',
    sshPort: fake.port,
    user: 'admin',
    auth: { kind: 'password' as const, password: { given: true as const } },
    hostKey: FINGERPRINT,
  };
};

/** A case of one ESA and one SMA that both refuse; what it needs is asked as the page asks. */
const refusingCase = async () => {
  const made = await casesHandlers(desk).create({ name: 'Acme' });
  if (!made.ok) throw new Error(made.problem.code);
  const { id } = made.value;
  const appliances = [await reachable('esa1', 'esa'), await reachable('sma1', 'sma')];
  await desk.on(id, (session) =>
    session.change((record) => ({
      ...record,
      answers: { ...record.answers, only: ['ssh-session', 'queue'] },
      site: { ...record.site, appliances },
    })),
  );
  const hold = (appliance: string, secret: string) => secretsHandlers(desk).hold({ id, appliance, secret });
  const failure = async (appliance: string) => {
    const tested = await siteHandlers(desk).testSession({ id, appliance });
    return tested.ok ? tested.value.failure : tested.problem.code;
  };
  const run = async () => {
    await runHandlers(desk).start({ id, goesOn: false });
    await vi.waitFor(async () => expect(await casesHandlers(desk).open({ id })).toMatchObject(ended), 10_000);
  };
  return { hold, failure, run };
};
describe('a host key', () => {
  const other = `SHA256:${'A'.repeat(43)}`;
  const unpinned = async () => {
    const made = await casesHandlers(desk).create({ name: 'Acme' });
    if (!made.ok) throw new Error(made.problem.code);
    const { id, site } = made.value;
    const esa = { ...(await reachable('esa1', 'esa')), hostKey: null };
    const sma = { ...(await reachable('sma1', 'sma')), hostKey: null };
    const { save, testSession, acceptHostKey } = siteHandlers(desk);
    const kept = { ...site, appliances: [esa, sma] };
    await save({ id, site: kept });
    return {
      site: kept,
      save: (changed: Site) => save({ id, site: changed }),
      test: (appliance: string) => testSession({ id, appliance }),
      accept: (appliance: string, fingerprint: string) => acceptHostKey({ id, appliance, fingerprint }),
    };
  };
  const refused = (where: string) => ({ ok: false, problem: { code: 'host-key-not-shown', where } });

  test('is accepted after it was shown, for that appliance only', async () => {
    const { test: ask, accept } = await unpinned();
    expect(await accept('esa1', FINGERPRINT)).toMatchObject(refused('esa1'));
    expect(await ask('esa1')).toMatchObject({ value: { failure: 'host-key-unknown', fingerprint: FINGERPRINT } });
    expect(await accept('esa1', other)).toMatchObject(refused('esa1'));
    expect(await accept('sma1', FINGERPRINT)).toMatchObject(refused('sma1'));
    expect(await accept('esa1', FINGERPRINT)).toMatchObject({
      ok: true,
      value: { site: { appliances: [{ hostKey: FINGERPRINT }, { hostKey: null }] } },
    });
    expect(offered).toEqual([]);
  });

  test('that was shown for one place is not accepted for another', async () => {
    const { site, save, test: ask, accept } = await unpinned();
    await ask('esa1');
    await save({ ...site, appliances: site.appliances.map((one) => ({ ...one, host: 'localhost' })) });
    expect(await accept('esa1', FINGERPRINT)).toMatchObject(refused('esa1'));
  });

  test('cannot be written into the site', async () => {
    const { site, save } = await unpinned();
    const appliances = site.appliances.map((one) => (one.name === 'sma1' ? { ...one, hostKey: other } : one));
    expect(await save({ ...site, appliances })).toMatchObject(refused('sma1'));
  });
});

/** Asks for a password and then for a code, over keyboard-interactive. */
const twoFactors = (typed: string[][]) => (context: AuthContext) => {
  if (context.method !== 'keyboard-interactive') return context.reject(['keyboard-interactive']);
  context.prompt([{ prompt: 'Password: ', echo: false }], (passwords) => {
    context.prompt([{ prompt: 'PASSCODE: ', echo: false }], (codes) => {
      typed.push([...passwords, ...codes]);
      if (codes[0] === '123456') context.accept();
      else context.reject(['keyboard-interactive']);
    });
  });
};

const oneCase = async (appliance: Appliance) => {
  const made = await casesHandlers(desk).create({ name: 'Acme' });
  if (!made.ok) throw new Error(made.problem.code);
  const { id } = made.value;
  await desk.on(id, (session) =>
    session.change((record) => ({ ...record, site: { ...record.site, appliances: [appliance] } })),
  );
  const { testSession, acceptHostKey } = siteHandlers(desk);
  return {
    hold: (secret: string, kind: { what?: 'secret' | 'code'; ofJump?: boolean } = {}) =>
      secretsHandlers(desk).hold({ id, appliance: appliance.name, secret, ...kind }),
    test: (again?: boolean) => testSession({ id, appliance: appliance.name, ...(again ? { again } : {}) }),
    accept: (fingerprint: string) => acceptHostKey({ id, appliance: appliance.name, fingerprint }),
  };
};

test('a second factor is told by its words, and its code is good for one login', async () => {
  const typed: string[][] = [];
  const fake = await fakeAppliance({
    authenticate: twoFactors(typed),
    shell: (channel) => channel.write('esa1.example.com> '),
  });
  fakes.push(fake);
  const { hold, test: ask } = await oneCase({ ...(await reachable('esa1', 'esa')), sshPort: fake.port });
  await hold('sesame');
  const wants = { value: { failure: 'second-factor', detail: 'keyboard-interactive asks: PASSCODE:' } };
  expect(await ask()).toMatchObject(wants);
  const held = await hold('123456', { what: 'code' });
  expect(JSON.stringify(held)).not.toContain('123456');
  expect(await ask()).toMatchObject({ value: { ok: true, failure: null } });
  expect(await ask()).toMatchObject(wants);
  expect(typed).toEqual([['sesame', '123456']]);
});

describe('a jump host', () => {
  const behind = async () => {
    const fake = await fakeAppliance({ authenticate: refuse });
    fakes.push(fake);
    const auth = { kind: 'password' as const, password: { given: true as const } };
    const jump = { host: '127.0.0.1', port: fake.port, user: 'ops', auth, hostKey: null };
    return { at: `127.0.0.1:${fake.port}`, appliance: { ...(await reachable('esa1', 'esa')), jump } };
  };

  test("is confirmed by its own key, which is pinned to it and not to the appliance's", async () => {
    const { at, appliance } = await behind();
    const { test: ask, accept } = await oneCase({ ...appliance, hostKey: null });
    expect(await ask()).toMatchObject({ value: { failure: 'host-key-unknown', fingerprint: FINGERPRINT, jump: at } });
    expect(await accept(FINGERPRINT)).toMatchObject({
      ok: true,
      value: { site: { appliances: [{ hostKey: null, jump: { hostKey: FINGERPRINT } }] } },
    });
    expect(await ask()).toMatchObject({
      value: { failure: 'no-credential', jump: at, problem: { where: 'esa1@jump' } },
    });
    expect(offered).toEqual([]);
  });

  test("gets its own secret and never the appliance's", async () => {
    const { at, appliance } = await behind();
    const { hold, test: ask } = await oneCase({ ...appliance, jump: { ...appliance.jump, hostKey: FINGERPRINT } });
    await hold("the appliance's");
    await hold("the jump host's", { ofJump: true });
    expect(await ask()).toMatchObject({ value: { failure: 'auth-refused', jump: at } });
    expect(offered).toEqual(["the jump host's"]);
    expect(await hold('x', { ofJump: true })).toMatchObject({ value: { secretsHeld: ['esa1', 'esa1@jump'] } });
  });
});

const ended = { value: { run: { state: 'ended' } } };

test('a refused password is offered once, by whatever asks next, to whomever', async () => {
  const { hold, failure, run } = await refusingCase();
  await hold('esa1', 'wrong');
  await hold('sma1', 'wrong');
  expect(await failure('esa1')).toBe('auth-refused');
  expect(await failure('esa1')).toBe('credential-withheld');
  expect(await failure('sma1')).toBe('credential-withheld');
  await run();
  expect(await failure('esa1')).toBe('credential-withheld');
  expect(offered).toEqual(['wrong']);
});

test('a run that was refused keeps a test from offering the same', async () => {
  const { hold, failure, run } = await refusingCase();
  await hold('esa1', 'wrong');
  await hold('sma1', 'wrong');
  await run();
  expect(offered).toEqual(['wrong']);
  expect(await failure('sma1')).toBe('credential-withheld');
  expect(offered).toEqual(['wrong']);
});

test('a password that is typed is one more attempt, also the same one; two refusals are the most', async () => {
  const { hold, failure, run } = await refusingCase();
  await hold('esa1', 'first');
  expect(await failure('esa1')).toBe('auth-refused');
  expect(await failure('esa1')).toBe('credential-withheld');
  await hold('esa1', 'first');
  expect(await failure('esa1')).toBe('auth-refused');
  for (const typed of ['first', 'second']) {
    await hold('esa1', typed);
    expect(await failure('esa1')).toBe('attempts-used-up');
  }
  expect(offered).toEqual(['first', 'first']);
  await run();
  expect(offered).toEqual(['first', 'first', 'second']);
});
