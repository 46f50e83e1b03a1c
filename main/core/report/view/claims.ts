import { type Finding, type FindingEvidence, LAPTOP, type Observation } from '../../model';
import type { Words } from '../../texts';
import { type Place, placeOf } from '../place';

/** What one look at the world says for or against a cause: its lines as they stand, and where to find them. */
export interface ClaimView {
  readonly title: string;
  readonly place: Place | null;
  readonly lines: readonly { readonly line: number | null; readonly text: string }[];
  readonly proves: string;
  readonly against: boolean;
}

const proofOf = (observation: Observation | null, vantage: string, words: Words): string => {
  const key = `app:evidence.proof.${observation?.check ?? ''}`;
  if (!words.has(`${key}.proves`)) return '';
  const say = (side: string) => words.say(`${key}.${side}`, { vantage, subject: observation?.subject ?? '' });
  return words.say('report:proves', { proves: say('proves'), provesNot: say('provesNot') });
};

const claimOf = (
  group: readonly FindingEvidence[],
  observation: Observation | null,
  against: boolean,
  words: Words,
) => {
  const [first] = group;
  const vantage = first?.vantage ?? '';
  const check = observation?.check ?? '';
  const seer = vantage === LAPTOP ? words.say('report:laptop') : vantage;
  return {
    title: words.say('report:seenFrom', {
      check: words.has(`checks:check.${check}.name`) ? words.say(`checks:check.${check}.name`) : check,
      vantage: seer,
    }),
    place: first === undefined ? null : placeOf(first.source, vantage),
    lines: group.map((one) => ({ line: placeOf(one.source, vantage)?.line ?? null, text: one.quote })),
    proves: proofOf(observation, seer, words),
    against,
  };
};

/** Quotes of one observation and one file belong together. */
const grouped = (evidence: readonly FindingEvidence[]): FindingEvidence[][] => {
  const groups = new Map<string, FindingEvidence[]>();
  for (const one of evidence) {
    const id = `${one.observation}\0${placeOf(one.source, one.vantage)?.path ?? one.source}`;
    groups.set(id, [...(groups.get(id) ?? []), one]);
  }
  return [...groups.values()];
};

/** The claims of a finding, those for it first. */
export const claimsOf = (finding: Finding, observations: readonly Observation[], words: Words): ClaimView[] => {
  const seen = (id: string | undefined) => observations.find((one) => one.id === id) ?? null;
  const views = (evidence: readonly FindingEvidence[], against: boolean) =>
    grouped(evidence).map((group) => claimOf(group, seen(group[0]?.observation), against, words));
  return [...views(finding.evidence, false), ...views(finding.against, true)];
};
