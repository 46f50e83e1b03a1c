import type { Finding } from '../model';
import { type CauseDefinition, LAYERS, type Layer } from './cause';

interface Judged {
  readonly cause: CauseDefinition;
  readonly finding: Finding;
}

const depth = (cause: CauseDefinition): number => LAYERS.indexOf(cause.layer);
/** It is so now: confirmed or suspected, and not over. */
export const isPresent = ({ finding }: Judged): boolean =>
  !finding.history && (finding.status === 'confirmed' || finding.status === 'suspected');
const isConfirmed = (one: Judged): boolean => isPresent(one) && one.finding.status === 'confirmed';

const withFinding = (one: Judged, change: Partial<Finding>): Judged => ({
  ...one,
  finding: { ...one.finding, ...change },
});
const because = (one: Judged, key: string, code: string): Finding['because'] => ({
  key,
  params: { ...one.finding.because.params, code },
});

/** A log line or a handshake shows it; a setting alone only allows it. */
const isSeen = ({ finding }: Judged): boolean =>
  finding.evidence.some((one) => /^(log|probe|capture):/.test(one.source));

/** Two causes that cannot both be true: the one that is better founded stays (tie-break 4). */
const excluded = (all: readonly Judged[]): Judged[] =>
  all.map((one) => {
    const by = all.find((other) => isPresent(other) && isSeen(other) && other.cause.excludes?.includes(one.cause.code));
    if (!by || one.finding.status === 'ruled-out') return one;
    if (isConfirmed(one) && !isConfirmed(by)) return one;
    return withFinding(one, { status: 'not-checked', because: because(one, 'hidden-by', by.cause.code), ask: [] });
  });

/** The layers whose faults stop a connection before what comes after them can be seen (domain page, section 4). */
const HIDING: ReadonlySet<Layer> = new Set(['system', 'path', 'starttls', 'protocol', 'cipher', 'certificate']);

/** Seen by other means than a connection: SSH, what an appliance writes down, what is asked of its logs. */
const APART: ReadonlySet<Layer> = new Set(['ssh', 'message', 'evidence']);

/** What only a connection can show, and what a setting makes likely; what a log or a capture says happened did happen. */
const isHideable = ({ finding }: Judged): boolean =>
  finding.status === 'ruled-out' ||
  (finding.status === 'suspected' &&
    !finding.history &&
    finding.evidence.every((one) => !/^(log|capture):/.test(one.source)));

/** What a confirmed upstream fault hides is not checked, never ruled out (domain page, section 4). */
const hidden = (all: readonly Judged[]): Judged[] => {
  const faults = all.filter((one) => isConfirmed(one) && !one.cause.symptomOnly && HIDING.has(one.cause.layer));
  const top = faults.sort((a, b) => depth(a.cause) - depth(b.cause))[0];
  if (!top) return [...all];
  // State and path are told apart by their own means, and a crash is written down whether or not anything connects; all
  // else behind them needs a connection.
  const floor = Math.max(depth(top.cause), LAYERS.indexOf('path'));
  return all.map((one) => {
    const { layer, symptomOnly } = one.cause;
    const below = depth(one.cause) > floor && !symptomOnly && !APART.has(layer);
    return below && isHideable(one)
      ? withFinding(one, { status: 'not-checked', because: because(one, 'hidden-by', top.cause.code) })
      : one;
  });
};

/** A symptom follows from whatever fault there is; from what is only worth knowing where that is said to cause it. */
export const bringsSymptoms = ({ cause }: Judged): boolean => !cause.symptomOnly && cause.severity !== 'info';

const explains = (other: Judged, one: Judged): boolean => {
  if (one.cause.symptomOnly) return bringsSymptoms(other) || other.cause.explains.includes(one.cause.code);
  return other.cause.explains.includes(one.cause.code) && (other.cause.explainsWhen?.(one.finding) ?? true);
};

/** A cause present upstream of this one and said to explain it: confirmed before suspected, most upstream first. */
const explainedBy = (one: Judged, all: readonly Judged[]): Judged | null => {
  const candidates = all.filter((other) => other !== one && isPresent(other) && explains(other, one));
  // A reason that is only suspected does not displace what was confirmed (tie-break 2).
  const fit =
    one.finding.status === 'confirmed' && !one.cause.symptomOnly ? candidates.filter(isConfirmed) : candidates;
  const mutual = fit.filter((other) => !explains(one, other) || depth(other.cause) < depth(one.cause));
  return (
    mutual.sort((a, b) => Number(isConfirmed(b)) - Number(isConfirmed(a)) || depth(a.cause) - depth(b.cause))[0] ?? null
  );
};

const folded = (all: readonly Judged[]): Judged[] =>
  all.map((one) => {
    if (!isPresent(one)) return one;
    const by = explainedBy(one, all);
    return by === null ? one : withFinding(one, { consequenceOf: by.cause.code });
  });

/** Findings of one pair and flow: exclusions, what is hidden, and consequences folded under their root. */
export const differential = (judged: readonly Judged[]): readonly Judged[] => folded(hidden(excluded(judged)));

/** A suspected cause that would explain a confirmed one is a candidate for its reason, not a root of its own. */
const isCandidateOnly = (one: Judged, all: readonly Judged[]): boolean =>
  one.finding.status === 'suspected' &&
  all.some((other) => isConfirmed(other) && !other.cause.symptomOnly && explains(one, other));

/** The roots of one pair and flow. */
export const rootsOf = (all: readonly Judged[]): readonly Judged[] =>
  all.filter((one) => isPresent(one) && one.finding.consequenceOf === null && !isCandidateOnly(one, all));

/** Confirmed before suspected, most upstream first, each code once. */
export const primaryOf = (roots: readonly Judged[]): string[] => {
  const ordered = [...roots].sort(
    (a, b) =>
      Number(isConfirmed(b)) - Number(isConfirmed(a)) ||
      depth(a.cause) - depth(b.cause) ||
      a.cause.code.localeCompare(b.cause.code),
  );
  return [...new Set(ordered.map((one) => one.cause.code))];
};

export type { Judged };
