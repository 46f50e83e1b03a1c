export { type Credential, credentialFor, MOST_ATTEMPTS } from './credential';
export { fingerprintOf, keyTypeOf } from './host-key';
export type { Jump } from './jump';
export type { AskCode, Question } from './keyboard';
export { type KnownHosts, type Look, openKnownHosts } from './known-hosts';
export type { Key } from './log-in';
export { type Opened, openSession, type SessionOptions, type Target } from './open-session';
export type { RunLimit, RunResult, Session } from './session';
