import { OWN_ENDS, type TlsFailureCode } from '../core/model';
import { type Answer, askOnce, nothing, type Question } from './ask';
import { now, pause } from './deadline';
import type { Failure } from './open';
import type { Session } from './session';

export const limitReached = (session: Session): boolean =>
  session.options.limit !== undefined && session.connections >= session.options.limit;

const LIMIT = { code: 'cancelled', stage: 'connect', detail: OWN_ENDS.limit } as const;
const OUT_OF_TIME = { code: 'cancelled', stage: 'connect', detail: OWN_ENDS.time } as const;

/** A listener that counts connections by second has forgotten us after this. */
const PAUSE_MS = 1500;
/** Between connections to a listener that counts them by time: below seven a second, half of that the next time. */
const PACE_MS = 150;
/** A listener that turned us away so often is left alone. */
const MOST_REFUSALS = 3;

/** Why no further connection may be made now, or null. */
const barred = (session: Session): Failure | null => {
  if (limitReached(session)) return LIMIT;
  return now() >= session.deadline ? OUT_OF_TIME : null;
};

/** It counts what is open: then waiting for its own end is enough. Turned away even so, it counts by time. */
const slowDown = ({ pace }: Session): void => {
  pace.refusals += 1;
  if (pace.waitsForEnd) pace.betweenMs = Math.max(PACE_MS, pace.betweenMs * 2);
  pace.waitsForEnd = true;
};

/** One more try after a pause; both are in the record and the report. Where that is cut short: the first answer. */
const tryAgain = async (session: Session, question: Question, before: Answer, pausedMs: number): Promise<Answer> => {
  const because = before.failure?.code ?? 'cancelled';
  const connection = session.connections;
  session.recorder.note(connection, [`${because}: one more try in ${pausedMs} ms`]);
  if (!(await pause(pausedMs, session.options.signal)) || barred(session)) return before;
  const answer = await askOnce(session, question);
  const answered = answer.failure === null || answer.alert !== null;
  session.retries.push({ connection, because, pausedMs, answered });
  if (answer.failure?.code === 'cancelled') return before;
  return { ...answer, twice: answer.failure?.code === because };
};

const mayRetry = (session: Session): boolean =>
  session.options.retry !== false && session.pace.refusals < MOST_REFUSALS && barred(session) === null;

/** At the first question these may be a matter of the moment; whatever else is the answer. */
const OF_THE_MOMENT: readonly TlsFailureCode[] = ['too-many-connections', 'closed-before-greeting', 'reset'];

const momentary = ({ failure }: Answer): boolean =>
  failure !== null && OF_THE_MOMENT.includes(failure.code) && ['connect', 'greeting'].includes(failure.stage);

/**
 * The first question. Turned away, it is asked once more after a pause. A missing STARTTLS is looked at twice, as some
 * listeners offer it on one connection and not on the next (testssl.sh#2090).
 */
export const askFirst = async (session: Session, question: Question): Promise<Answer> => {
  const answer = await askOnce(session, question);
  if (!mayRetry(session)) return answer;
  if (answer.failure?.code === 'starttls-missing') return tryAgain(session, question, answer, 0);
  if (!momentary(answer)) return answer;
  slowDown(session);
  return tryAgain(session, question, answer, PAUSE_MS);
};

/** Some stacks refuse an offer by ending the connection instead of an alert (OpenSSL 1.0.1 in an old Node does). */
const endedSilently = ({ failure, facts }: Answer): boolean =>
  facts?.starttls === true && failure?.stage === 'handshake' && ['tls-closed', 'reset'].includes(failure.code);

/** Asked after an answer, everything but an answer about TLS may be the listener's limit. */
const turnedAway = ({ failure, alert }: Answer): boolean =>
  failure !== null && alert === null && failure.code !== 'cancelled' && failure.code !== 'local-fault';

/**
 * A question after the first one, at the pace that the listener bears. A listener that turns us away now limits
 * connections: one pause, one more try, a slower pace from then on; then the answer is the refusal. A bare end in place
 * of a ServerHello is no such limit: it is asked again at once.
 */
export const askAgain = async (session: Session, question: Question): Promise<Answer> => {
  const { pace, options } = session;
  const paced = pace.betweenMs === 0 || (await pause(pace.betweenMs, options.signal));
  const bar = paced ? barred(session) : { ...LIMIT, detail: OWN_ENDS.cancelled };
  if (bar) return { ...nothing, failure: bar };
  const answer = await askOnce(session, question);
  if (!turnedAway(answer) || !mayRetry(session)) return answer;
  if (endedSilently(answer)) return tryAgain(session, question, answer, 0);
  slowDown(session);
  return tryAgain(session, question, answer, PAUSE_MS);
};
