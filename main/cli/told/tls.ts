import type { TlsReport } from '../../core/model';
import type { Words } from '../../core/texts';
import { certificateLines } from './tls-certificate';
import { attemptLines, failureLines, partialLines, troubleLines } from './tls-trouble';

const exchangeLines = ({ keyExchange, certificateRequested, cutShort }: TlsReport, words: Words): string[] => {
  const lines = [];
  if (keyExchange !== null) {
    const { kind, group, bits, signature } = keyExchange;
    const signed = signature === null ? '' : words.say('cli:tls.signedWith', { signature });
    lines.push(words.say(`cli:tls.keyExchange.${kind}`, { group: group ?? '', bits: bits ?? 0, signature: signed }));
  }
  if (certificateRequested === true) lines.push(words.say('cli:tls.certificateRequested'));
  if (cutShort !== null) lines.push(words.say('cli:tls.cutShort', { because: cutShort }));
  return lines;
};

const offeredLines = (report: TlsReport, words: Words): string[] => {
  if (report.negotiated === null) return [];
  const { protocol, cipher, anonymous } = report.negotiated;
  const offer = report.offered ?? words.say('cli:tls.defaultOffer');
  return [
    words.say(anonymous ? 'cli:tls.negotiatedAnonymous' : 'cli:tls.negotiated', { protocol, cipher, offer }),
    ...exchangeLines(report, words),
  ];
};

/** Of suites with a certificate it is said where none was agreed on, of anonymous ones where none was either. */
const kindLines = (report: TlsReport, words: Words): string[] => {
  const { negotiated, authenticatedAccepted, anonymousAcceptedIfForced } = report;
  const authenticated = words.say(`cli:tls.authenticated.${String(authenticatedAccepted)}`);
  const anonymous = words.say(`cli:tls.anonymous.${String(anonymousAcceptedIfForced)}`);
  if (negotiated !== null) return [negotiated.anonymous ? authenticated : anonymous];
  return [
    ...(authenticatedAccepted === null ? [] : [authenticated]),
    ...(anonymousAcceptedIfForced === null ? [] : [anonymous]),
  ];
};

const inventoryLines = ({ inventory }: TlsReport): string[] =>
  Object.entries(inventory ?? {}).flatMap(([protocol, suites]) =>
    suites.length === 0 ? [] : [protocol, ...suites.map((one) => `  ${one}`)],
  );

/** What the listener said before TLS; its keywords only where the one that matters is not among them. */
const smtpLines = ({ banner, help, starttls, ehlo }: TlsReport, words: Words): string[] => [
  ...(banner === null ? [] : [words.say('cli:tls.banner', { banner })]),
  ...(starttls === false && ehlo.length > 0 ? [words.say('cli:tls.ehlo', { keywords: ehlo.join(', ') })] : []),
  ...(help ?? []).map((line) => words.say('cli:tls.help', { help: line })),
];

/** What the listener showed, for people. */
export const tlsLines = (report: TlsReport, words: Words): string[] => [
  ...attemptLines(report, words),
  ...smtpLines(report, words),
  ...failureLines(report, words),
  ...offeredLines(report, words),
  ...kindLines(report, words),
  ...certificateLines(report, words),
  ...troubleLines(report, words),
  ...inventoryLines(report),
  ...partialLines(report, words),
];
