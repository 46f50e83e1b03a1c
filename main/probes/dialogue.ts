import type { TlsStage } from '../core/model';
import { newSmtp, type SmtpAnswer, type SmtpFacts, type SmtpState, stepSmtp } from '../core/smtp';
import { type Hello, startTls, stepTls, type TlsAnswer, type Wanted } from '../core/tls';
import type { Connection, Incoming } from './connection';
import { now } from './deadline';
import { breakage } from './errno';
import type { Failure } from './open';
import type { Session } from './session';
import type { Unacknowledged } from './unacknowledged';
import { waitUntil } from './waiting';

/** A peer that keeps on sending, but never a whole answer, has so long for each. */
const ANSWER_MS = 60_000;

/**
 * Until when the next bytes are waited for: silence ends sooner than slow speech, but a greeting may come as late as a
 * name is looked up (an initiator waits five minutes for it, RFC 5321 section 4.5.3.2.1).
 */
const patience = (session: Session, began: number, stage: TlsStage): number =>
  Math.min(
    session.deadline,
    began + ANSWER_MS,
    now() + session.silenceMs[stage === 'greeting' ? 'greeting' : 'answer'],
  );

/** What the machines do not know: an end that is ours, a peer that vanished, a way that is gone. */
const broken = (incoming: Incoming, stage: TlsStage): Failure | null => {
  if (incoming.kind === 'cancelled') return { code: 'cancelled', stage, detail: 'cancelled' };
  if (incoming.kind !== 'error') return null;
  const { errno } = incoming;
  const how = breakage(errno);
  if (how === 'unreachable') return { code: 'unreachable', stage, detail: `the way to the peer is gone (${errno})` };
  if (how === 'reset') return null;
  const code = stage === 'greeting' ? 'greeting-missing' : 'tls-timed-out';
  return { code, stage, detail: `the peer vanished: its system does not answer any more (${errno})` };
};

const noteBroken = (session: Session, failure: Failure): { kind: 'failed' } & Failure => {
  session.recorder.note(session.connections, [`TCP: ${failure.detail} at ${failure.stage}`]);
  return { kind: 'failed', ...failure };
};

type Event = { kind: 'bytes'; bytes: Uint8Array } | { kind: 'reset'; errno: string } | { kind: 'closed' | 'deadline' };
const eventOf = (incoming: Incoming): Event => {
  if (incoming.kind === 'bytes') return incoming;
  if (incoming.kind === 'error') return { kind: 'reset', errno: incoming.errno };
  return { kind: incoming.kind === 'deadline' ? 'deadline' : 'closed' };
};

const stuckText = ({ bytes, retransmissions }: Unacknowledged): string =>
  `${bytes} bytes of ours not acknowledged by the peer’s system, sent again ${retransmissions} times`;

/** At the deadline: did the peer hear us at all? What it did not, or null; null too where the system does not tell. */
const heard = async (session: Session, connection: Connection): Promise<string | null> => {
  const found = await connection.unacknowledged();
  if (found === null) return null;
  const line = found.bytes > 0 ? stuckText(found) : 'the peer’s system acknowledged all we said';
  session.recorder.note(session.connections, [`TCP: ${line}`]);
  return found.bytes > 0 ? stuckText(found) : null;
};

const withStuck = <T extends { kind: string }>(answer: T, stuck: string | null): T =>
  stuck !== null && 'detail' in answer ? { ...answer, detail: `${answer.detail}; ${stuck}` } : answer;

export type Spoken = { readonly facts: SmtpFacts; readonly answer: SmtpAnswer };

const stageOf = ({ phase }: SmtpState): TlsStage => (phase === 'help' ? 'ehlo' : phase);

/** Pumps the SMTP machine until STARTTLS is accepted or the dialogue has failed. */
export const speakSmtp = async (session: Session, connection: Connection, asksHelp: boolean): Promise<Spoken> => {
  let state = newSmtp(undefined, asksHelp);
  let began = now();
  for (;;) {
    const until = waitUntil(session, stageOf(state), patience(session, began, stageOf(state)));
    const incoming = await connection.next(until, session.options.signal);
    const failure = broken(incoming, stageOf(state));
    if (failure) return { facts: state.facts, answer: noteBroken(session, failure) };
    const unheard = incoming.kind === 'deadline' && state.phase !== 'greeting';
    const stuck = unheard ? await heard(session, connection) : null;
    const step = stepSmtp(state, eventOf(incoming));
    session.recorder.note(session.connections, step.lines);
    if (step.send) connection.send(step.send);
    if (step.state.phase !== state.phase) began = now();
    state = step.state;
    if (step.done) return { facts: state.facts, answer: withStuck(step.done, stuck) };
  }
};

/** Pumps the TLS machine: one ClientHello, then only reading, as far as it is wanted. */
export const speakTls = async (
  session: Session,
  connection: Connection,
  hello: Hello,
  wanted: Wanted,
): Promise<TlsAnswer> => {
  const start = startTls(hello, wanted);
  session.recorder.note(session.connections, start.lines);
  connection.send(start.send);
  const began = now();
  let { state } = start;
  for (;;) {
    const until = waitUntil(session, 'handshake', patience(session, began, 'handshake'));
    const incoming = await connection.next(until, session.options.signal);
    const failure = broken(incoming, 'handshake');
    if (failure && (failure.code === 'cancelled' || !state.agreement)) return noteBroken(session, failure);
    const stuck = incoming.kind === 'deadline' ? await heard(session, connection) : null;
    const step = stepTls(state, eventOf(incoming));
    session.recorder.note(session.connections, step.lines);
    state = step.state;
    if (step.done) return withStuck(step.done, stuck);
  }
};
