export { type Credential, credentialFor } from './credential';
export { fingerprintOf, keyTypeOf } from './host-key';
export { type KnownHosts, type Look, openKnownHosts } from './known-hosts';
export type { SessionOptions, Target } from './log-in';
export { type Opened, openSession } from './open-session';
export type { RunLimit, RunResult, Session } from './session';
