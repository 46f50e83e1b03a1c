import type { CaptureConnection, CaptureReport } from '../model';

/** A fact of a connection in one line, and the frame that carries it. */
export interface CaptureLine {
  readonly frame: number;
  readonly text: string;
  /** When the frame came by; null: the report does not say. */
  readonly at: string | null;
}

const endText = ({ address, port }: CaptureConnection['initiator']): string =>
  address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;

type Line = readonly [frame: number | null | undefined, text: string];

const tcpLines = (one: CaptureConnection): Line[] => [
  [one.frames.syn, one.syns > 1 ? `SYN, sent ${one.syns} times` : 'SYN'],
  [one.frames.synAck, one.rttMs === null ? 'SYN, ACK' : `SYN, ACK; round trip ${one.rttMs} ms`],
  ...one.unreachable.map((said): Line => {
    const mtu = said.mtu === null ? '' : `, MTU ${said.mtu}`;
    return [said.frame, `ICMP from ${said.from} about a packet of the ${said.about}: ${said.kind}${mtu}`];
  }),
];

const smtpLines = (one: CaptureConnection): Line[] => [
  [one.frames.banner, `banner: ${one.banner ?? ''}`],
  [one.frames.ehlo, `EHLO keywords: ${one.ehlo.join(', ')}${one.masked === null ? '' : `; ${one.masked}`}`],
  [one.frames.starttls, 'STARTTLS'],
];

const offerText = ({ offered }: CaptureConnection): string =>
  offered === null ? '' : `ClientHello ${offered.version} offers ${offered.suites.join(':')}`;

const tlsLines = (one: CaptureConnection): Line[] => {
  const { negotiated, certificate, frames } = one;
  const kind = negotiated?.anonymous ? 'anonymous' : 'authenticated';
  return [
    [frames.clientHello, offerText(one)],
    [frames.serverHello, `ServerHello ${negotiated?.protocol ?? ''} ${negotiated?.cipher ?? ''} (${kind})`],
    [
      frames.certificate,
      certificate === null
        ? 'Certificate that cannot be read'
        : `Certificate subject "${certificate.subject}" issuer "${certificate.issuer}" sha256 ${certificate.sha256}`,
    ],
    [frames.keyExchange, `ServerKeyExchange ${negotiated?.keyExchange ?? ''}`],
    ...one.alerts.map((alert): Line => {
      const what = alert.name === null ? 'encrypted' : `${alert.level} ${alert.name}`;
      return [alert.frame, `Alert from the ${alert.from}: ${what}`];
    }),
    [frames.encrypted.initiator, 'first protected record of the initiator'],
    [frames.encrypted.responder, 'first protected record of the responder'],
  ];
};

const endLine = (word: string, end: CaptureConnection['resetBy'], { frames }: CaptureConnection): Line => {
  if (end === null) return [null, ''];
  const other = end.ttl === end.usualTtl || end.usualTtl === null ? '' : `, TTL ${end.ttl} instead of ${end.usualTtl}`;
  const { initiator, responder } = frames.encrypted;
  const isLater = initiator !== null && responder !== null && end.frame > Math.max(initiator, responder);
  const when = isLater ? 'after the handshake' : `at ${end.after ?? 'connect'}`;
  return [end.frame, `${word} from the ${end.by} ${when}${other}`];
};

const trouble = ({ stall, failure }: CaptureConnection): Line[] => [
  ...(stall === null
    ? []
    : [[stall.frame, `stall: ${stall.kind}, ${stall.bytes} bytes of the ${stall.from}`] as const]),
  ...(failure === null ? [] : [[failure.frame, `${failure.code} at ${failure.stage}: ${failure.detail}`] as const]),
];

/** When a frame came by, as far as the report says. */
const timesOf = (one: CaptureConnection): ReadonlyMap<number, string> =>
  new Map([
    [one.frames.first, one.openedAt],
    ...[...one.alerts, ...one.unreachable, ...[one.closedBy, one.resetBy].filter((end) => end !== null)].map(
      ({ frame, at }) => [frame, at] as const,
    ),
  ]);

/** A text of one line, bounded; line ends inside it are shown. */
const oneLine = (text: string): string => text.replace(/\r?\n/g, ' | ').slice(0, 4000);

/** The facts of a connection by their frames; several of one frame stand in one line. */
export const linesOf = (one: CaptureConnection): CaptureLine[] => {
  const path = `${endText(one.initiator)} > ${endText(one.responder)}`;
  const all = [
    ...tcpLines(one),
    ...smtpLines(one),
    ...tlsLines(one),
    endLine('FIN', one.closedBy, one),
    endLine('RST', one.resetBy, one),
    ...trouble(one),
  ];
  const times = timesOf(one);
  const byFrame = new Map<number, string[]>();
  for (const [frame, text] of all)
    if (typeof frame === 'number') byFrame.set(frame, [...(byFrame.get(frame) ?? []), text]);
  return [...byFrame]
    .sort(([first], [second]) => first - second)
    .map(([frame, texts]) => ({ frame, text: oneLine(`${path} ${texts.join('; ')}`), at: times.get(frame) ?? null }));
};

const pairOf = ({ initiator, responder, port }: CaptureConnection): string =>
  `${initiator.address} ${responder.address} ${port}`;

/** The connections of a report with the newest of each pair first, so that a bound on quotes takes the oldest away. */
export const newestFirst = ({ connections }: CaptureReport): CaptureConnection[] => {
  const newest = new Map<string, CaptureConnection>();
  for (const one of connections) newest.set(pairOf(one), one);
  const first = new Set(newest.values());
  return [...[...first].reverse(), ...[...connections].reverse().filter((one) => !first.has(one))];
};
