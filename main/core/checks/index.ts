import { alerts } from './alerts';
import { capture } from './capture';
import type { CheckDefinition } from './check';
import { cipherLists } from './cipher-lists';
import { cipherVerify } from './cipher-verify';
import { clusterMembers } from './cluster-members';
import { configuration } from './configuration';
import { engineerWords } from './engineer-words';
import { interfaces } from './interfaces';
import { listening } from './listening';
import { logSubscriptions } from './log-subscriptions';
import { mailLogs } from './mail-logs';
import { managedAppliances } from './managed-appliances';
import { pendingChanges } from './pending-changes';
import { queue } from './queue';
import { reach } from './reach';
import { sshSession } from './ssh-session';
import { systemStatus } from './system-status';
import { tlsOffer } from './tls-offer';
import { tlsVerify } from './tls-verify';
import { version } from './version';

/** Every check, alphabetical by file. */
export const checks: readonly CheckDefinition[] = [
  alerts,
  capture,
  cipherLists,
  cipherVerify,
  clusterMembers,
  configuration,
  engineerWords,
  interfaces,
  listening,
  logSubscriptions,
  mailLogs,
  managedAppliances,
  pendingChanges,
  queue,
  reach,
  sshSession,
  systemStatus,
  tlsOffer,
  tlsVerify,
  version,
];

export const checkNamed = (id: string): CheckDefinition | null => checks.find((one) => one.id === id) ?? null;

export type { Answered, Asking, CheckDefinition, Seen, SeenLine, Target } from './check';
export { endpointOf } from './endpoint';
export {
  applianceNamed,
  flowsOf,
  initiatorOf,
  isMachine,
  laptopMayLook,
  type Pair,
  pairsOf,
  reachableLive,
  responderOf,
} from './roster';
export { observed, type Typed, type Where } from './seen';

/** The check that an allow-list entry answers. */
export const checkByCommand = (name: string): CheckDefinition | null =>
  checks.find((one) => one.command === name) ?? null;
