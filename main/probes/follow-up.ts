import { type Agreement, anonymousSuites, authenticatedSuites, suiteNamed } from '../core/tls';
import type { Answer, Question } from './ask';
import { askAgain } from './ask-patiently';
import type { Failure } from './open';
import type { Session } from './session';

/** What the questions after the first one found out. */
export type FollowUp = {
  readonly anonymous: boolean | null;
  readonly authenticated: boolean | null;
  /** The answer that showed a certificate, if the first one did not. */
  readonly certified: Agreement | null;
  /** The answer to anonymous suites alone. */
  readonly forced: Agreement | null;
  readonly newest: Agreement | null;
  /** Why a question got no answer: a refusal that is no answer about TLS. */
  readonly stopped: Failure | null;
};

const unknown: FollowUp = {
  anonymous: null,
  authenticated: null,
  certified: null,
  forced: null,
  newest: null,
  stopped: null,
};

const anonymousOnly: Question = {
  what: 'probe-anonymous-only',
  version: 'TLSv1.2',
  suites: anonymousSuites('TLSv1.2'),
  wanted: 'flight',
};
const authenticatedOnly: Question = {
  what: 'probe-authenticated-only',
  version: 'TLSv1.2',
  suites: authenticatedSuites('TLSv1.2'),
  wanted: 'flight',
};
const newestOnly: Question = {
  what: 'probe-tls-1-3',
  version: 'TLSv1.3',
  suites: authenticatedSuites('TLSv1.3'),
  wanted: 'flight',
};

const PROTOCOL_VERSION = 70;
/** handshake_failure, illegal_parameter, protocol_version, insufficient_security: the offer itself was refused. */
const REFUSALS = [40, 47, PROTOCOL_VERSION, 71];

/** Accepted, refused, or no answer to this question. */
const accepted = (answer: Answer): boolean | null => {
  if (answer.agreement) return true;
  return answer.alert !== null && REFUSALS.includes(answer.alert) ? false : null;
};

const stoppedBy = (answer: Answer): Failure | null => (answer.alert === null ? answer.failure : null);

/** An anonymous answer: is there a certificate at all? */
const afterAnonymous = async (session: Session): Promise<FollowUp> => {
  const answer = await askAgain(session, authenticatedOnly);
  return {
    ...unknown,
    anonymous: true,
    authenticated: accepted(answer),
    certified: answer.agreement,
    stopped: stoppedBy(answer),
  };
};

/** An authenticated answer: would an anonymous suite be accepted when nothing else is offered? */
const afterAuthenticated = async (session: Session): Promise<FollowUp> => {
  const answer = await askAgain(session, anonymousOnly);
  const { agreement } = answer;
  return {
    ...unknown,
    authenticated: true,
    anonymous: accepted(answer),
    forced: agreement,
    stopped: stoppedBy(answer),
  };
};

/** Nothing in common up to 1.2, so no anonymous suite either: is it TLS 1.3 alone? */
const afterOlderRefused = async (session: Session): Promise<FollowUp> => {
  const answer = await askAgain(session, newestOnly);
  return {
    ...unknown,
    anonymous: false,
    authenticated: accepted(answer),
    newest: answer.agreement,
    stopped: stoppedBy(answer),
  };
};

/** The given list was refused: ask both kinds. */
const afterRefusal = async (session: Session): Promise<FollowUp> => {
  const plain = await askAgain(session, authenticatedOnly);
  if (plain.failure && plain.alert === null) return { ...unknown, stopped: plain.failure };
  const forced = await askAgain(session, anonymousOnly);
  return {
    ...unknown,
    authenticated: accepted(plain),
    certified: plain.agreement,
    anonymous: accepted(forced),
    forced: forced.agreement,
    stopped: stoppedBy(forced),
  };
};

/** Nothing older was offered, so its refusal says nothing of older versions. */
const isNewestAlone = ({ options: { suites } }: Session): boolean =>
  suites?.every((name) => suiteNamed(name)?.from === 'TLSv1.3') ?? false;

/** Asks with the fewest connections what the first answer left open. After a failure that is no alert: nothing. */
export const followUp = async (session: Session, first: Answer): Promise<FollowUp> => {
  if (first.agreement) return first.agreement.suite.anonymous ? afterAnonymous(session) : afterAuthenticated(session);
  if (first.alert === null) return unknown;
  if (first.alert === PROTOCOL_VERSION && !isNewestAlone(session)) return afterOlderRefused(session);
  if (session.options.suites !== null) return afterRefusal(session);
  // The default offer holds every suite of both kinds: its refusal answers both questions up to TLS 1.2.
  return accepted(first) === false ? afterOlderRefused(session) : unknown;
};

/** Without further questions: only what the first answer says by itself. */
export const withoutFollowUp = (first: Answer): FollowUp => {
  if (!first.agreement) return unknown;
  const { anonymous } = first.agreement.suite;
  return { ...unknown, anonymous: anonymous ? true : null, authenticated: anonymous ? null : true };
};
