import type { SessionReport } from '../core/model';
import type { Problem } from '../core/model/problem';
import type { FirstWords } from './first-packet';
import { type Disagreement, disagreementIn } from './negotiation';

export type Failure = NonNullable<SessionReport['failure']>;
export type FailureCode = Failure['code'];

/** Text of the peer or of a library, safe to stand in a report: one line, printable, short. */
export const plainDetail = (text: string): string =>
  text.replace(/\p{C}/gu, ' ').replace(/\s+/g, ' ').trim().slice(0, 1000);

export const failure = (code: FailureCode, detail: string): Failure => ({ code, detail: plainDetail(detail) });

const SOCKET: Record<string, FailureCode> = {
  ECONNREFUSED: 'connect-refused',
  ETIMEDOUT: 'connect-timed-out',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  ENOTFOUND: 'resolve-failed',
  EAI_AGAIN: 'resolve-failed',
  EAI_FAIL: 'resolve-failed',
  EAI_NODATA: 'resolve-failed',
  ECONNRESET: 'reset',
  EPIPE: 'reset',
};

const propertyOf = (error: unknown, name: string): unknown =>
  typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;

/** A host with several addresses fails with all their errors in one. */
const codeOf = (error: unknown): string => {
  const code = propertyOf(error, 'code');
  if (typeof code === 'string') return code;
  const all = propertyOf(error, 'errors');
  return Array.isArray(all) && all.length > 0 ? codeOf(all[0]) : '';
};

/** What a socket's error means. */
export const socketFailure = (error: unknown): Failure => {
  const code = codeOf(error);
  return failure(SOCKET[code] ?? 'unreachable', code === '' ? 'the socket failed' : code);
};

/** The disagreement with both lists, so that the name to allow can be seen. */
const told = (message: string, found: Disagreement | null): string =>
  found === null
    ? message
    : `${message}; theirs: ${found.theirs.join(', ')}; ours: ${found.ours.join(', ')}; to allow there: ${found.allow}`;

/** What ssh2 reports, told apart by what was heard from the peer before. Its messages hold no secret: only names. */
export const ssh2Failure = (error: unknown, heard: FirstWords): Failure => {
  const level = propertyOf(error, 'level');
  const message = error instanceof Error ? error.message : String(error);
  if (level === 'client-socket') return socketFailure(error);
  if (level === 'agent') return failure('no-credential', `agent: ${message}`);
  if (heard.banner === null && heard.other !== null) return failure('not-ssh', heard.other);
  if (heard.banner === null) return failure('reset', 'closed before it said anything');
  if (/no matching|unknown dh group/i.test(message))
    return failure('algorithms', told(message, disagreementIn(message, heard)));
  if (/authentication failures|auth fail/i.test(message)) return failure('auth-refused', message);
  return failure('reset', message);
};

/** A dialogue's problem at login, as the report's failure. */
export const loginFailure = (found: Problem): Failure => {
  const text = String(found.params.text ?? '');
  if (found.code === 'passphrase-expired' || found.code === 'unexpected-question') return failure(found.code, text);
  if (found.code === 'connection-closed') return failure('reset', 'closed before the first prompt');
  if (found.code === 'cancelled' || found.code === 'our-mistake') return failure(found.code, text);
  return failure('no-prompt', text);
};
