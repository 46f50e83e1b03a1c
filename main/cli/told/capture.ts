import { linesOf, newestFirst } from '../../core/capture';
import type { CaptureConnection, CaptureReport } from '../../core/model';
import type { Words } from '../../core/texts';

/** The newest connections are enough for an eye; `--json` has them all. */
const NEWEST = 20;

const endText = ({ address, port }: CaptureConnection['initiator']): string =>
  address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;

const headLine = (one: CaptureConnection, words: Words): string =>
  words.say('cli:capture.connection', {
    initiator: endText(one.initiator),
    responder: endText(one.responder),
    at: one.openedAt,
    outcome: words.say(`cli:capture.outcome.${one.outcome}`),
  });

const offerLine = ({ offered }: CaptureConnection, words: Words): string[] =>
  offered === null
    ? []
    : [
        `  ${words.say('cli:capture.offer', {
          version: offered.version,
          count: offered.suites.length,
          anonymous: offered.anonymous.length,
        })}`,
      ];

const connectionLines = (one: CaptureConnection, words: Words): string[] => [
  '',
  headLine(one, words),
  ...offerLine(one, words),
  ...linesOf(one).map(({ frame, text }) => `  ${frame}  ${text.slice(text.indexOf(' > ') + 3)}`),
  ...one.holes.map((hole) => `  ${hole.frame}  ${words.say(`cli:capture.hole.${hole.why}`, { ...hole })}`),
];

/** What a packet capture shows, for people: the file, then each connection with its facts by frame. */
export const captureLines = (report: CaptureReport, words: Words): string[] => [
  words.say('cli:capture.file', {
    file: report.file,
    format: report.format,
    linkTypes: report.linkTypes.join(', '),
    packets: report.packets,
    first: report.firstAt ?? '?',
    last: report.lastAt ?? '?',
  }),
  report.connections.length === 0
    ? words.say('cli:capture.none', { ports: report.ports.join(', ') })
    : words.say('cli:capture.connections', {
        count: report.connections.length,
        shown: Math.min(NEWEST, report.connections.length),
      }),
  ...newestFirst(report)
    .slice(0, NEWEST)
    .flatMap((one) => connectionLines(one, words)),
];
