import type { Words } from '../texts';
import type { ReportInput } from './input';
import { code, plain } from './markdown-text';
import type { Place } from './place';
import { clockOf } from './times';
import { type CauseView, type ReportView, reportView } from './view';
import type { ClaimView } from './view/claims';
import type { FindingRow } from './view/rows';

const fenced = (lines: readonly string[]): string[] => {
  const longest = Math.max(2, ...lines.flatMap((line) => line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}text`, ...lines.map((line) => line.replace(/[\r\n]+/g, ' ')), fence];
};

const placeText = (place: Place | null): string =>
  place === null ? '' : code(place.line === null ? place.path : `${place.path}:${place.line}`);

const claimLines = (claim: ClaimView, number: number, words: Words): string[] => {
  const against = claim.against ? ` (${words.say('report:against')})` : '';
  const quotes = claim.lines.map(({ line, text }) => (line === null ? text : `${line}  ${text}`));
  return ['', `${number}. ${plain(claim.title)}${against} ${placeText(claim.place)}`.trimEnd(), '', ...fenced(quotes)];
};

const whatIfLines = (whatIf: CauseView['pairs'][number]['whatIf']): string[] =>
  whatIf === null ? [] : ['', `**${plain(whatIf.title)}**`, '', ...whatIf.lines.map((line) => `- ${plain(line)}`)];

const causeLines = (cause: CauseView, number: number, words: Words): string[] => [
  '',
  `## ${words.say('report:section.cause', { number })}: ${plain(cause.title)}`,
  '',
  `${code(cause.code)} ${plain(cause.status)}`,
  ...cause.pairs.flatMap((pair) => [
    '',
    `**${plain(pair.between)}** ${plain(pair.sentence)}`,
    '',
    plain(pair.because),
    ...pair.claims.flatMap((claim, index) => claimLines(claim, index + 1, words)),
    ...whatIfLines(pair.whatIf),
  ]),
];

const repairLines = (causes: readonly CauseView[], words: Words): string[] => {
  const steps = causes.flatMap((one) => one.steps);
  if (steps.length === 0) return [];
  const lines = steps.map((step, index) => {
    const command = step.command === null ? '' : `: ${code(step.command)}`;
    return `${index + 1}. **${plain(step.tag)}** ${plain(step.text)} (${plain(step.where)}${command})`;
  });
  return ['', `## ${words.say('report:section.repair')}`, '', ...lines];
};

const rowLines = (title: string, rows: readonly FindingRow[], last: (row: FindingRow) => string): string[] =>
  rows.length === 0
    ? []
    : [
        '',
        `## ${title} (${rows.length})`,
        '',
        ...rows.map((row) =>
          `- **${plain(row.title)}** (${plain(row.between)}): ${plain(row.because)} ${last(row)}`.trimEnd(),
        ),
      ];

const environmentLines = ({ environment }: ReportView, words: Words): string[] => [
  '',
  `## ${words.say('report:section.environment')}`,
  '',
  `| | ${environment.columns.map(plain).join(' | ')} |`,
  `|---|${environment.columns.map(() => '---|').join('')}`,
  ...environment.rows.map((row) => `| ${plain(row.label)} | ${row.values.map(plain).join(' | ')} |`),
];

const footprintLines = ({ footprint }: ReportView, words: Words): string[] => [
  '',
  `## ${words.say('report:section.footprint')}`,
  '',
  words.say('report:readOnly'),
  '',
  ...(footprint.length === 0
    ? [words.say('report:nothingAsked')]
    : footprint.map((row) => `- ${clockOf(row.at)} ${plain(row.to)}: ${plain(row.what)} (${plain(row.leaves)})`)),
];

const enablingLines = ({ enabling }: ReportView): string[] =>
  enabling.flatMap(({ title, lines }) => ['', `## ${plain(title)}`, '', ...lines.map((line) => `- ${plain(line)}`)]);

const notesLines = ({ notes, symptoms }: ReportView, words: Words): string[] =>
  notes === '' && symptoms.length === 0
    ? []
    : [
        '',
        `## ${words.say('report:section.notes')}`,
        '',
        ...symptoms.map((one) => `- ${plain(one)}`),
        ...(symptoms.length > 0 && notes !== '' ? [''] : []),
        ...(notes === '' ? [] : fenced(notes.split('\n'))),
      ];

const headLines = (view: ReportView, words: Words): string[] => {
  const { verdict } = view;
  const about = [view.serviceRequest && `SR ${view.serviceRequest}`, view.site, view.made, view.naming];
  return [
    `# ${words.say('report:title')}`,
    '',
    about
      .filter((part) => part !== '')
      .map(plain)
      .join(' · '),
    '',
    `## ${words.say('report:section.verdict')}: ${plain(verdict.label)}`,
    '',
    ...verdict.sentences.map((one) => `**${plain(one)}**`),
    ...(verdict.facts === '' ? [] : ['', plain(verdict.facts)]),
    ...view.timeToLoss.flatMap((line) => ['', plain(line)]),
    ...(verdict.repair === null ? [] : ['', `${words.say('report:repairLine')} ${plain(verdict.repair)}`]),
  ];
};

/** The report as text for the case note: the same words in the same order as the page. */
export const reportMarkdown = (input: ReportInput, words: Words): string => {
  const view = reportView(input, words);
  const section = (key: string) => words.say(`report:section.${key}`);
  const withPlace = (row: FindingRow) => placeText(row.place);
  const lines = [
    ...headLines(view, words),
    ...enablingLines(view),
    ...view.causes.flatMap((cause, index) => causeLines(cause, index + 1, words)),
    ...repairLines(view.causes, words),
    ...rowLines(section('follows'), view.follows, withPlace),
    ...rowLines(section('over'), view.over, withPlace),
    ...rowLines(section('ruledOut'), view.ruledOut, withPlace),
    ...rowLines(section('notChecked'), view.notChecked, (row) =>
      row.cheapest === '' ? '' : plain(words.say('app:findings.cheapest', { check: row.cheapest })),
    ),
    ...footprintLines(view, words),
    ...environmentLines(view, words),
    ...notesLines(view, words),
    '',
    words.say('report:foot', { version: input.toolVersion, zone: input.zone }),
  ];
  return `${lines.join('\n')}\n`;
};
