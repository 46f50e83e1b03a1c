import type { TlsReport } from '../../core/model';
import type { Words } from '../../core/texts';

const certificateLine = ({ certificate }: TlsReport, words: Words): string => {
  if (certificate === null) return words.say('cli:tls.noCertificate');
  const { subject, issuer, notAfter, sha256 } = certificate;
  return words.say('cli:tls.certificate', { subject, issuer, notAfter, sha256 });
};

const agreedLines = (report: TlsReport, words: Words): string[] => {
  if (report.negotiated === null) return [];
  const { protocol, cipher, anonymous } = report.negotiated;
  const offer = report.offered ?? words.say('cli:tls.defaultOffer');
  return [
    words.say(anonymous ? 'cli:tls.negotiatedAnonymous' : 'cli:tls.negotiated', { protocol, cipher, offer }),
    words.say(`cli:tls.anonymous.${String(report.anonymousAcceptedIfForced)}`),
    certificateLine(report, words),
  ];
};

const inventoryLines = ({ inventory, partial }: TlsReport, words: Words): string[] => [
  ...Object.entries(inventory ?? {}).flatMap(([protocol, suites]) =>
    suites.length === 0 ? [] : [protocol, ...suites.map((one) => `  ${one}`)],
  ),
  ...(partial === null ? [] : [words.say('cli:tls.partial', { ...partial })]),
];

const failureLines = ({ failure, target }: TlsReport, words: Words): string[] =>
  failure === null
    ? []
    : [
        words.say(`cli:tls.failures.${failure.code}`, { target }),
        ...(failure.detail === '' ? [] : [`  ${failure.detail}`]),
      ];

/** What the listener showed, for people. */
export const tlsLines = (report: TlsReport, words: Words): string[] => [
  ...(report.banner === null ? [] : [words.say('cli:tls.banner', { banner: report.banner })]),
  ...failureLines(report, words),
  ...agreedLines(report, words),
  ...inventoryLines(report, words),
];
