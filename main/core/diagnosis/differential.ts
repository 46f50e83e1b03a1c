import type { Finding } from '../model';
import { type CauseDefinition, LAYERS } from './cause';

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

/** Two causes that cannot both be true: the one that is better founded stays (tie-break 4). */
const excluded = (all: readonly Judged[]): Judged[] =>
  all.map((one) => {
    const by = all.find((other) => isPresent(other) && other.cause.excludes?.includes(one.cause.code));
    if (!by || one.finding.status === 'ruled-out') return one;
    if (isPresent(one) && isConfirmed(one) && !isConfirmed(by)) return one;
    return withFinding(one, { status: 'not-checked', because: because(one, 'hidden-by', by.cause.code), ask: [] });
  });

/** What a confirmed upstream fault hides is not checked, never ruled out (domain page, section 4). */
const hidden = (all: readonly Judged[]): Judged[] => {
  const faults = all.filter(
    (one) =>
      isConfirmed(one) &&
      !one.cause.symptomOnly &&
      (one.cause.layer === 'system' || one.cause.layer === 'path' || one.cause.layer === 'starttls'),
  );
  const top = faults.sort((a, b) => depth(a.cause) - depth(b.cause))[0];
  if (!top) return [...all];
  return all.map((one) => {
    const below =
      depth(one.cause) > Math.max(depth(top.cause), LAYERS.indexOf('path')) &&
      !one.cause.symptomOnly &&
      one.cause.layer !== 'ssh';
    return below && one.finding.status === 'ruled-out'
      ? withFinding(one, { status: 'not-checked', because: because(one, 'hidden-by', top.cause.code) })
      : one;
  });
};

/** A cause present upstream of this one and said to explain it: confirmed before suspected, most upstream first. */
const explainedBy = (one: Judged, all: readonly Judged[]): Judged | null => {
  const candidates = all.filter(
    (other) =>
      other !== one &&
      isPresent(other) &&
      (other.cause.explains.includes(one.cause.code) || (one.cause.symptomOnly && !other.cause.symptomOnly)),
  );
  // A reason that is only suspected does not displace what was confirmed (tie-break 2).
  const fit =
    one.finding.status === 'confirmed' && !one.cause.symptomOnly ? candidates.filter(isConfirmed) : candidates;
  const mutual = fit.filter(
    (other) => !one.cause.explains.includes(other.cause.code) || depth(other.cause) <= depth(one.cause),
  );
  return (
    mutual.sort((a, b) => Number(isConfirmed(b)) - Number(isConfirmed(a)) || depth(a.cause) - depth(b.cause))[0] ?? null
  );
};

const folded = (all: readonly Judged[]): Judged[] =>
  all.map((one) => {
    if (one.finding.status === 'ruled-out' || one.finding.status === 'not-checked') return one;
    const by = explainedBy(one, all);
    return by === null ? one : withFinding(one, { consequenceOf: by.cause.code });
  });

/** Findings of one pair and flow: exclusions, what is hidden, and consequences folded under their root. */
export const differential = (judged: readonly Judged[]): readonly Judged[] => folded(hidden(excluded(judged)));

/** A suspected cause that would explain a confirmed one is a candidate for its reason, not a root of its own. */
const isCandidateOnly = (one: Judged, all: readonly Judged[]): boolean =>
  one.finding.status === 'suspected' &&
  all.some((other) => isConfirmed(other) && !other.cause.symptomOnly && one.cause.explains.includes(other.cause.code));

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
