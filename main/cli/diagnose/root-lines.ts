import { sentenceOf, titleOf, type Words, whatIfWords } from '../../core/texts';
import { vantageName } from '../vantage-name';
import { isPresent, pathOf, type ToldFinding } from './told-finding';

/** As many quotes as an eye takes in; all stand in the case. */
const SHOWN = 4;

const evidenceLines = ({ finding }: ToldFinding, words: Words): string[] => {
  const more = finding.evidence.length - SHOWN;
  return [
    ...(finding.evidence.length === 0 ? [] : ['', `  ${words.say('cli:told.seen')}`]),
    ...finding.evidence
      .slice(0, SHOWN)
      .flatMap((one) => [
        `    ${words.say('cli:placed', { where: vantageName(one.vantage, words), text: one.quote.trim() })}`,
        `        ${one.source}`,
      ]),
    ...(more > 0 ? [`    ${words.say('cli:told.more', { count: more })}`] : []),
  ];
};

const remedyLines = ({ words: told }: ToldFinding, words: Words): string[] => [
  ...(told.remedy.length === 0 ? [] : ['', `  ${words.say('cli:told.repair')}`]),
  ...told.remedy.flatMap((step, index) => [
    `    ${index + 1}. [${words.say(`cli:effect.${step.effect}`)}] ${step.text}`,
    ...(step.command === null
      ? []
      : [`        ${words.say('cli:told.command', { where: step.where, command: step.command })}`]),
  ]),
];

const whatIfLines = ({ finding }: ToldFinding, words: Words): string[] => {
  if (finding.whatIf === undefined) return [];
  const { title, lines } = whatIfWords(finding.whatIf, words);
  return ['', `  ${title}`, ...lines.map((line) => `    ${line}`)];
};

const consequenceLines = (root: ToldFinding, all: readonly ToldFinding[], words: Words): string[] => {
  const titles = all
    .filter((one) => isPresent(one) && one.finding.consequenceOf === root.finding.code)
    .map((one) => `${one.words.title} (${pathOf(one.finding)})`);
  return titles.length === 0
    ? []
    : ['', `  ${words.say('cli:told.follows', { titles: [...new Set(titles)].join(', ') })}`];
};

const sureLines = ({ finding }: ToldFinding, words: Words): string[] =>
  finding.status !== 'suspected' || finding.ask.length === 0
    ? []
    : [
        `  ${words.say('cli:told.sure', {
          checks: finding.ask.map((check) => words.say(`checks:check.${check}.name`)).join(', '),
        })}`,
      ];

/** One root cause: what it is, why we say so, the proof, the repair, what follows from it. */
export const rootLines = (root: ToldFinding, all: readonly ToldFinding[], words: Words): string[] => {
  const { finding } = root;
  const title = words.say('cli:told.root', {
    status: words.say(`cli:status.${finding.status}`),
    title: titleOf(finding.code, words),
    path: pathOf(finding),
  });
  return [
    title,
    `  ${sentenceOf(finding, words)}`,
    `  ${words.say('cli:told.why', { because: root.words.because })}`,
    ...sureLines(root, words),
    ...evidenceLines(root, words),
    ...remedyLines(root, words),
    ...whatIfLines(root, words),
    ...consequenceLines(root, all, words),
  ];
};
