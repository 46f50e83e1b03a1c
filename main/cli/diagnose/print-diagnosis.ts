import type { Diagnosis, DiagnosisDocument, Finding } from '../../core/model';
import { sentenceOf } from '../../core/texts';
import type { Door } from '../door';

const evidenceLines = (finding: Finding): string[] =>
  finding.evidence.slice(0, 4).flatMap((one) => [`    ${one.vantage}  ${one.source}`, `      ${one.quote.trim()}`]);

const rootLines = (finding: Finding, told: DiagnosisDocument['findings'][number], door: Door): string[] => [
  '',
  `${door.words.say(`app:status.${finding.status}`)}: ${told.title} (${finding.appliances.join(', ')})`,
  `  ${sentenceOf(finding, door.words)}`,
  `  ${told.because}`,
  ...evidenceLines(finding),
  ...told.remedy.map(
    (step, index) =>
      `  ${index + 1}. [${door.words.say(`cli:effect.${step.effect}`)}] ${step.text}${step.command === null ? '' : `\n       ${step.where}: ${step.command}`}`,
  ),
];

/** The diagnosis for people: the sentence, why, the proof, the repair, then what it is not. */
export const printDiagnosis = (diagnosis: Diagnosis, document: DiagnosisDocument, door: Door): void => {
  const { words } = door;
  door.print(words.say(`cli:verdict.${diagnosis.verdict}`));
  const told = diagnosis.findings.map((finding, index) => ({ finding, words: document.findings[index] }));
  for (const one of told) {
    const present = (one.finding.status === 'confirmed' || one.finding.status === 'suspected') && !one.finding.history;
    if (!present || one.words === undefined) continue;
    if (one.finding.consequenceOf === null)
      for (const line of rootLines(one.finding, one.words, door)) door.print(line);
    else
      door.print(
        `  ${words.say('cli:consequence', { title: one.words.title, cause: words.say(`causes:${one.finding.consequenceOf}.title`) })}`,
      );
  }
  for (const status of ['ruled-out', 'not-checked'] as const) {
    const chosen = told.filter((one) => one.finding.status === status && one.words !== undefined);
    if (chosen.length > 0) door.print(`\n${words.say(`app:status.${status}`)}`);
    for (const one of chosen)
      door.print(
        `  ${one.words?.title} (${one.finding.appliances.join(', ')}, ${one.finding.flow}): ${one.words?.because}`,
      );
  }
};
