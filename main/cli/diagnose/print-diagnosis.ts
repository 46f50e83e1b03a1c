import type { Diagnosis, DiagnosisDocument, Finding, Observation } from '../../core/model';
import { enablingWords, timeToLossWords, type Words } from '../../core/texts';
import type { Door } from '../door';
import { obstacleLines } from './obstacle-lines';
import { rootLines } from './root-lines';
import { sectionLines } from './section-lines';
import { isPresent, isRoot, type ToldFinding, toldFindings } from './told-finding';

const askedFor = (told: readonly ToldFinding[], words: Words): string[] => {
  const asked = told.filter((one) => one.finding.status !== 'ruled-out').flatMap((one) => one.finding.ask);
  const names = [...new Set(asked)].map((check) => words.say(`checks:check.${check}.name`));
  return names.length === 0 ? [] : ['', words.say('cli:told.next', { checks: names.join(', ') })];
};

const inconclusiveLines = (
  told: readonly ToldFinding[],
  observations: readonly Observation[],
  words: Words,
): string[] => {
  const obstacles = obstacleLines(observations, words);
  const heading = obstacles.length === 0 ? [] : ['', words.say('cli:told.obstacles'), ...obstacles];
  return [...heading, ...askedFor(told, words)];
};

const ofStatus = (told: readonly ToldFinding[], status: Finding['status']): ToldFinding[] =>
  told.filter((one) => one.finding.status === status && !one.finding.history);

/** The diagnosis for people: the verdict, each root with its proof and repair, then what it was, is not, and may be. */
export const printDiagnosis = (diagnosis: Diagnosis, document: DiagnosisDocument, door: Door): void => {
  const { words } = door;
  const told = toldFindings(diagnosis, document);
  const roots = told.filter((one) => isRoot(one, diagnosis.primary));
  const loose = told.filter((one) => isPresent(one) && one.finding.consequenceOf === null && !roots.includes(one));
  const lines = [
    words.say(`cli:verdict.${document.verdict}`),
    ...timeToLossWords(document.timeToLoss ?? [], words).map((line) => `  ${line}`),
    ...roots.flatMap((one) => ['', ...rootLines(one, told, words)]),
    ...enablingWords(document.enabling ?? [], words).flatMap(({ title, lines }) => [
      '',
      title,
      ...lines.map((line) => `  ${line}`),
    ]),
    ...(document.verdict === 'inconclusive' ? inconclusiveLines(told, document.observations, words) : []),
    ...sectionLines('possible', loose, words),
    ...sectionLines(
      'over',
      told.filter((one) => one.finding.history),
      words,
    ),
    ...sectionLines('ruledOut', ofStatus(told, 'ruled-out'), words),
    ...sectionLines('notChecked', ofStatus(told, 'not-checked'), words),
  ];
  for (const line of lines) door.print(line);
};
