import type { Answers, Change, ComparedFinding, Diagnosis, Finding, Observation, Outlook, Site } from '../../model';
import { causes } from '../causes';
import { compareDiagnoses } from '../compare';
import { diagnose } from '../diagnose';
import { deliveryResumes } from './delivery-resumes';
import { interfaceCreated } from './interface-created';
import { listenerOpens } from './listener-opens';
import { listenerPort } from './listener-port';
import { isOnPaper, type Paper } from './on-paper';
import { outboundList } from './outbound-list';

/** The site and the observations with one change made on paper. */
const applied = (paper: Paper, change: Change): Paper => {
  switch (change.kind) {
    case 'listener-opens':
      return listenerOpens(paper, change);
    case 'delivery-resumes':
      return deliveryResumes(paper, change);
    case 'outbound-list':
      return outboundList(paper, change);
    case 'listener-port':
      return listenerPort(paper, change);
    case 'interface-created':
      return interfaceCreated(paper, change);
  }
};

const SYMPTOMS = new Set(causes.filter((one) => one.symptomOnly).map((one) => one.code));
const isSymptom = ({ code }: ComparedFinding): boolean => SYMPTOMS.has(code);

/** The queue of a pseudo destination is its initiator's: what holds up one of its pairs holds it up. */
const initiatorOf = ({ direction, appliances: [esa, sma] }: ComparedFinding): string =>
  `${direction === 'esa-to-sma' ? esa : sma} ${direction}`;

/** What follows from something goes with it: a queue falls once nothing that is present holds its initiator up. */
const withSymptoms = (rows: Omit<Outlook, 'changes'>, symptoms: readonly ComparedFinding[]) => {
  const goesWith = (one: ComparedFinding, others: readonly ComparedFinding[]) =>
    others.some((other) => initiatorOf(other) === initiatorOf(one));
  const placeOf = (one: ComparedFinding): 'goes' | 'stays' | 'unknown' => {
    if (one.consequenceOf === null || goesWith(one, [...rows.stays, ...rows.breaks])) return 'stays';
    if (goesWith(one, rows.unknown)) return 'unknown';
    return goesWith(one, rows.goes) ? 'goes' : 'stays';
  };
  const placed = symptoms.map((one) => ({ one, place: placeOf(one) }));
  const of = (place: string) => placed.filter((row) => row.place === place).map(({ one }) => one);
  return {
    goes: [...rows.goes, ...of('goes')],
    stays: [...rows.stays, ...of('stays')],
    breaks: rows.breaks,
    unknown: [...rows.unknown, ...of('unknown')],
  };
};

const findingOf = (row: ComparedFinding, { findings }: Diagnosis): Finding | undefined =>
  findings.find(
    ({ code, flow, appliances }) =>
      code === row.code && flow === row.direction && appliances.join() === row.appliances.join(),
  );

/** As the run before the change explains it. */
const explainedBefore = (row: ComparedFinding, before: Diagnosis): ComparedFinding => ({
  ...row,
  consequenceOf: findingOf(row, before)?.consequenceOf ?? null,
});

/** It rests on something that is so by the change only; else it was hidden before, and may or may not be so. */
const isMadeByIt = (row: ComparedFinding, after: Diagnosis): boolean =>
  findingOf(row, after)?.evidence.some(({ source }) => isOnPaper(source)) ?? false;

/** Both sides' ports are equal by the change itself, whatever else is seen of them. */
const isMadeEqual = (
  { code, direction, appliances: [esa, sma] }: ComparedFinding,
  changes: readonly Change[],
): boolean =>
  code === 'listener-port-mismatch' &&
  changes.some((one) => one.kind === 'listener-port' && one.appliance === (direction === 'esa-to-sma' ? sma : esa));

const isPresentBefore = ({ before }: ComparedFinding): boolean => before === 'confirmed' || before === 'suspected';

/**
 * Runs the rules again on what was seen, with the changes made on paper. `goes`: the rules rule it out then; `stays`: it
 * is still there; `breaks`: it is there only then; `unknown`: what decides it was seen before the change only, or what
 * the fault hid comes to light.
 */
export const outlookOf = (
  site: Site,
  answers: Answers,
  observations: readonly Observation[],
  changes: readonly Change[],
): Outlook => {
  const paper = changes.reduce<Paper>(applied, { site, observations });
  const before: Diagnosis = diagnose(site, answers, observations);
  const after: Diagnosis = diagnose(paper.site, answers, paper.observations);
  const compared = compareDiagnoses(before, after);
  const all = [...compared.fixed, ...compared.same, ...compared.notCompared];
  const causesOnly = (rows: readonly ComparedFinding[]) => rows.filter((one) => !isSymptom(one));
  const opened = compared.notCompared.filter((one) => !isPresentBefore(one));
  const made = opened.filter((one) => isMadeByIt(one, after));
  const open = compared.notCompared.filter(isPresentBefore);
  const settled = open.filter((one) => isMadeEqual(one, changes));
  const rows = {
    goes: causesOnly([...compared.fixed, ...settled]),
    stays: causesOnly(compared.same),
    breaks: causesOnly([...compared.new, ...made]),
    unknown: causesOnly([...open, ...opened].filter((one) => !settled.includes(one) && !made.includes(one))),
  };
  const symptoms = all
    .filter((one) => isSymptom(one) && isPresentBefore(one))
    .map((one) => explainedBefore(one, before));
  return { changes: [...changes], ...withSymptoms(rows, symptoms) };
};
