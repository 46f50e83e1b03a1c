import type { LogGround } from '../model';
import { flowOf } from './decide';
import { type Naming, neededReach, partnerKey, reachOf } from './grounds';
import { isoOf, type Moment } from './stamp';
import type { Connection, Source } from './state';

const QUOTES = 5;

/** The last connection of a direction and partner that came this far. */
export interface Progress {
  readonly seq: number;
  readonly moment: Moment | null;
}

/** `source|flow|partner` → for each reach the last connection that came so far. */
export type Reached = ReadonlyMap<string, readonly (Progress | undefined)[]>;

const keyOf = (source: Source, flow: string | null, peer: string | null): string =>
  JSON.stringify([source.key, flow, partnerKey(source, peer)]);

/** How far the connections of each direction and partner came, and when last. */
export const reachedBy = (connections: readonly Connection[]): Reached => {
  const reached = new Map<string, (Progress | undefined)[]>();
  for (const one of connections) {
    const key = keyOf(one.source, flowOf(one), one.peer);
    const marks = reached.get(key) ?? [];
    for (let level = 1; level <= reachOf(one); level += 1)
      if ((marks[level]?.seq ?? -1) < one.lastSeq) marks[level] = { seq: one.lastSeq, moment: one.lastAt };
    reached.set(key, marks);
  }
  return reached;
};

const isLater = (one: Progress, than: Moment | null): boolean =>
  one.moment !== null && than !== null && one.moment.zoned && than.zoned && one.moment.seconds > than.seconds;

/** The other side's log can show the success too: its connections cross these addresses. */
const seenByPeer = (naming: Naming, connections: readonly Connection[]): boolean =>
  connections.some(
    (one) =>
      one.source !== naming.source &&
      one.own === naming.peer &&
      one.peer === naming.interface &&
      flowOf(one) === naming.flow &&
      reachOf(one) >= neededReach(naming.code) &&
      isLater({ seq: one.lastSeq, moment: one.lastAt }, naming.moment),
  );

const group = (namings: readonly Naming[]): Naming[][] => {
  const groups = new Map<string, Naming[]>();
  for (const one of namings) {
    const key = JSON.stringify([one.code, keyOf(one.source, one.flow, one.peer)]);
    const known = groups.get(key);
    if (known) known.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
};

export const at = (moment: Moment | null | undefined): string | null => (moment ? isoOf(moment) : null);

const groundOf = (namings: readonly Naming[], history: boolean): LogGround | null => {
  const inOrder = [...namings].sort((one, other) => one.seq - other.seq);
  const [first, last] = [inOrder[0], inOrder.at(-1)];
  if (!first || !last) return null;
  return {
    code: last.code,
    flow: last.flow,
    history,
    grade: inOrder.some(({ grade }) => grade === 'sourced') ? 'sourced' : 'inferred',
    strength: inOrder.some(({ strength }) => strength === 'decides') ? 'decides' : 'suggests',
    count: inOrder.length,
    firstAt: at(first.moment),
    lastAt: at(last.moment),
    source: last.source.key,
    peer: last.peer,
    port: inOrder.findLast(({ port }) => port !== null)?.port ?? null,
    interface: inOrder.findLast((one) => one.interface !== null)?.interface ?? null,
    quotes: inOrder.slice(-QUOTES).map(({ quote }) => quote),
  };
};

/**
 * Rule 7: counts equal failures together; a later connection that came further than the fault allows makes it history.
 */
export const groundsOf = (
  namings: readonly Naming[],
  reached: Reached,
  connections: readonly Connection[],
): LogGround[] =>
  group(namings).flatMap((equal) => {
    const last = equal.reduce((newest, one) => (one.seq > newest.seq ? one : newest));
    const progress = reached.get(keyOf(last.source, last.flow, last.peer))?.[neededReach(last.code)];
    const over = (progress !== undefined && progress.seq > last.seq) || seenByPeer(last, connections);
    const ground = groundOf(equal, over);
    return ground ? [ground] : [];
  });

/** Whether a ground stands for itself: a line that decides, or two or more equal ones (rule 7). */
const counts = ({ strength, count }: LogGround): boolean => strength === 'decides' || count >= 2;

/** The causes present at the end of the logs, and those that were over by then. */
export const causesOf = (grounds: readonly LogGround[]): { causes: string[]; history: string[] } => {
  const codes = (history: boolean) => [
    ...new Set(grounds.filter((one) => one.history === history && counts(one)).map(({ code }) => code)),
  ];
  const causes = codes(false);
  return { causes, history: codes(true).filter((code) => !causes.includes(code)) };
};
