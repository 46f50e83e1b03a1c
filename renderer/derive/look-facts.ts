import {
  type CaptureConnection,
  CaptureReport,
  type Observation,
  type TlsCertificate,
  TlsReport,
} from '../../main/core/model';

/** One fact of a look at a listener: a label of the texts, and words of the wire or a key of the texts. */
export interface LookFact {
  readonly label: string;
  readonly text: string | null;
  readonly key: string | null;
  readonly params: Readonly<Record<string, string | number>>;
}

const text = (label: string, words: string | null): LookFact[] =>
  words === null || words === '' ? [] : [{ label, text: words, key: null, params: {} }];
const key = (label: string, name: string, params: LookFact['params'] = {}): LookFact[] => [
  { label, text: null, key: name, params },
];

const day = (instant: string): string => instant.slice(0, 10);
/** `3a:f0:…` breaks where a line ends. */
const grouped = (sha256: string): string => sha256.match(/.{1,8}/g)?.join(' ') ?? sha256;

const ofCertificate = (one: TlsCertificate): LookFact[] => [
  ...text('subject', one.subject),
  ...text('issuer', one.issuer),
  ...key('valid', 'fromTo', { from: day(one.notBefore), to: day(one.notAfter) }),
  ...text('key', [one.keyType ?? '', one.keyBits ?? ''].join(' ').trim()),
  ...text('signature', one.signature),
  ...text('sha256', grouped(one.sha256)),
];

interface Shown {
  readonly certificate: TlsCertificate | null;
  readonly chain: readonly TlsCertificate[];
  readonly chainOrder: string | null;
  readonly certificateUnseen: string | null;
}

const shownFacts = ({ certificate, chain, chainOrder, certificateUnseen }: Shown): LookFact[] => {
  if (certificate === null)
    return certificateUnseen === null || certificateUnseen === 'no-handshake'
      ? []
      : key('certificate', `unseen.${certificateUnseen.replace('.', '-')}`);
  const order = chainOrder === null ? [] : key('chain', `order.${chainOrder}`, { count: chain.length });
  return [...ofCertificate(certificate), ...order];
};

const yesNo = (label: string, said: boolean | null): LookFact[] =>
  said === null ? [] : key(label, said ? 'accepted' : 'refused');

const agreedFacts = (
  one: { readonly protocol: string; readonly cipher: string; readonly anonymous: boolean } | null,
) =>
  one === null
    ? key('agreed', 'nothing')
    : [...text('agreed', `${one.protocol} ${one.cipher}`), ...(one.anonymous ? key('identity', 'anonymous') : [])];

const startedTls = (starttls: boolean | null): LookFact[] =>
  starttls === null ? [] : key('starttls', starttls ? 'offered' : 'missing');

/** What a probe of this laptop saw, in the order of the conversation. */
const probeFacts = (report: TlsReport): LookFact[] => [
  ...text('greeting', report.banner),
  ...startedTls(report.starttls),
  ...(report.starttls === true
    ? [
        ...(report.offered === null ? key('offered', 'ownOffer') : text('offered', report.offered)),
        ...agreedFacts(report.negotiated),
      ]
    : []),
  ...text('alert', report.failure?.detail ?? null),
  ...yesNo('forced', report.anonymousAcceptedIfForced),
  ...yesNo('authenticated', report.authenticatedAccepted),
  ...shownFacts(report),
  ...key('connections', 'number', { count: report.connections }),
];

const alertsText = ({ alerts }: CaptureConnection): LookFact[] =>
  alerts.flatMap((one) => (one.name === null ? [] : key('alert', `alertFrom.${one.from}`, { name: one.name })));

/** Where nothing moved any more, and what still got through: an observation, whatever it comes from. */
const stallFacts = ({ stall }: CaptureConnection): LookFact[] =>
  stall === null
    ? []
    : key('stall', `stalled.${stall.from}`, { bytes: stall.bytes, passed: stall.largestPassed ?? '?' });

/** What a capture holds of one connection. The offer is the initiator's own, as it went over the wire. */
const captureFacts = (one: CaptureConnection): LookFact[] => [
  ...text('greeting', one.banner),
  ...startedTls(one.starttls),
  ...text('offered', one.offered === null ? null : `${one.offered.version}: ${one.offered.suites.join(':')}`),
  ...(one.offered === null ? [] : agreedFacts(one.negotiated)),
  ...alertsText(one),
  ...(one.alerts.length === 0 ? text('alert', one.failure?.detail ?? null) : []),
  ...(one.resetBy === null ? [] : key('reset', `by.${one.resetBy.by}`)),
  ...stallFacts(one),
  ...shownFacts({ ...one, chainOrder: null }),
];

const connectionAt = ({ connections }: CaptureReport, frame: number | null): CaptureConnection | null =>
  connections.find((one) => frame !== null && Object.values(one.frames).includes(frame)) ??
  connections.find((one) => frame !== null && one.frames.first <= frame && frame <= one.frames.last) ??
  connections.at(-1) ??
  null;

/** The facts of an observation that looked at a listener; `line` is the frame that a capture's quote stands for. */
export const lookFactsOf = ({ check, data }: Observation, line: number | null): readonly LookFact[] => {
  if (check === 'tls-offer') {
    const report = TlsReport.safeParse(data);
    return report.success ? probeFacts(report.data) : [];
  }
  if (check !== 'capture') return [];
  const report = CaptureReport.safeParse(data);
  const connection = report.success ? connectionAt(report.data, line) : null;
  return connection === null ? [] : captureFacts(connection);
};
