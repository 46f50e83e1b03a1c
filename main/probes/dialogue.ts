import type { TlsStage } from '../core/model';
import { newSmtp, type SmtpAnswer, type SmtpFacts, stepSmtp } from '../core/smtp';
import { type Hello, startTls, stepTls, type TlsAnswer } from '../core/tls';
import type { Connection, Incoming } from './connection';
import type { Failure } from './open';
import type { Session } from './session';

/** What the machines do not know: the socket's own ends. */
const broken = (incoming: Incoming, stage: TlsStage): Failure | null => {
  if (incoming.kind === 'cancelled') return { code: 'cancelled', stage, detail: 'cancelled' };
  if (incoming.kind === 'error') return { code: 'reset', stage, detail: `connection reset (${incoming.errno})` };
  return null;
};

const noteBroken = (session: Session, failure: Failure): { kind: 'failed' } & Failure => {
  session.recorder.note(session.connections, [`TCP: ${failure.detail} at ${failure.stage}`]);
  return { kind: 'failed', ...failure };
};

type Event = { kind: 'bytes'; bytes: Uint8Array } | { kind: 'closed' } | { kind: 'deadline' };
const eventOf = (incoming: Incoming): Event => {
  if (incoming.kind === 'bytes') return incoming;
  return incoming.kind === 'deadline' ? { kind: 'deadline' } : { kind: 'closed' };
};

export type Spoken = { readonly facts: SmtpFacts; readonly answer: SmtpAnswer };

/** Pumps the SMTP machine until STARTTLS is accepted or the dialogue has failed. */
export const speakSmtp = async (session: Session, connection: Connection): Promise<Spoken> => {
  let state = newSmtp();
  for (;;) {
    const incoming = await connection.next(session.deadline, session.options.signal);
    const failure = broken(incoming, state.phase);
    if (failure) return { facts: state.facts, answer: noteBroken(session, failure) };
    const step = stepSmtp(state, eventOf(incoming));
    session.recorder.note(session.connections, step.lines);
    if (step.send) connection.send(step.send);
    state = step.state;
    if (step.done) return { facts: state.facts, answer: step.done };
  }
};

/** Pumps the TLS machine: one ClientHello, then only reading. */
export const speakTls = async (session: Session, connection: Connection, hello: Hello): Promise<TlsAnswer> => {
  const start = startTls(hello);
  session.recorder.note(session.connections, start.lines);
  connection.send(start.send);
  let { state } = start;
  for (;;) {
    const incoming = await connection.next(session.deadline, session.options.signal);
    const failure = broken(incoming, 'handshake');
    if (failure && (failure.code === 'cancelled' || !state.agreement)) return noteBroken(session, failure);
    const step = stepTls(state, eventOf(incoming));
    session.recorder.note(session.connections, step.lines);
    state = step.state;
    if (step.done) return step.done;
  }
};
