import { randomBytes } from 'node:crypto';
import type { SmtpFacts } from '../core/smtp';
import { type Agreement, farewell, type Suite, type TlsAnswer, type TlsVersion, type Wanted } from '../core/tls';
import type { Connection } from './connection';
import { speakSmtp, speakTls } from './dialogue';
import { type Failure, openConnection } from './open';
import type { FootprintLine } from './options';
import { type Session, targetText } from './session';
import { tellWaits } from './waiting';

export type Question = {
  /** A key of `checks:did`. */
  readonly what: string;
  readonly version: TlsVersion;
  readonly suites: readonly Suite[];
  readonly wanted: Wanted;
  /** Whether HELP is read too where EHLO offers it: one round trip more. */
  readonly asksHelp?: boolean;
};

export type Answer = {
  /** Null: no connection came about. */
  readonly facts: SmtpFacts | null;
  readonly agreement: Agreement | null;
  /** The alert that refused the offer. */
  readonly alert: number | null;
  readonly failure: Failure | null;
  /** Whether a second try ended as the first did. */
  readonly twice: boolean;
};

export const nothing: Answer = { facts: null, agreement: null, alert: null, failure: null, twice: false };

const fromTls = (facts: SmtpFacts, answer: TlsAnswer): Answer => {
  if (answer.kind === 'agreed') return { ...nothing, facts, agreement: answer.agreement };
  const stage = 'handshake' as const;
  if (answer.kind === 'alert')
    return { ...nothing, facts, alert: answer.code, failure: { code: 'tls-alert', stage, detail: answer.name } };
  return { ...nothing, facts, failure: { code: answer.code, stage, detail: answer.detail } };
};

/** So many may wait for the peer's end at a time; to the peer they count as connections. */
const MOST_CLOSING = 2;

/** Says our end. The peer's is waited for where it counts connections, and else goes on beside the next question. */
const takeLeave = async (session: Session, connection: Connection, lastWords?: Uint8Array): Promise<void> => {
  const { closing, pace, options } = session;
  const end = connection.close(lastWords, options.signal).finally(() => closing.delete(end));
  closing.add(end);
  if (pace.waitsForEnd) await Promise.all(closing);
  else if (closing.size > MOST_CLOSING) await Promise.race(closing);
};

const count = ({ starttls }: Session, facts: SmtpFacts): void => {
  if (facts.starttls !== null) starttls[facts.starttls ? 'offered' : 'missing'] += 1;
};

const converse = async (session: Session, connection: Connection, question: Question): Promise<Answer> => {
  const { facts, answer } = await speakSmtp(session, connection, question.asksHelp ?? false);
  count(session, facts);
  if (answer.kind === 'failed') {
    const { code, stage, detail } = answer;
    await takeLeave(session, connection);
    return { ...nothing, facts, failure: { code, stage, detail } };
  }
  const { version, suites, wanted } = question;
  const tls = await speakTls(session, connection, { version, suites, random: randomBytes(32) }, wanted);
  await takeLeave(session, connection, tls.kind === 'agreed' ? farewell(tls.agreement.version) : undefined);
  return fromTls(facts, tls);
};

/**
 * What the listener's log will hold of it, as a key of `checks:leaves`. The forms of the lines are known (`ICID n TLS
 * failed`, `lost`, `close`), not which of them a connection without a message gets: the texts say "likely".
 */
const leavesOf = ({ facts, alert, failure }: Answer): string => {
  if (facts === null) return 'no-connection';
  if (failure?.code === 'too-many-connections' || failure?.code === 'greeting-refused') return 'refused-connection';
  if (failure !== null && failure.stage !== 'handshake')
    return facts.banner === null ? 'silent-connection' : 'empty-connection';
  return alert === null ? 'unfinished-tls' : 'refused-tls';
};

/** For the record; keys of the texts are for people. */
const words: Readonly<Record<string, string>> = {
  'probe-default-offer': 'what does the default offer get?',
  'probe-given-offer': 'what does the given offer get?',
  'probe-anonymous-only': 'is an aNULL suite accepted when forced?',
  'probe-authenticated-only': 'is a suite with a certificate accepted?',
  'probe-tls-1-3': 'is TLS 1.3 accepted?',
  'probe-inventory': 'which suite is picked of those that are left?',
};

const openAndConverse = async (session: Session, question: Question): Promise<Answer> => {
  const opened = await openConnection(session);
  if (opened.kind === 'open') return converse(session, opened.connection, question);
  return { ...nothing, failure: opened.failure };
};

const waited = async (session: Session, question: Question): Promise<Answer> => {
  const stop = tellWaits(session);
  try {
    return await openAndConverse(session, question);
  } finally {
    stop();
    session.waiting = null;
  }
};

/** Both ends of the connection, so that the listener's log can be told which of its lines are ours. */
const endsOf = (session: Session): Pick<FootprintLine, 'connection'> => {
  const [to] = session.addresses ?? [];
  const from = session.local?.replace(/:\d+$/, '').replace(/^\[|\]$/g, '');
  return to === undefined || from === undefined
    ? {}
    : { connection: { from: [from], to: to.address, port: session.target.port } };
};

/** Asks one question over one connection of its own, and enters it into the record and the footprint. */
export const askOnce = async (session: Session, question: Question): Promise<Answer> => {
  session.options.onConnection?.(question.what);
  session.recorder.note(session.connections + 1, [`Question: ${words[question.what] ?? question.what}`]);
  const answer = await waited(session, question);
  const line = { to: targetText(session.target), what: question.what, leaves: leavesOf(answer), ...endsOf(session) };
  session.footprint.push(line);
  session.options.onFootprint?.(line);
  return answer;
};
