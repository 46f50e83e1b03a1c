import type { ChangePlanDocument, ToldStep } from '../../model';
import type { Words } from '../../texts';
import { code, plain } from '../markdown-text';

const KEY = 'advice:changePlan';

const cell = (text: string | null): string => (text === null || text === '' ? '–' : text);

const whereOf = ({ at, where }: ToldStep): string => [at, where].filter((one) => one !== null).join(', ');

const rowOf = (step: ToldStep, words: Words): string => {
  const text = [step.text, step.cluster].filter((one) => one !== null).join(' ');
  const effect = step.takesEffect ?? words.say(`${KEY}.effect.reads`);
  const cells = [
    String(step.number),
    plain(text),
    plain(step.who),
    plain(whereOf(step)),
    step.command === null ? '–' : code(step.command).replaceAll('|', '\\|'),
    plain(effect),
    plain(words.say(`${KEY}.risk.${step.risk}`)),
    plain(cell(step.expected)),
    plain(cell(step.wayBack)),
  ];
  return `| ${cells.join(' | ')} |`;
};

const COLUMNS = ['step', 'who', 'where', 'command', 'effect', 'risk', 'expected', 'back'];

const tableLines = (heading: string, steps: readonly ToldStep[], words: Words): string[] =>
  steps.length === 0
    ? []
    : [
        '',
        `**${words.say(`${KEY}.${heading}`)}**`,
        '',
        `| # | ${COLUMNS.map((one) => words.say(`${KEY}.columns.${one}`)).join(' | ')} |`,
        `|${'---|'.repeat(COLUMNS.length + 1)}`,
        ...steps.map((one) => rowOf(one, words)),
      ];

const listLines = (heading: string, lines: readonly string[], words: Words): string[] => [
  '',
  `## ${words.say(`${KEY}.${heading}`)}`,
  '',
  ...lines.map((line) => `- ${plain(line)}`),
];

const pairsOf = ({ pairs, direction }: ChangePlanDocument['parts'][0]): string =>
  pairs.map((pair) => (direction === 'esa-to-sma' ? pair : [...pair].reverse()).join(' → ')).join(', ');

const partLines = (part: ChangePlanDocument['parts'][0], number: number, words: Words): string[] => [
  '',
  `## ${words.say(`${KEY}.part`, { number, title: plain(part.title) })}`,
  '',
  plain(words.say(`${KEY}.status`, { status: words.say(`app:status.${part.status}`), pairs: pairsOf(part) })),
  '',
  plain(part.because),
  ...tableLines('before', part.before, words),
  ...tableLines('changes', part.changes, words),
  ...tableLines('after', part.after, words),
  '',
  `**${words.say('advice:outlook.heading')}**`,
  '',
  ...part.whatIf.map((line) => `- ${plain(line)}`),
];

const restLines = (document: ChangePlanDocument, words: Words): string[] => {
  const codes = (list: readonly string[]) => list.map((one) => code(one)).join(', ');
  return [
    ...(document.parts.length === 0 ? ['', plain(words.say(`${KEY}.none`))] : []),
    ...(document.notPresent.length === 0
      ? []
      : ['', words.say(`${KEY}.notPresent`, { codes: codes(document.notPresent) })]),
    ...(document.suspected.length === 0
      ? []
      : ['', words.say(`${KEY}.suspectedOnly`, { codes: codes(document.suspected) })]),
  ];
};

/** The method of procedure as Markdown, for a change board. Nothing of a case becomes a link or an element in it. */
export const changePlanMarkdown = (document: ChangePlanDocument, words: Words): string => {
  const lines = [
    `# ${words.say(`${KEY}.title`, { name: plain(document.case ?? document.name) })}`,
    '',
    words.say(`${KEY}.intro`),
    ...restLines(document, words),
    ...(document.parts.length === 0 ? [] : listLines('opening', document.opening, words)),
    ...document.parts.flatMap((part, index) => partLines(part, index + 1, words)),
    ...(document.parts.length < 2 ? [] : listLines('together', document.whatIf, words)),
    ...(document.parts.length === 0 ? [] : listLines('closing', document.closing, words)),
    ...(document.parts.length === 0 ? [] : listLines('rollback', document.rollback, words)),
  ];
  return `${lines.join('\n')}\n`;
};
