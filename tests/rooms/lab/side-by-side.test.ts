import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunEvent } from '../../../main/core/model';
import { drops, far, type Lab, type Moods, startLab } from '../../../main/lab';
import { type Ran, ran, secretsOf } from '../../support/run';

const ESAS = 8;
const NAMES = [...Array.from({ length: ESAS }, (_, at) => `esa${at + 1}`), 'sma1'];

const labWith = async (moods: Moods): Promise<Lab> => {
  const lab = await startLab({ scenario: 'cluster-interface-missing', esas: ESAS, now: new Date(), moods });
  if (!lab.ok) throw new Error(lab.problem.code);
  return lab.value;
};

/** Lanes in which a step has begun and not ended, after each event. */
const busyAfterEach = ({ events }: Ran): ReadonlySet<string>[] => {
  const laneOf = new Map(events.flatMap((one) => (one.kind === 'observed' ? [lane(one)] : [])));
  const busy = new Set<string>();
  return events.map((one) => {
    if (one.kind === 'about-to') busy.add(laneOf.get(one.step) ?? '');
    if (one.kind === 'observed') busy.delete(one.observation.vantage);
    return new Set(busy);
  });
};
const lane = ({ observation }: Extract<RunEvent, { kind: 'observed' }>) =>
  [observation.step, observation.vantage] as const;

const rowsOf = (seen: Ran, name: string) => seen.outcome.observations.filter((one) => one.vantage === name);
/** What came of each check of an appliance; without those that nobody has a file for. */
const outcomesOf = (seen: Ran, name: string): Record<string, string> =>
  Object.fromEntries(
    rowsOf(seen, name)
      .filter(({ outcome }) => outcome !== 'skipped')
      .map(({ check, outcome, reason }) => [check, [outcome, reason].filter((word) => word !== null).join(' ')]),
  );

/** Bytes behind which a line is cut; the last two in the list of interfaces, and in the menu below it. */
const CUTS: Readonly<Record<string, number>> = { esa3: 1000, esa4: 2000, esa5: 2510, esa6: 2680 };

describe('eight members of a cluster and one SMA, each of which answers late', () => {
  let lab: Lab;
  let seen: Ran;
  beforeAll(async () => {
    const moodOf = (name: string) => (CUTS[name] === undefined ? far(20) : drops(CUTS[name]));
    lab = await labWith(Object.fromEntries(NAMES.map((name) => [name, moodOf(name)])));
    seen = await ran(lab.site, { secretOf: secretsOf(lab), limitMs: 90_000 });
  }, 120_000);
  afterAll(() => lab?.close());

  test('all of them are asked at the same time, each by one login', () => {
    const most = Math.max(...busyAfterEach(seen).map((busy) => NAMES.filter((name) => busy.has(name)).length));
    const logins = seen.outcome.footprint.filter(({ what }) => what === 'ssh-login').length;
    expect({ most, logins }).toEqual({ most: NAMES.length, logins: NAMES.length });
  });

  const CHECKS = [
    'ssh-session',
    'version',
    'system-status',
    'interfaces',
    'cipher-lists',
    'cluster-members',
    'queue',
    'listening',
    'mail-logs',
    'log-subscriptions',
    'alerts',
  ];
  const upTo = (first: string): Record<string, string> =>
    Object.fromEntries(
      CHECKS.map((check, at) => [check, at < CHECKS.indexOf(first) ? 'passed' : 'could-not-tell cut-off']),
    );

  test.each([
    ['esa3', 'system-status'],
    ['esa4', 'system-status'],
    ['esa5', 'interfaces'],
    ['esa6', 'interfaces'],
  ])(
    'at %s, whose line drops in the answer to %s, that answer is none: a shorter list would be another claim',
    (name, first) => {
      expect(outcomesOf(seen, name)).toEqual(upTo(first));
    },
  );

  test('it costs the others nothing', () => {
    const others = ['esa1', 'esa7', 'esa8'];
    const all = Object.fromEntries(CHECKS.map((check) => [check, 'passed']));
    expect(others.map((name) => outcomesOf(seen, name))).toEqual([all, all, all]);
  });

  test('what the dropped line had said is kept', () => {
    const row = rowsOf(seen, 'esa5').find(({ check }) => check === 'interfaces');
    expect(seen.kept.get(row?.evidence ?? '')).toContain('Currently configured interfaces:');
  });

  test('nothing was changed', () => {
    expect(Object.values(lab.changed()).flat()).toEqual([]);
  });
});
