import { z } from 'zod';
import { TlsCertificate, TlsFailureCode, TlsStage } from './tls-report';
import { Instant } from './words';

/** The two ends of a connection: the initiator sent the first SYN, or has the far end's quarantine port as its target. */
export const Side = z.enum(['initiator', 'responder']);
export type Side = z.infer<typeof Side>;

/** A frame as Wireshark counts them: from 1, every frame of the file. */
const Frame = z.number().int().min(1);

const End = z.strictObject({ address: z.string(), port: z.number().int() });

const Negotiated = z.strictObject({
  protocol: z.string(),
  cipher: z.string(),
  anonymous: z.boolean(),
  /** `DH 1024 bits`, `ECDH x25519`, …; null where no ServerKeyExchange was seen. */
  keyExchange: z.string().nullable(),
});

/** What a real initiator put into its ClientHello. */
export const CaptureOffer = z.strictObject({
  /** The newest version that it offers: `TLSv1.2`, or the code on the wire where nobody knows it. */
  version: z.string(),
  /** OpenSSL names in the initiator's order; codes that stand in no table as `0xfefe`. Signals that are no suite left out. */
  suites: z.array(z.string()),
  anonymous: z.array(z.string()),
  /** SSLv2: OpenSSL 0.9.8 to 1.0.2 may begin with the old form, which has no extensions. */
  form: z.enum(['tls', 'sslv2']),
  serverName: z.string().nullable(),
});
export type CaptureOffer = z.infer<typeof CaptureOffer>;

export const CaptureAlert = z.strictObject({
  from: Side,
  /** Null with name null: the alert is encrypted. */
  level: z.enum(['warning', 'fatal']).nullable(),
  name: z.string().nullable(),
  at: Instant,
  frame: Frame,
});
export type CaptureAlert = z.infer<typeof CaptureAlert>;

/**
 * Who sent a reset or the first FIN, when, and after what. `ttl` is the hop count of that packet, `usualTtl` that of the
 * side's earlier packets: a difference speaks for somebody in between. Which one it was is not said by the packet.
 */
export const CaptureEnd = z.strictObject({
  by: Side,
  at: Instant,
  frame: Frame,
  after: TlsStage.nullable(),
  ttl: z.number().nullable(),
  usualTtl: z.number().nullable(),
});
export type CaptureEnd = z.infer<typeof CaptureEnd>;

/** Bytes of a direction that the capture does not hold. `from` and `to` count from the direction's first byte, 0. */
export const CaptureHole = z.strictObject({
  direction: Side,
  from: z.number(),
  to: z.number(),
  /**
   * `not-captured`: the other end acknowledged them, so they arrived. `cut`: the frame was cut (snaplen).
   * `never-arrived`: nobody acknowledged them. `overflow`: more came out of order than is kept.
   */
  why: z.enum(['not-captured', 'cut', 'never-arrived', 'overflow']),
  frame: Frame,
});
export type CaptureHole = z.infer<typeof CaptureHole>;

/**
 * A direction in which nothing moves any more: data was sent again and again and never acknowledged, or never came while
 * what follows it did, or the receiver's window stayed shut. An observation; what causes it is not said here.
 */
export const CaptureStall = z.strictObject({
  /** The side whose bytes do not arrive. */
  from: Side,
  kind: z.enum(['unacknowledged', 'missing', 'window-shut']),
  /** The last time this direction made progress. */
  since: Instant,
  lastAt: Instant,
  retransmissions: z.number().int(),
  bytes: z.number(),
  /** Payload sizes of the segments that are stuck, and of the largest one that got through; null: none known. */
  stuck: z.strictObject({ smallest: z.number(), largest: z.number() }).nullable(),
  largestPassed: z.number().nullable(),
  stage: TlsStage.nullable(),
  frame: Frame,
});
export type CaptureStall = z.infer<typeof CaptureStall>;

/** A router's or firewall's word about a packet of this connection (RFC 792, 1191, 4443). */
export const CaptureUnreachable = z.strictObject({
  from: z.string(),
  /** The side whose packet did not get through. */
  about: Side,
  kind: z.enum(['host', 'port', 'prohibited', 'too-big', 'other']),
  /** The next hop's limit, for `too-big`. */
  mtu: z.number().nullable(),
  at: Instant,
  frame: Frame,
});
export type CaptureUnreachable = z.infer<typeof CaptureUnreachable>;

const Frames = z.strictObject({
  first: Frame,
  last: Frame,
  syn: Frame.nullable(),
  synAck: Frame.nullable(),
  banner: Frame.nullable(),
  ehlo: Frame.nullable(),
  starttls: Frame.nullable(),
  clientHello: Frame.nullable(),
  serverHello: Frame.nullable(),
  certificate: Frame.nullable(),
  keyExchange: Frame.nullable(),
  /** The first protected record of each side. */
  encrypted: z.strictObject({ initiator: Frame.nullable(), responder: Frame.nullable() }),
});

export const CaptureConnection = z.strictObject({
  initiator: End,
  responder: End,
  /** The quarantine port. */
  port: z.number().int(),
  openedAt: Instant,
  lastAt: Instant,
  /** Null: the capture does not hold the opening handshake. */
  rttMs: z.number().nullable(),
  /** How often the SYN was sent. */
  syns: z.number().int(),
  /** `encrypted`: both sides went over to protected records. `open`: the capture ends before anything was decided.
   * `plaintext`: mail commands without TLS. `unknown`: too little of it is in the capture. */
  outcome: z.enum(['encrypted', 'failed', 'open', 'plaintext', 'unknown']),
  /** As in `tls --json`; `by` is the side that ended it, where one did. */
  failure: z
    .strictObject({
      code: TlsFailureCode,
      stage: TlsStage,
      detail: z.string(),
      by: Side.nullable(),
      frame: Frame.nullable(),
    })
    .nullable(),
  /** The farthest stage that was seen to begin. */
  stage: TlsStage,
  banner: z.string().nullable(),
  /** What shows that SMTP is rewritten on the way: a masked banner or keyword. */
  masked: z.string().nullable(),
  ehloName: z.string().nullable(),
  ehlo: z.array(z.string()),
  /** Null: EHLO was not answered, or not wholly captured. */
  starttls: z.boolean().nullable(),
  offered: CaptureOffer.nullable(),
  negotiated: Negotiated.nullable(),
  certificate: TlsCertificate.nullable(),
  chain: z.array(TlsCertificate),
  certificateUnseen: z
    .enum(['anonymous', 'tls-1.3', 'resumed', 'no-handshake', 'cut-off', 'unreadable', 'hole'])
    .nullable(),
  alerts: z.array(CaptureAlert),
  resetBy: CaptureEnd.nullable(),
  closedBy: CaptureEnd.nullable(),
  stall: CaptureStall.nullable(),
  unreachable: z.array(CaptureUnreachable),
  holes: z.array(CaptureHole),
  /** Payload bytes each way, each counted once; `protected` those in protected records after the handshake. */
  bytes: z.strictObject({ initiator: z.number(), responder: z.number() }),
  applicationData: z.strictObject({ initiator: z.number(), responder: z.number() }),
  packets: z.number().int(),
  retransmissions: z.strictObject({ initiator: z.number().int(), responder: z.number().int() }),
  frames: Frames,
});
export type CaptureConnection = z.infer<typeof CaptureConnection>;

/** Why packets were left aside, or something is not as whole as it looks. */
export const CaptureNote = z.enum([
  'file-truncated',
  'file-damaged',
  'frames-cut',
  'fragments',
  'link-type-unknown',
  'connections-limit',
  'report-limit',
  'out-of-order-limit',
]);
export type CaptureNote = z.infer<typeof CaptureNote>;

/** The document of `capture --json`. */
export const CaptureReport = z.strictObject({
  schema: z.literal('cpq-doctor/capture/1'),
  file: z.string(),
  bytes: z.number(),
  format: z.enum(['pcap', 'pcapng']),
  linkTypes: z.array(z.string()),
  /** Where the file itself names the machine and the program that wrote it (pcapng only). */
  madeBy: z.string().nullable(),
  ports: z.array(z.number().int()),
  packets: z.number().int(),
  /** Packets that are no part of a quarantine connection, by reason. */
  skipped: z.array(z.strictObject({ reason: z.string(), packets: z.number().int() })),
  firstAt: Instant.nullable(),
  lastAt: Instant.nullable(),
  connections: z.array(CaptureConnection),
  /** Connections that were seen and are not listed, because there were too many. */
  unlisted: z.number().int(),
  notes: z.array(z.strictObject({ note: CaptureNote, detail: z.string(), count: z.number().int() })),
  durationMs: z.number(),
});
export type CaptureReport = z.infer<typeof CaptureReport>;
