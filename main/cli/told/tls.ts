import type { TlsReport } from '../../core/model';
import type { Words } from '../../core/texts';

const certificateLine = ({ certificate }: TlsReport, words: Words): string => {
  if (certificate === null) return words.say('cli:tls.noCertificate');
  const { subject, issuer, notAfter, sha256 } = certificate;
  return words.say('cli:tls.certificate', { subject, issuer, notAfter, sha256 });
};

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

const agreedLines = (report: TlsReport, words: Words): string[] => {
  if (report.negotiated === null) return [];
  const { protocol, cipher, anonymous } = report.negotiated;
  const offer = report.offered ?? words.say('cli:tls.defaultOffer');
  return [
    words.say(anonymous ? 'cli:tls.negotiatedAnonymous' : 'cli:tls.negotiated', { protocol, cipher, offer }),
    ...exchangeLines(report, words),
    words.say(`cli:tls.anonymous.${String(report.anonymousAcceptedIfForced)}`),
    certificateLine(report, words),
  ];
};

const inventoryLines = ({ inventory, partial, remaining }: TlsReport, words: Words): string[] => [
  ...Object.entries(inventory ?? {}).flatMap(([protocol, suites]) =>
    suites.length === 0 ? [] : [protocol, ...suites.map((one) => `  ${one}`)],
  ),
  ...(partial === null ? [] : [words.say('cli:tls.partial', { ...partial })]),
  ...(remaining === null ? [] : [words.say('cli:tls.remaining', { versions: Object.keys(remaining).join(', ') })]),
];

const failureLines = ({ failure, target }: TlsReport, words: Words): string[] =>
  failure === null
    ? []
    : [
        words.say(`cli:tls.failures.${failure.code}`, { target }),
        ...(failure.detail === '' ? [] : [`  ${failure.detail}`]),
      ];

/** What a single run of questions cannot hide: second tries, and a listener that changes its mind. */
const troubleLines = ({ retries, starttlsSeen }: TlsReport, words: Words): string[] => [
  ...retries.map(({ connection, pausedMs, because }) => words.say('cli:tls.retry', { connection, pausedMs, because })),
  ...(starttlsSeen.offered > 0 && starttlsSeen.missing > 0 ? [words.say('cli:tls.unsteady', { ...starttlsSeen })] : []),
];

/** What the listener showed, for people. */
export const tlsLines = (report: TlsReport, words: Words): string[] => [
  ...(report.banner === null ? [] : [words.say('cli:tls.banner', { banner: report.banner })]),
  ...(report.help ?? []).map((help) => words.say('cli:tls.help', { help })),
  ...failureLines(report, words),
  ...agreedLines(report, words),
  ...troubleLines(report, words),
  ...inventoryLines(report, words),
];
