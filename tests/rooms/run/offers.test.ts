import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { good, type SessionReport } from '../../../main/core/model';
import { Credentials, type Offer } from '../../../main/run';
import type { Credential } from '../../../main/ssh';

type Code = NonNullable<SessionReport['failure']>['code'];
const failed = (code: Code) => ({ code, detail: '' });
const password = (text: string): Credential => ({ kind: 'password', password: text });

let credentials: Credentials;
const offerOf = (at: string, held: Credential = password('shared')): Offer =>
  credentials.offerFor({ name: at, user: 'admin', at: `${at}:22`, resolve: async () => good(held) });
/** `in`, what it was withheld for, or that it still waits. */
const stateOf = (offer: Offer): string => (offer.offered ? 'offered' : (offer.withheld ?? 'waits'));
/** Begins all of them and lets what can go on go on. */
const begun = async (...offers: readonly Offer[]) => {
  const answers = offers.map((offer) => offer.credential());
  await vi.advanceTimersByTimeAsync(0);
  return answers;
};

beforeEach(() => {
  vi.useFakeTimers();
  credentials = new Credentials();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('one credential for several appliances', () => {
  test('goes to one of them alone, and to all once that has let it in, before its first prompt', async () => {
    const offers = ['esa1', 'esa2', 'esa3'].map((at) => offerOf(at));
    await begun(...offers);
    expect(offers.map(stateOf)).toEqual(['offered', 'waits', 'waits']);
    offers[0]?.accepted();
    await vi.advanceTimersByTimeAsync(0);
    expect(offers.map(stateOf)).toEqual(['offered', 'offered', 'offered']);
  });

  test('goes to no other once it was refused, but was not where nothing was offered', async () => {
    const [keysOnly, refusing, third] = [offerOf('esa1'), offerOf('esa2'), offerOf('esa3')];
    await begun(keysOnly, refusing, third);
    // `no password here; the appliance takes publickey`
    keysOnly.over(failed('auth-refused'), 0);
    await vi.advanceTimersByTimeAsync(0);
    expect([refusing, third].map(stateOf)).toEqual(['offered', 'waits']);
    refusing.over(failed('auth-refused'), 1);
    await vi.advanceTimersByTimeAsync(0);
    expect(stateOf(third)).toBe('credential-withheld');
  });

  test('goes to the next where the line is cut behind it, and to nobody more after the second time', async () => {
    const offers = ['esa1', 'esa2', 'esa3'].map((at) => offerOf(at));
    await begun(...offers);
    offers[0]?.over(failed('reset'), 1);
    await vi.advanceTimersByTimeAsync(0);
    expect(offers.map(stateOf)).toEqual(['offered', 'offered', 'waits']);
    offers[1]?.over(failed('timed-out'), 1);
    await vi.advanceTimersByTimeAsync(0);
    expect(offers.map(stateOf)).toEqual(['offered', 'offered', 'credential-withheld']);
  });

  test('does not wait for an appliance that hangs: a second one is tried after ten seconds, never a third', async () => {
    const offers = ['esa1', 'esa2', 'esa3'].map((at) => offerOf(at));
    await begun(...offers);
    await vi.advanceTimersByTimeAsync(9_900);
    expect(offers.map(stateOf)).toEqual(['offered', 'waits', 'waits']);
    await vi.advanceTimersByTimeAsync(200);
    expect(offers.map(stateOf)).toEqual(['offered', 'offered', 'waits']);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(offers.map(stateOf)).toEqual(['offered', 'offered', 'waits']);
    offers[1]?.accepted();
    await vi.advanceTimersByTimeAsync(0);
    expect(offers.map(stateOf)).toEqual(['offered', 'offered', 'offered']);
  });

  test('whoever is called off waits no longer, and leaves no timer behind', async () => {
    const control = new AbortController();
    const [first, second] = [
      offerOf('esa1'),
      credentials.offerFor({
        name: 'esa2',
        user: 'admin',
        at: 'esa2:22',
        resolve: async () => good(password('shared')),
        signal: control.signal,
      }),
    ];
    const [, waiting] = await begun(first, second);
    control.abort();
    expect(await waiting).toMatchObject({ ok: false });
    expect([stateOf(second), vi.getTimerCount()]).toEqual(['waits', 0]);
  });
});

describe('one place for several credentials', () => {
  test('is offered two at the same time and no third, unless one was let in', async () => {
    const offers = ['a', 'b', 'c'].map((text) => offerOf('jump', password(text)));
    await begun(...offers);
    expect(offers.map(stateOf)).toEqual(['offered', 'offered', 'waits']);
    offers[0]?.over(failed('auth-refused'), 1);
    await vi.advanceTimersByTimeAsync(0);
    expect(stateOf(offers[2] ?? offerOf('none'))).toBe('waits');
    offers[1]?.over(failed('auth-refused'), 1);
    await vi.advanceTimersByTimeAsync(0);
    expect(offers.map(stateOf)).toEqual(['offered', 'offered', 'attempts-used-up']);
  });

  test('that has let one in counts what it refused before no more', async () => {
    const offers = ['a', 'b', 'c'].map((text) => offerOf('jump', password(text)));
    await begun(...offers);
    offers[0]?.over(failed('auth-refused'), 1);
    offers[1]?.accepted();
    offers[1]?.over(null, 1);
    await vi.advanceTimersByTimeAsync(0);
    expect(offers.map(stateOf)).toEqual(['offered', 'offered', 'offered']);
  });

  test.each(['second-factor', 'reset', 'timed-out', 'cancelled'] as const)(
    'an end by %s is an attempt too',
    async (code) => {
      for (const text of ['a', 'b']) {
        const offer = offerOf('esa1', password(text));
        await begun(offer);
        offer.over(failed(code), 1);
      }
      const third = offerOf('esa1', password('c'));
      await begun(third);
      expect(stateOf(third)).toBe('attempts-used-up');
      credentials.newRun();
      await begun(third);
      expect(stateOf(third)).toBe('offered');
    },
  );

  test('gets no more keys of an agent than it has attempts left', async () => {
    const agent: Credential = { kind: 'agent', socket: '/run/agent' };
    const [first, second] = [offerOf('esa1', password('a')), offerOf('esa1', agent)];
    await begun(first);
    first.over(failed('auth-refused'), 1);
    expect(await second.credential()).toEqual(good({ ...agent, most: 1 }));
    const other = offerOf('esa2', agent);
    second.over(failed('auth-refused'), 1);
    credentials = new Credentials();
    expect(await offerOf('esa2', agent).credential()).toEqual(good({ ...agent, most: 2 }));
    expect(stateOf(other)).toBe('waits');
  });
});
