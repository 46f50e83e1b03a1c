import { describe, expect, test } from 'vitest';
import { ageSeconds } from '../../../main/core/asyncos/age';
import { timeToLoss } from '../../../main/core/diagnosis';
import type { Flow, Observation } from '../../../main/core/model';
import { catalogues, timeToLossWords, wordsIn } from '../../../main/core/texts';
import { answersOf, observation, siteOf, world } from '../../support/observations';

const w = world('esa-to-sma');
const ask = (observations: readonly Observation[], direction: Flow = 'esa-to-sma', ...esas: string[]) =>
  timeToLoss(siteOf('esa1', ...esas), answersOf({ direction }), observations);

const status = (data: object, rest: Partial<Observation> = {}): Observation =>
  observation('status', 'system-status', 'esa1', { system: 'online', ...data }, ['System status: Online'], rest);

const OLD = { oldestMessage: '2 days 20 hours 59 mins 0 secs', activeRecipients: 12 };

describe('ages as AsyncOS writes them', () => {
  test.each([
    ['2 hours 14 mins 3 secs', 8043],
    ['1 min 3 secs', 63],
    ['4 weeks 1 day 46 mins', 2_508_360],
    ['37 secs', 37],
    ['No Messages', null],
    ['', null],
    ['2 hours, 14 mins', 8040],
    ['2 hours ago', null],
    ['two hours', null],
  ])('%s', (text, seconds) => {
    expect(ageSeconds(text)).toBe(seconds);
  });
});

describe('the first loss', () => {
  test('is 72 hours after the oldest message, where everything waits in this destination', () => {
    const [found, ...rest] = ask([w.queue(12), status(OLD)]);
    expect(rest).toEqual([]);
    expect(found).toEqual({
      direction: 'esa-to-sma',
      initiator: 'esa1',
      host: 'the.cpq.host',
      waiting: 12,
      oldestSeconds: 248_340,
      limit: { seconds: 259_200, attempts: 100 },
      firstLossAt: '2026-11-24T23:41:00.000Z',
      bound: 'at',
      conditions: ['follows-default-profile', 'profile-unchanged', 'nothing-delivered-meanwhile'],
      missing: [],
      bounced: 0,
      observations: ['queue', 'status'],
    });
  });

  test('is only a bound where other mail waits too', () => {
    expect(ask([w.queue(12), status({ ...OLD, activeRecipients: 40 })])[0]?.bound).toBe('not-before');
    expect(ask([w.queue(12), status({ oldestMessage: OLD.oldestMessage })])[0]?.bound).toBe('not-before');
  });

  test('of pasted output stands in the appliance’s own time; without a time it is unknown', () => {
    const pasted = (asOf: string | null) =>
      ask([w.queue(12), status({ ...OLD, asOf }, { how: 'material' })]).map(({ firstLossAt, missing }) => [
        firstLossAt,
        missing,
      ]);
    expect(pasted('2026-03-02T15:17:32')).toEqual([['2026-03-02T18:18:32', []]]);
    expect(pasted(null)).toEqual([[null, ['time-of-look']]]);
  });

  test('is unknown without the age of the oldest message, never guessed', () => {
    expect(ask([w.queue(12)])[0]).toMatchObject({
      firstLossAt: null,
      bound: null,
      missing: ['oldest-message', 'time-of-look'],
    });
    expect(ask([w.queue(12), status({ oldestMessage: 'a while' })])[0]).toMatchObject({
      firstLossAt: null,
      missing: ['oldest-message'],
    });
  });

  test('is nobody’s where nothing waits, nothing was asked, or messages are carried', () => {
    expect(ask([])).toEqual([]);
    expect(ask([w.queue(0), status(OLD)])).toEqual([]);
    expect(ask([w.queue(12), status(OLD), w.carried()])).toEqual([]);
  });

  test('of releases is unknown: no source says which limit they have', () => {
    const back = world('sma-to-esa');
    expect(ask([back.queue(5)], 'sma-to-esa').map(({ host, missing }) => [host, missing])).toEqual([
      ['the.cpq.release.host', ['limit-of-releases']],
    ]);
  });

  test('is said once for an initiator with several pairs', () => {
    const back = world('sma-to-esa');
    expect(ask([back.queue(5)], 'sma-to-esa', 'esa2')).toHaveLength(1);
  });
});

describe.each(['en', 'fr'] as const)('in %s', (language) => {
  const words = wordsIn(language, catalogues[language]);

  test('the time, whose clock it is, and what it rests on', () => {
    const [first, basis, bounced] = timeToLossWords(ask([w.queue(12, { hardBounced: 2 }), status(OLD)]), words);
    expect(first).toContain('2026-11-24 23:41 UTC');
    expect(basis).toMatch(/72 .*100/);
    expect(bounced).toContain('2');
  });

  test('an unknown says what would tell, and rests on nothing', () => {
    const lines = timeToLossWords(ask([w.queue(12)]), words);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('status');
  });
});
