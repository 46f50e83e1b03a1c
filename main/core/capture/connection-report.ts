import type { CaptureConnection, TlsCertificate } from '../model';
import { readCertificate } from '../tls/certificate';
import { hidesCertificate } from '../tls/observer';
import type { Connection } from './connection';
import type { Facts } from './conversation';
import { failureOf, isProtected } from './failure';
import { instantText } from './instant';
import { stallOf } from './stall';

const MOST_IN_CHAIN = 10;

const unseenOf = (connection: Connection): CaptureConnection['certificateUnseen'] => {
  const { hello, holed, chain } = connection.talk.facts;
  if (chain !== undefined) return 'unreadable';
  if (hello === null) return holed ? 'hole' : 'no-handshake';
  if (hidesCertificate(hello.version)) return 'tls-1.3';
  if (hello.anonymous) return 'anonymous';
  if (holed) return 'hole';
  return connection.talk.facts.frames.encrypted.responder === null ? 'cut-off' : 'resumed';
};

const negotiatedOf = ({ hello, keyExchange }: Facts): CaptureConnection['negotiated'] =>
  hello === null ? null : { protocol: hello.version, cipher: hello.cipher, anonymous: hello.anonymous, keyExchange };

/** Enough of it is in the capture to say how far it came. */
const isTold = ({ whole, talk }: Connection): boolean => (whole || talk.tlsBegun) && !talk.facts.holed;

const outcomeOf = (connection: Connection, failed: boolean): CaptureConnection['outcome'] => {
  if (connection.talk.facts.plaintext) return 'plaintext';
  if (isProtected(connection)) return 'encrypted';
  if (failed) return 'failed';
  return isTold(connection) && !connection.isOver ? 'open' : 'unknown';
};

const certificatesOf = (facts: Facts): TlsCertificate[] =>
  (facts.chain ?? []).slice(0, MOST_IN_CHAIN).flatMap((der) => readCertificate(der.slice()) ?? []);

/** What the report says of a connection. `capturedUntil`: when the capture's last packet came by. */
export const reportOf = (connection: Connection, capturedUntil: number): CaptureConnection => {
  const { talk, ends, directions, frames } = connection;
  const { facts } = talk;
  const stall = stallOf(connection);
  const failure = failureOf(connection, stall, capturedUntil);
  const chain = certificatesOf(facts);
  const [certificate = null] = chain;
  return {
    initiator: { ...ends.initiator },
    responder: { ...ends.responder },
    port: ends.responder.port,
    openedAt: instantText(connection.openedAt),
    lastAt: instantText(connection.lastAt),
    rttMs: connection.rttMs,
    syns: connection.syns,
    outcome: outcomeOf(connection, failure !== null),
    failure,
    stage: connection.stage,
    banner: facts.banner,
    masked: facts.masked,
    ehloName: facts.ehloName,
    ehlo: [...facts.ehlo],
    starttls: talk.tlsBegun && connection.whole ? true : facts.starttls,
    offered: facts.offered,
    negotiated: negotiatedOf(facts),
    certificate,
    chain,
    certificateUnseen: certificate === null ? unseenOf(connection) : null,
    alerts: facts.alerts,
    resetBy: connection.resetBy,
    closedBy: connection.closedBy,
    stall,
    unreachable: connection.unreachable,
    holes: connection.holes,
    bytes: { initiator: directions.initiator.next, responder: directions.responder.next },
    applicationData: { ...facts.applicationData },
    packets: connection.packets,
    retransmissions: {
      initiator: directions.initiator.retransmissions,
      responder: directions.responder.retransmissions,
    },
    frames: { ...frames, ...facts.frames, encrypted: { ...facts.frames.encrypted } },
  };
};
