import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answers, FootprintEntry, SessionReport } from '../../../main/core/model';
import type { Lab } from '../../../main/lab';
import { freePort } from '../../support/free-port';
import { labOf, type Ran, ran, secretsOf, withAppliance } from '../../support/run';

let lab: Lab;
beforeAll(async () => {
  lab = await labOf('healthy', 4);
});
afterAll(() => lab.close());

const only: { given: Partial<Answers> } = { given: { only: ['ssh-session', 'queue'], direction: 'esa-to-sma' } };
const logins = ({ outcome }: Ran) =>
  outcome.observations.filter((one) => one.check === 'ssh-session').map((one) => `${one.outcome} ${one.reason}`);
const left = (entries: readonly FootprintEntry[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { what, leaves } of entries) if (what === 'ssh-login') counts[leaves] = (counts[leaves] ?? 0) + 1;
  return counts;
};

describe('a wrong password', () => {
  test('is tried once, at one appliance, and offered to no other that shares it', async () => {
    const seen = await ran(lab.site, { ...only, secretOf: () => 'wrong' });
    expect(logins(seen).toSorted()).toEqual(
      [...Array(4).fill('could-not-tell blocked-upstream'), 'could-not-tell auth-refused'].toSorted(),
    );
    expect(left(seen.outcome.footprint)).toEqual({ 'one-login': 1, 'one-connection': 4 });
  });

  test('stays with one appliance where another one cannot even be reached', async () => {
    const site = withAppliance(lab.site, 'esa1', { sshPort: await freePort() });
    const seen = await ran(site, { ...only, secretOf: () => 'wrong' });
    expect(left(seen.outcome.footprint)['one-login']).toBe(1);
    expect(seen.of('ssh-session@esa1').reason).toBe('refused');
  });

  test('of its own is tried once at each appliance', async () => {
    const seen = await ran(lab.site, { ...only, secretOf: (name) => `wrong at ${name}` });
    expect(logins(seen)).toEqual(Array(5).fill('could-not-tell auth-refused'));
    expect(left(seen.outcome.footprint)).toEqual({ 'one-login': 5 });
  });

  test('blocks the commands of that appliance, which say so', async () => {
    const seen = await ran(lab.site, {
      ...only,
      secretOf: (name) => (name === 'esa2' ? 'wrong' : secretsOf(lab)(name)),
    });
    expect([seen.of('queue@esa2').outcome, seen.of('queue@esa2').reason]).toEqual(['skipped', 'blocked-upstream']);
    expect(seen.of('queue@esa1').outcome).toBe('passed');
  });

  test('never stands in evidence, rows or events', async () => {
    const secret = 'Tr0ub4dor-unmistakable';
    const seen = await ran(lab.site, { ...only, secretOf: () => secret });
    expect(JSON.stringify([seen.outcome, seen.events, [...seen.kept]])).not.toContain(secret);
  });
});

test('a right password that all share is given to all', async () => {
  const shared = await labOf('healthy', 2);
  const [first] = shared.secrets;
  const seen = await ran(shared.site, {
    ...only,
    secretOf: (name) => (name === 'esa1' ? (first?.secret ?? '') : secretsOf(shared)(name)),
  });
  await shared.close();
  expect(logins(seen)).toEqual(Array(3).fill('passed null'));
});

describe('a host key', () => {
  const bare = () => withAppliance(lab.site, 'esa1', { hostKey: null });
  const esa1 = () => lab.site.appliances.find((one) => one.name === 'esa1');

  test('that is unknown: its fingerprint is shown, no password is asked for, its commands are blocked', async () => {
    const asked: string[] = [];
    const seen = await ran(bare(), {
      ...only,
      secretOf: (name) => {
        asked.push(name);
        return secretsOf(lab)(name);
      },
    });
    const row = seen.of('ssh-session@esa1');
    expect([row.outcome, row.reason]).toEqual(['could-not-tell', 'host-key-unknown']);
    expect((row.data as SessionReport).hostKey?.fingerprint).toBe(esa1()?.hostKey);
    expect(row.quotes.some((one) => one.quote.startsWith('ssh: '))).toBe(true);
    expect(asked).not.toContain('esa1');
    expect(seen.of('queue@esa1').reason).toBe('blocked-upstream');
    expect(seen.of('queue@esa2').outcome).toBe('passed');
  });

  test('that is unknown is accepted where the engineer said so', async () => {
    const seen = await ran(bare(), { ...only, acceptNewHostKeys: true, secretOf: secretsOf(lab) });
    expect(seen.of('ssh-session@esa1').outcome).toBe('passed');
  });

  test('that is another one than expected: no password either', async () => {
    const asked: string[] = [];
    const site = withAppliance(lab.site, 'esa1', { hostKey: `SHA256:${'A'.repeat(43)}` });
    const seen = await ran(site, {
      ...only,
      acceptNewHostKeys: true,
      secretOf: (name) => {
        asked.push(name);
        return secretsOf(lab)(name);
      },
    });
    expect(seen.of('ssh-session@esa1').reason).toBe('host-key-changed');
    expect(asked).not.toContain('esa1');
  });
});

test('a host that does not resolve is said to be unknown, by login and by probe', async () => {
  const site = withAppliance(lab.site, 'sma1', {
    host: 'sma1.nowhere.invalid',
    quarantine: { interface: null, address: 'sma1.nowhere.invalid', port: 7025 },
  });
  const seen = await ran(site, {
    given: { only: ['ssh-session', 'tls-offer'], direction: 'esa-to-sma' },
    secretOf: secretsOf(lab),
  });
  expect(seen.of('ssh-session@sma1')).toMatchObject({ outcome: 'could-not-tell', reason: 'name-unknown' });
  const offers = seen.outcome.observations.filter((one) => one.check === 'tls-offer');
  expect(offers.map((one) => `${one.outcome} ${one.reason}`).toSorted()).toEqual([
    'could-not-tell name-unknown',
    ...Array(3).fill('skipped already-seen'),
  ]);
  expect(seen.of('ssh-session@esa1').outcome).toBe('passed');
});
