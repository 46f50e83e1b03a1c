import type { LogConnection, LogGround, LogReport } from '../../core/model';
import type { Words } from '../../core/texts';

/** The newest connections are enough for an eye; `--json` has them all. */
const NEWEST = 20;

const connectionLine = (one: LogConnection, words: Words): string =>
  [
    `  ${one.kind} ${one.id}`,
    one.openedAt ?? one.closedAt ?? '?',
    `${one.interface ?? '?'} > ${one.peer ?? '?'}${one.port === null ? '' : `:${one.port}`}`,
    one.outcome,
    one.tls.cipher ?? '',
    one.own ? words.say('cli:logs.own') : '',
  ]
    .join('  ')
    .trimEnd();

const connectionLines = ({ connections }: LogReport, words: Words): string[] => [
  words.say('cli:logs.connections', { count: connections.length, shown: Math.min(connections.length, NEWEST) }),
  ...connections.slice(-NEWEST).map((one) => connectionLine(one, words)),
];

const groundLines = (ground: LogGround, { files }: LogReport): string[] =>
  ground.quotes.slice(-2).map((one) => `    ${files[one.file]?.path ?? '?'}:${one.line}  ${one.text.trim()}`);

const causeLines = (report: LogReport, codes: readonly string[], heading: string, words: Words): string[] =>
  codes.length === 0
    ? []
    : [
        '',
        words.say(`cli:logs.${heading}`),
        ...codes.flatMap((code) => [
          `  ${words.say(`causes:${code}.title`)}`,
          ...report.grounds
            .filter((one) => one.code === code && one.history === (heading === 'over'))
            .flatMap((one) => groundLines(one, report)),
        ]),
      ];

/** What mail_logs tell, for people: files, connections, then each cause with the lines that say so. */
export const logLines = (report: LogReport, words: Words): string[] => [
  ...report.files.map((one) =>
    words.say('cli:logs.file', {
      path: one.path,
      role: one.role === null ? '?' : one.role.toUpperCase(),
      lines: one.lines,
      first: one.firstAt ?? '?',
      last: one.lastAt ?? '?',
    }),
  ),
  '',
  ...connectionLines(report, words),
  ...causeLines(report, report.causes, 'present', words),
  ...causeLines(report, report.history, 'over', words),
  ...(report.causes.length === 0 ? ['', words.say('cli:logs.nothing')] : []),
];
