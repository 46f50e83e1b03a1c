import { expect, test } from 'vitest';
import { isMachine } from '../../../main/core/checks';
import { diagnose } from '../../../main/core/diagnosis';
import { cite } from '../../../main/core/diagnosis/judgement';
import { blankAppliance, type Observation } from '../../../main/core/model';
import { answersOf, siteOf, world } from '../../support/observations';

const forward = world('esa-to-sma');
const verdictOf = (...seen: readonly Observation[]) =>
  diagnose(siteOf('esa1'), answersOf({ direction: 'esa-to-sma' }), seen).verdict;

/** A log asked live at 20:40 on 24 November whose newest success is of `at`. */
const carried = (at: string): Observation =>
  forward.log('initiator', { successes: [forward.success('initiator', { at })], how: 'live' });

test.each([
  ['of the same day', '2026-11-24T18:40:00.000Z', 'healthy'],
  ['of three days ago, to the second', '2026-11-21T20:40:00.000Z', 'healthy'],
  ['of more than three days ago', '2026-11-21T20:39:59.000Z', 'inconclusive'],
  ['of January', '2026-01-01T09:00:00.000Z', 'inconclusive'],
])('asked live, a success %s makes it %3$s', (_name, at, verdict) => {
  expect(verdictOf(carried(at))).toBe(verdict);
});

test('a run that was stopped is never healthy', () => {
  const stopped: Observation = {
    ...forward.status('responder', 'online'),
    outcome: 'cancelled',
    reason: 'cancelled',
    data: null,
    quotes: [],
  };
  expect(verdictOf(carried('2026-11-24T18:40:00.000Z'), stopped)).toBe('inconclusive');
});

test('words that are not there are not replaced by others', () => {
  const seen = forward.status('responder', 'online');
  expect(cite(seen, (quote) => quote.quote.includes('TLS failed')).quotes).toEqual([]);
  expect(cite(seen).quotes).toEqual(seen.quotes.slice(0, 3));
});

test.each([
  ['esa1', 'esa1.example.com', true],
  ['esa1.example.com', 'ESA1', true],
  ['mx.paris.example.com', 'mx.london.example.com', false],
  ['192.0.2.20', '192.168.77.9', false],
  ['192.0.2.20', '192.0.2.20', true],
  ['2001:db8::1', '2001:db8::2', false],
])('%s and %s are one machine: %s', (name, machine, same) => {
  expect(isMachine(blankAppliance(name, 'esa'), machine)).toBe(same);
});
