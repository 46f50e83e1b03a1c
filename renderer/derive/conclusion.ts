import type { Diagnosis, Finding, Observation, Plan, Wire } from '../../main/core/model';

/** Findings of one code that say the same, for all pairs and flows they were found for. */
export interface Cause {
  code: string;
  findings: [Finding, ...Finding[]];
  consequences: Finding[];
}

const speaks = (finding: Finding) => finding.status === 'confirmed' || finding.status === 'suspected';
const worse = (a: Finding, b: Finding) => Number(b.status === 'confirmed') - Number(a.status === 'confirmed');

/** Root causes in the diagnosis' own order, each with what it explains. */
export const causesOf = (diagnosis: Diagnosis): Cause[] =>
  diagnosis.primary.flatMap((code) => {
    const [first, ...rest] = diagnosis.findings.filter((one) => one.code === code && speaks(one)).sort(worse);
    if (first === undefined) return [];
    const explained = diagnosis.findings.filter((one) => one.consequenceOf === code && speaks(one));
    return [{ code, findings: [first, ...rest], consequences: onePerCode(explained) }];
  });

/** The first finding of each code and reason; a cluster would otherwise repeat itself machine by machine. */
export const onePerCode = (findings: readonly Finding[]): Finding[] =>
  findings.filter((one, index) => findings.findIndex((other) => other.code === one.code) === index);

const spoken = (diagnosis: Diagnosis) => new Set(diagnosis.findings.filter(speaks).map((one) => one.code));

/** Causes that are out for every pair: one row each. */
export const ruledOutOf = (diagnosis: Diagnosis): Finding[] => {
  const open = new Set(diagnosis.findings.filter((one) => one.status !== 'ruled-out').map((one) => one.code));
  return onePerCode(diagnosis.findings.filter((one) => one.status === 'ruled-out' && !open.has(one.code)));
};

export const notCheckedOf = (diagnosis: Diagnosis): Finding[] => {
  const known = spoken(diagnosis);
  return onePerCode(diagnosis.findings.filter((one) => one.status === 'not-checked' && !known.has(one.code)));
};

/** What happened and stopped. */
export const historyOf = (diagnosis: Diagnosis): Finding[] =>
  onePerCode(diagnosis.findings.filter((one) => one.history && speaks(one)));

/** What is still possible when nothing is decided. */
export const stillPossibleOf = (diagnosis: Diagnosis): Finding[] =>
  onePerCode(diagnosis.findings.filter((one) => one.status === 'suspected' && !one.history));

/** Lone findings that explain themselves by nothing else and are no root cause either: infos and warnings. */
export const besideOf = (diagnosis: Diagnosis): Finding[] =>
  onePerCode(
    diagnosis.findings.filter(
      (one) => speaks(one) && !one.history && one.consequenceOf === null && !diagnosis.primary.includes(one.code),
    ),
  );

export interface Question {
  check: string;
  /** The causes it would decide. */
  decides: Finding[];
  seconds: number;
  connections: number;
}

/** The checks that would decide what is open, cheapest first; each once, with what it would tell apart. */
export const questionsOf = (diagnosis: Diagnosis, plan: Plan): Question[] => {
  const open = diagnosis.findings.filter((one) => one.status === 'suspected' || one.status === 'not-checked');
  const asked = [...new Set(open.flatMap((one) => one.ask))];
  return asked
    .map((check) => {
      const cost = plan.steps.find((step) => step.check === check)?.cost;
      const decides = onePerCode(open.filter((one) => one.ask.includes(check)));
      return { check, decides, seconds: cost?.seconds ?? 0, connections: cost?.connections ?? 0 };
    })
    .sort((a, b) => b.decides.length - a.decides.length || a.seconds - b.seconds);
};

/** The finding that a wire of the drawing is coloured by: its outcome names the cause, its ends the pair. */
export const findingOfWire = (diagnosis: Diagnosis, wire: Wire): Finding | null => {
  const ends = [wire.from.appliance, wire.to.appliance];
  const ofCause = diagnosis.findings.filter((one) => `causes:${one.code}.short` === wire.outcome.key && speaks(one));
  return (
    ofCause.find((one) => one.flow === wire.flow && ends.every((name) => one.appliances.includes(name))) ??
    ofCause[0] ??
    null
  );
};

export const vantagesOf = (finding: Finding): number => new Set(finding.evidence.map((one) => one.vantage)).size;

/** Live and offline answers that passed: what a healthy verdict rests on. */
export const passedOf = (observations: readonly Observation[]): Observation[] =>
  observations.filter((one) => one.outcome === 'passed');
