import { randomBytes } from 'node:crypto';
import type { SmtpFacts } from '../core/smtp';
import { type Agreement, farewell, type Suite, type TlsAnswer, type TlsVersion } from '../core/tls';
import type { Connection } from './connection';
import { pause } from './deadline';
import { speakSmtp, speakTls } from './dialogue';
import { type Failure, openConnection } from './open';
import { type Session, targetText } from './session';

export type Question = { readonly what: string; readonly version: TlsVersion; readonly suites: readonly Suite[] };

export type Answer = {
  /** Null: no connection came about. */
  readonly facts: SmtpFacts | null;
  readonly agreement: Agreement | null;
  /** The alert that refused the offer. */
  readonly alert: number | null;
  readonly failure: Failure | null;
};

const nothing: Answer = { facts: null, agreement: null, alert: null, failure: null };

const fromTls = (facts: SmtpFacts, answer: TlsAnswer): Answer => {
  if (answer.kind === 'agreed') return { ...nothing, facts, agreement: answer.agreement };
  const stage = 'handshake' as const;
  if (answer.kind === 'alert')
    return { ...nothing, facts, alert: answer.code, failure: { code: 'tls-alert', stage, detail: answer.name } };
  return { ...nothing, facts, failure: { code: answer.code, stage, detail: answer.detail } };
};

const converse = async (session: Session, connection: Connection, question: Question): Promise<Answer> => {
  const { facts, answer } = await speakSmtp(session, connection);
  if (answer.kind === 'failed') {
    const { code, stage, detail } = answer;
    await connection.close();
    return { ...nothing, facts, failure: { code, stage, detail } };
  }
  const { version, suites } = question;
  const tls = await speakTls(session, connection, { version, suites, random: randomBytes(32) });
  await connection.close(tls.kind === 'agreed' ? farewell(tls.agreement.version) : undefined);
  return fromTls(facts, tls);
};

/** What the listener's log will hold of it; which lines exactly is not known for a connection without a message. */
const leaves = (answer: Answer): string => {
  if (!answer.facts) return 'no-connection';
  return answer.facts.starttls ? 'unfinished-tls' : 'empty-connection';
};

/** Asks one question over one connection of its own, and enters it into the footprint. */
const askOnce = async (session: Session, question: Question): Promise<Answer> => {
  session.options.onConnection?.(question.what);
  const opened = await openConnection(session);
  const answer =
    opened.kind === 'open'
      ? await converse(session, opened.connection, question)
      : { ...nothing, failure: opened.failure };
  session.footprint.push({ to: targetText(session.target), what: question.what, leaves: leaves(answer) });
  return answer;
};

export const limitReached = (session: Session): boolean =>
  session.options.limit !== undefined && session.connections >= session.options.limit;

const LIMIT = { code: 'cancelled', stage: 'connect', detail: 'limit of connections reached' } as const;
const turnedAway = ['too-many-connections', 'greeting-refused', 'connect-refused'];

/** A listener that counts connections by second has forgotten us after this. */
const PAUSE_MS = 1500;

/**
 * Asks a question after the first one. A listener that turns us away now limits connections: one pause, one more
 * try, both in the record; then the answer is the refusal.
 */
export const askAgain = async (session: Session, question: Question): Promise<Answer> => {
  if (limitReached(session)) return { ...nothing, failure: LIMIT };
  const answer = await askOnce(session, question);
  if (!answer.failure || !turnedAway.includes(answer.failure.code) || limitReached(session)) return answer;
  session.recorder.note(session.connections, [`turned away (${answer.failure.code}): one more try in ${PAUSE_MS} ms`]);
  return (await pause(PAUSE_MS, session.options.signal)) ? askOnce(session, question) : answer;
};

/** The first question: no second try, whatever comes. */
export const askFirst = askOnce;
