import { describe, expect, test } from 'vitest';
import { diagnose, enablingOf } from '../../../main/core/diagnosis';
import type { Answers, Observation } from '../../../main/core/model';
import { catalogues, enablingWords, wordsIn } from '../../../main/core/texts';
import { answersOf, siteOf, world } from '../../support/observations';

const w = world('esa-to-sma');

const ask = (observations: readonly Observation[], rest: Partial<Answers> = {}, esas: readonly string[] = ['esa1']) => {
  const site = siteOf(...esas);
  const answers = answersOf({ direction: 'enable-disabled', cluster: 'standalone', ...rest });
  return enablingOf(site, answers, observations, diagnose(site, answers, observations).findings);
};
const states = ([first]: ReturnType<typeof ask>) =>
  Object.fromEntries((first?.items ?? []).map(({ key, state }) => [key, state]));

const ORDER = [
  'administrator',
  'sma-online',
  'service-enabled',
  'esa-added',
  'ssh-to-esa',
  'wizard-run',
  'committed',
  'delivery-interface',
  'port-open',
  'tls-agreed',
];
const OF_CLUSTER = ['every-member-added', 'same-interface-name', 'same-level', 'same-revision'];

describe('the way to the Enable button', () => {
  test('is asked for by the greyed button alone, for each ESA', () => {
    expect(ask([], { direction: 'esa-to-sma' })).toEqual([]);
    expect(ask([], {}, ['esa1', 'esa2']).map((one) => one.appliances)).toEqual([
      ['esa1', 'sma1'],
      ['esa2', 'sma1'],
    ]);
  });

  test('nothing seen: everything open, in the order of the page, and nothing met', () => {
    const [found] = ask([]);
    expect(found?.items.map(({ key, state, evidence }) => [key, state, evidence.length])).toEqual(
      ORDER.map((key) => [key, 'open', 0]),
    );
    expect(found?.next).toBe('administrator');
  });

  test('what is seen is met with its proof, what a cause speaks of is lacking and comes next', () => {
    const found = ask([w.status('responder', 'online'), w.reach('refused'), w.listens(22)]);
    expect(states(found)).toMatchObject({ 'port-open': 'lacking' });
    const port = found[0]?.items.find((one) => one.key === 'port-open');
    expect(port?.code).toBe('path-refused');
    expect(port?.evidence.length).toBeGreaterThan(0);
  });

  test('the port is met by the initiator’s own connect', () => {
    const [found] = ask([w.reach('connected', { banner: '220 sma1.example.com ESMTP' })]);
    const port = found?.items.find((one) => one.key === 'service-enabled');
    expect([port?.state, (port?.evidence.length ?? 0) > 0]).toEqual(['met', true]);
  });

  test('a suspended SMA is the first that is lacking', () => {
    const found = ask([w.status('responder', 'offline'), w.reach('refused')]);
    expect([states(found)['sma-online'], found[0]?.next]).toEqual(['lacking', 'sma-online']);
  });

  test('nothing is met without a quoted word', () => {
    const everything = [w.status('responder', 'online'), w.reach('connected'), w.listens(22, 7025), w.carried()];
    const met = ask(everything, { cluster: 'cluster' }).flatMap((one) =>
      one.items.filter(({ state }) => state === 'met'),
    );
    expect(met.length).toBeGreaterThan(0);
    expect(met.filter(({ evidence }) => evidence.length === 0)).toEqual([]);
  });
});

describe('the clustered wizard asks for more', () => {
  const both = ['esa1', 'esa2'];
  const said = (one: string, other: string) => [w.version(one, 'esa1'), w.version(other, 'esa2')];
  const revision = (seen: readonly Observation[]) => states(ask(seen, { cluster: 'cluster' }, both))['same-revision'];

  test('members, interface, level and revision', () => {
    expect(ask([], { cluster: 'cluster' })[0]?.items.map((one) => one.key)).toEqual([...ORDER, ...OF_CLUSTER]);
    expect(ask([], { cluster: 'unknown' })[0]?.items.map((one) => one.key)).toEqual([...ORDER, ...OF_CLUSTER]);
  });

  test('one revision on all of them', () => {
    expect(revision(said('15.5.1-055', '15.5.1-055'))).toBe('met');
    expect(revision(said('15.5.1-055', '15.5.1-054'))).toBe('lacking');
    expect(revision([w.version('15.5.1-055', 'esa1')])).toBe('open');
  });
});

test.each(['en', 'fr'] as const)(
  'every prerequisite has words in %s, and the five minutes stand at the end',
  (language) => {
    const words = wordsIn(language, catalogues[language]);
    const [told] = enablingWords(ask([w.reach('refused')], { cluster: 'cluster' }), words);
    expect(told?.lines.join('\n')).not.toMatch(/\b(?:advice|checks|causes):\w/);
    expect(told?.lines).toHaveLength(ORDER.length + OF_CLUSTER.length + 2);
    expect(told?.lines.at(-1)).toBe(words.say('advice:enabling.patience'));
  },
);
