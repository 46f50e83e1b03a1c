import type { ComparedFinding, Comparison, Diagnosis, Finding } from '../model';

type State = NonNullable<ComparedFinding['before']>;
type Why = NonNullable<ComparedFinding['why']>;

const keyOf = ({ code, flow, appliances }: Finding): string => JSON.stringify([code, flow, appliances]);

const stateOf = (finding: Finding): State => (finding.history ? 'over' : finding.status);
const isPresent = (state: State | null): boolean => state === 'confirmed' || state === 'suspected';

/** Why a run says nothing of a cause that the other one saw. */
const absentFrom = ({ findings }: Diagnosis, finding: Finding): Why => {
  const samePair = findings.filter((one) => one.appliances.join() === finding.appliances.join());
  if (samePair.length === 0) return 'pair-not-there';
  return samePair.some((one) => one.flow === finding.flow) ? 'not-judged' : 'direction-not-asked';
};

const whyUnchecked = (finding: Finding, when: 'before' | 'after'): Why =>
  finding.because.key === 'hidden-by' ? `hidden-${when}` : `not-checked-${when}`;

interface Twin {
  readonly before: Finding | null;
  readonly after: Finding | null;
}

const whyOf = ({ before, after }: Twin, earlier: Diagnosis, later: Diagnosis): Why | null => {
  if (before === null) return after === null ? null : absentFrom(earlier, after);
  if (after === null) return absentFrom(later, before);
  if (stateOf(before) === 'not-checked') return whyUnchecked(before, 'before');
  return stateOf(after) === 'not-checked' ? whyUnchecked(after, 'after') : null;
};

const twinsOf = (earlier: Diagnosis, later: Diagnosis): readonly Twin[] => {
  const befores = new Map(earlier.findings.map((one) => [keyOf(one), one]));
  const afters = new Map(later.findings.map((one) => [keyOf(one), one]));
  return [...new Set([...befores.keys(), ...afters.keys()])].map((key) => ({
    before: befores.get(key) ?? null,
    after: afters.get(key) ?? null,
  }));
};

const rowOf = (twin: Twin, why: Why | null): ComparedFinding[] => {
  const { before, after } = twin;
  const told = after !== null && isPresent(stateOf(after)) ? after : (before ?? after);
  if (told === null) return [];
  return [
    {
      code: told.code,
      direction: told.flow,
      appliances: [...told.appliances],
      before: before === null ? null : stateOf(before),
      after: after === null ? null : stateOf(after),
      consequenceOf: told.consequenceOf,
      why,
    },
  ];
};

const pairsIn = ({ findings }: Diagnosis): ReadonlySet<string> =>
  new Set(findings.map((one) => one.appliances.join('\0')));

/**
 * What changed from one diagnosis to a later one. `fixed`: seen before, and the later run rules it out or says that it is
 * over; `new`: the other way round; `same`: present in both. What one of them did not check, or did not ask about, is
 * never fixed and never new: it stands under `notCompared` with its reason.
 */
export const compareDiagnoses = (earlier: Diagnosis, later: Diagnosis): Comparison => {
  const rows = twinsOf(earlier, later).flatMap((twin) => rowOf(twin, whyOf(twin, earlier, later)));
  const seen = rows.filter((one) => isPresent(one.before) || isPresent(one.after));
  const known = seen.filter((one) => one.why === null);
  const wasThere = pairsIn(earlier);
  return {
    fixed: known.filter((one) => !isPresent(one.after)),
    new: known.filter((one) => !isPresent(one.before)),
    same: known.filter((one) => isPresent(one.before) && isPresent(one.after)),
    notCompared: seen.filter((one) => one.why !== null),
    unchecked: rows.filter((one) => one.before === 'not-checked' && one.after === 'not-checked').length,
    related: [...pairsIn(later)].some((one) => wasThere.has(one)),
  };
};
