import type { CaptureConnection, CaptureStall, Side, TlsFailureCode } from '../model';
import { alertName, CLOSE_NOTIFY } from '../tls/alerts';
import type { Connection } from './connection';

const CLOSE = alertName(CLOSE_NOTIFY);

type Failure = NonNullable<CaptureConnection['failure']>;

/** A SYN that was sent once may still be answered; after this long it was not. */
const PATIENCE_MICROS = 3_000_000;

const failure = (
  code: TlsFailureCode,
  stage: Failure['stage'],
  detail: string,
  by: Side | null,
  frame: number | null,
): Failure => ({ code, stage, detail, by, frame });

/** The connect: refused, unreachable or unanswered. Null: it was answered, or it is too early to say. */
const ofConnect = (connection: Connection, capturedUntil: number): Failure | null => {
  const { resetBy, unreachable, syns, frames, openedAt } = connection;
  if (frames.synAck !== null || connection.established || frames.syn === null) return null;
  if (resetBy?.by === 'responder') return failure('connect-refused', 'connect', 'RST', 'responder', resetBy.frame);
  const [said] = unreachable;
  if (said !== undefined) return failure('unreachable', 'connect', `${said.kind}, says ${said.from}`, null, said.frame);
  if (syns < 2 && capturedUntil - openedAt < PATIENCE_MICROS) return null;
  return failure('connect-timed-out', 'connect', `SYN sent ${syns} times, no answer`, null, frames.syn);
};

const ofAlert = ({ talk }: Connection): Failure | null => {
  const alert = talk.facts.alerts.find((one) => one.level === 'fatal');
  return alert === undefined
    ? null
    : failure('tls-alert', 'handshake', alert.name ?? 'encrypted alert', alert.from, alert.frame);
};

/** The end of the line in the middle of it. */
const ofEnd = (connection: Connection): Failure | null => {
  const { resetBy, closedBy, stage, talk } = connection;
  const end = resetBy ?? closedBy;
  if (end === null) return null;
  const first = closedBy !== null && resetBy !== null && closedBy.frame < resetBy.frame ? closedBy : end;
  const word = first === resetBy ? 'RST' : 'FIN';
  const detail = `${word} from the ${first.by} at ${stage}`;
  const farewell = talk.facts.alerts.find(({ name, frame }) => name === CLOSE && frame <= first.frame);
  if (farewell !== undefined)
    return failure('tls-closed', 'handshake', `close_notify from the ${farewell.from}`, farewell.from, farewell.frame);
  if (stage === 'handshake')
    return failure(word === 'RST' ? 'reset' : 'tls-closed', stage, detail, first.by, first.frame);
  if (stage === 'greeting' && connection.directions.responder.next === 0 && talk.facts.banner === null)
    return first.by === 'initiator'
      ? failure('greeting-missing', stage, `silence, then ${detail}`, first.by, first.frame)
      : failure(word === 'RST' ? 'reset' : 'closed-before-greeting', stage, detail, first.by, first.frame);
  return failure('reset', stage, detail, first.by, first.frame);
};

const ofStall = ({ stage }: Connection, stall: CaptureStall | null): Failure | null => {
  if (stall === null) return null;
  const code = stage === 'greeting' ? 'greeting-missing' : 'tls-timed-out';
  return failure(code, stage, `nothing from the ${stall.from} gets through (${stall.kind})`, null, stall.frame);
};

const ofRefusal = ({ talk }: Connection): Failure | null => {
  const { refusal, masked } = talk.facts;
  if (refusal === null) return null;
  const { code, stage, detail, frame } = refusal;
  const inspected = masked !== null && (code === 'starttls-missing' || code === 'starttls-refused');
  return inspected
    ? failure('smtp-inspected', stage, `${masked}; ${code}: ${detail}`, 'responder', frame)
    : failure(code, stage, detail, 'responder', frame);
};

const ofMalformed = ({ talk }: Connection): Failure | null => {
  const { malformed } = talk.facts;
  return malformed === null
    ? null
    : failure('tls-malformed', 'handshake', malformed.detail, malformed.by, malformed.frame);
};

export const isProtected = ({ talk }: Connection): boolean => {
  const { initiator, responder } = talk.facts.frames.encrypted;
  return initiator !== null && responder !== null;
};

/**
 * Why a connection did not come to protected records, in the words of the prober; null where it did, or where the
 * capture does not say. `capturedUntil` is the time of the last packet of the whole capture.
 */
export const failureOf = (
  connection: Connection,
  stall: CaptureStall | null,
  capturedUntil: number,
): Failure | null => {
  if (isProtected(connection) || connection.talk.facts.plaintext) return null;
  const found =
    ofConnect(connection, capturedUntil) ??
    ofAlert(connection) ??
    ofMalformed(connection) ??
    ofRefusal(connection) ??
    ofStall(connection, stall);
  if (found !== null) return found;
  const { facts, tlsBegun } = connection.talk;
  return (connection.whole || tlsBegun) && !facts.holed ? ofEnd(connection) : null;
};
