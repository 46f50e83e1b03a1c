import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diagnose } from '../../../main/core/diagnosis';
import { compareDiagnoses } from '../../../main/core/diagnosis/compare';
import type { Answers, ComparedFinding, Diagnosis, Observation } from '../../../main/core/model';
import { answersOf, siteOf, world } from '../../support/observations';

const w = world('esa-to-sma');
const site = siteOf('esa1');
const ask = (observations: readonly Observation[], rest: Partial<Answers> = {}, where = site): Diagnosis =>
  diagnose(where, answersOf({ direction: 'esa-to-sma', ...rest }), observations);

const SUSPENDED = [w.status('responder', 'receiving-suspended'), w.reach('refused'), w.listens(22), w.queue(12)];
const MENDED = [w.status('responder', 'online'), w.reach('connected'), w.listens(22, 7025), w.queue(0), w.carried()];

const rows = (found: readonly ComparedFinding[]) =>
  Object.fromEntries(found.map(({ code, before, after, why }) => [code, [before, after, why]]));

describe('two runs of one site', () => {
  test('what the later run rules out is fixed, its consequences too', () => {
    const found = compareDiagnoses(ask(SUSPENDED), ask(MENDED));
    expect(rows(found.fixed)).toMatchObject({
      'listener-suspended': ['confirmed', 'ruled-out', null],
      'path-refused': ['confirmed', 'ruled-out', null],
      'queue-backlog': ['confirmed', 'ruled-out', null],
    });
    expect([found.new, found.same, found.notCompared]).toEqual([[], [], []]);
    expect(found.fixed.find((one) => one.code === 'queue-backlog')?.consequenceOf).toBe('listener-suspended');
  });

  test('turned round, the same causes are new', () => {
    const found = compareDiagnoses(ask(MENDED), ask(SUSPENDED));
    expect(found.new.map((one) => one.code).toSorted()).toEqual([
      'listener-suspended',
      'path-refused',
      'queue-backlog',
    ]);
    expect(found.fixed).toEqual([]);
  });

  test('what both see is the same, with the status of each', () => {
    const found = compareDiagnoses(ask([w.status('responder', 'receiving-suspended')]), ask(SUSPENDED));
    expect(rows(found.same)).toMatchObject({ 'listener-suspended': ['suspected', 'confirmed', null] });
  });

  test('what the later run did not check is not fixed', () => {
    const found = compareDiagnoses(ask(SUSPENDED), ask([]));
    expect(found.fixed).toEqual([]);
    expect(rows(found.notCompared)).toMatchObject({
      'listener-suspended': ['confirmed', 'not-checked', 'not-checked-after'],
    });
  });

  test('what another fault hid before is not new', () => {
    const admits = [w.list('HIGH:MEDIUM'), w.version('9.1.0-032')];
    const found = compareDiagnoses(ask([...SUSPENDED, ...admits]), ask([w.reach('connected'), ...admits]));
    const cipher = found.notCompared.find((one) => one.code === 'tls-anonymous-cipher');
    expect([cipher?.before, cipher?.after, cipher?.why]).toEqual(['not-checked', 'suspected', 'hidden-before']);
  });

  test('a direction that one run did not ask about, and a pair that it does not know, are said so', () => {
    const other = compareDiagnoses(ask(SUSPENDED), ask(MENDED, { direction: 'sma-to-esa' }));
    expect(new Set(other.notCompared.map((one) => one.why))).toEqual(new Set(['direction-not-asked']));
    const strangers = compareDiagnoses(ask(SUSPENDED), ask([], {}, siteOf('esa2')));
    expect(new Set(strangers.notCompared.map((one) => one.why))).toEqual(new Set(['pair-not-there']));
    expect([other.related, strangers.related]).toEqual([true, false]);
  });
});

test('a run compared with itself: nothing fixed, nothing new, nothing left out, in whatever order it was seen', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...SUSPENDED, w.list('HIGH:MEDIUM'), w.version('9.1.0-032')]), (seen) => {
      const found = compareDiagnoses(ask(seen), ask(seen));
      expect([found.fixed, found.new, found.notCompared]).toEqual([[], [], []]);
    }),
    { numRuns: 40 },
  );
});

test('turning the runs round turns fixed and new, and leaves the rest', () => {
  const pool = [...SUSPENDED, ...MENDED];
  fc.assert(
    fc.property(fc.subarray(pool), fc.subarray(pool), (first, second) => {
      const there = compareDiagnoses(ask(first), ask(second));
      const back = compareDiagnoses(ask(second), ask(first));
      const codes = (found: readonly ComparedFinding[]) => found.map((one) => one.code).toSorted();
      expect([codes(there.fixed), codes(there.new), codes(there.same), codes(there.notCompared)]).toEqual([
        codes(back.new),
        codes(back.fixed),
        codes(back.same),
        codes(back.notCompared),
      ]);
    }),
    { numRuns: 40 },
  );
});
