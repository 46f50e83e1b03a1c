import { describe, expect, test } from 'vitest';
import { causes, situationsOf } from '../../main/core/diagnosis';
import { findingOf } from '../../main/core/diagnosis/finding-of';
import { judgeWithPast } from '../../main/core/diagnosis/history';
import type { Answers, Finding, Flow, Observation, Site, Status } from '../../main/core/model';
import { answersOf, siteOf, type World, world } from './observations';

export interface Row {
  readonly name: string;
  readonly seen: readonly Observation[];
  readonly status: Status;
  /** The because-key. */
  readonly key: string;
  /** Ids of the observations it rests on, in order; none where left out. */
  readonly evidence?: readonly string[];
  readonly against?: readonly string[];
  readonly history?: boolean;
  readonly site?: Site;
  readonly answers?: Partial<Answers>;
  /** Those without each of which the status falls; all of the evidence where left out, none where any of it suffices. */
  readonly decisive?: readonly string[];
}

const PRESENCE: Record<Status, number> = { confirmed: 2, suspected: 1, 'ruled-out': 0, 'not-checked': 0 };

const ids = (pieces: Finding['evidence']): string[] => [...new Set(pieces.map((one) => one.observation))];

/** The finding of one cause for the first pair of a site, before the differential. */
export const judged = (code: string, flow: Flow, row: Row, seen = row.seen): Finding => {
  const cause = causes.find((one) => one.code === code);
  const answers = answersOf({ direction: flow, ...row.answers });
  const [situation] = situationsOf(row.site ?? siteOf('esa1'), answers, seen);
  if (!cause || !situation) throw new Error(`nothing to judge: ${code}`);
  return findingOf(cause, situation, judgeWithPast(cause, situation));
};

const short = ({ status, because, evidence, against, history }: Finding) => ({
  status,
  key: because.key,
  evidence: ids(evidence),
  against: ids(against),
  history,
});

const without = (row: Row, removed: readonly string[]) => row.seen.filter((one) => !removed.includes(one.id));

/** Where several observations carry it alone, it falls with all of them. */
const fallsWithout = (code: string, flow: Flow, row: Row): void => {
  const evidence = row.evidence ?? [];
  const decisive = row.decisive ?? evidence;
  const removals = decisive.length > 0 ? decisive.map((id) => [id]) : [evidence];
  const standing = removals.filter(
    (removed) => PRESENCE[judged(code, flow, row, without(row, removed)).status] >= PRESENCE[row.status],
  );
  expect({ removals: removals.flat().length > 0, standing }).toEqual({ removals: true, standing: [] });
};

/**
 * The specification of one cause: each row is judged in each flow, then judged again without what it rests on. A
 * confirmed or suspected status falls with each decisive observation; ruled out is only what an observation rules out.
 */
export const describeCause = (code: string, flows: readonly Flow[], rows: (w: World) => readonly Row[]): void => {
  describe.each(flows.map((flow) => ({ flow })))(`${code}, $flow`, ({ flow }) => {
    const table = rows(world(flow)).map((row) => ({ title: `${row.name}: ${row.status}, ${row.key}`, row }));
    test.each(table)('$title', ({ row }) => {
      expect(short(judged(code, flow, row))).toEqual({
        status: row.status,
        key: row.key,
        evidence: row.evidence ?? [],
        against: row.against ?? [],
        history: row.history ?? false,
      });
    });
    const present = table.filter(({ row }) => PRESENCE[row.status] > 0 && (row.evidence ?? []).length > 0);
    if (present.length > 0)
      test.each(present)('$title, and falls without each decisive observation', ({ row }) =>
        fallsWithout(code, flow, row),
      );
    const cleared = table.filter(({ row }) => row.status === 'ruled-out');
    if (cleared.length > 0)
      test.each(cleared)('$title, and without its evidence nothing is ruled out', ({ row }) => {
        expect(row.evidence).toBeDefined();
        expect(judged(code, flow, row, without(row, row.evidence ?? [])).status).not.toBe('ruled-out');
      });
    test('nothing seen: not checked, with what would tell', () => {
      const nothing = judged(code, flow, { name: '', seen: [], status: 'not-checked', key: '' });
      expect({ status: nothing.status, evidence: nothing.evidence, asks: nothing.ask.length > 0 }).toEqual({
        status: code === 'enable-button-greyed' ? 'suspected' : 'not-checked',
        evidence: [],
        asks: code !== 'enable-button-greyed',
      });
    });
  });
};

export const BOTH: readonly Flow[] = ['esa-to-sma', 'sma-to-esa'];
