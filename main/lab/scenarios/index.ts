import { applicationFault } from './application-fault';
import { clusterInterfaceMissing } from './cluster-interface-missing';
import { clusterLevelOverride } from './cluster-level-override';
import { commandClientFault } from './command-client-fault';
import { enableButtonGreyed } from './enable-button-greyed';
import { esaNotAddedOnSma } from './esa-not-added-on-sma';
import { esaReplacedOrRemoved } from './esa-replaced-or-removed';
import { featureVersionMismatch } from './feature-version-mismatch';
import { healedPathRefused } from './healed-path-refused';
import { healthy } from './healthy';
import { heldInOtherQuarantine } from './held-in-other-quarantine';
import { leftByRetention } from './left-by-retention';
import { listenerSuspended } from './listener-suspended';
import { logWindowMissed } from './log-window-missed';
import { machineNotInCluster } from './machine-not-in-cluster';
import { mailLogsSubscriptionMissing } from './mail-logs-subscription-missing';
import { messageBounced } from './message-bounced';
import { migrationIncomplete } from './migration-incomplete';
import { notAdministratorAccount } from './not-administrator-account';
import { pathRefused } from './path-refused';
import { pathTimeout } from './path-timeout';
import { quarantineDiskFull } from './quarantine-disk-full';
import { quarantineFullBehindTls } from './quarantine-full-behind-tls';
import { quarantineUnclassified } from './quarantine-unclassified';
import { queueBacklog } from './queue-backlog';
import { rescannedAfterRelease } from './rescanned-after-release';
import type { Scenario } from './scenario';
import { smaBackupRunning } from './sma-backup-running';
import { smaFailover } from './sma-failover';
import { tlsAnonymousCipher } from './tls-anonymous-cipher';
import { tlsIntercepted } from './tls-intercepted';
import { uncommittedChanges } from './uncommitted-changes';

/** Every scenario, by name. */
export const catalogue: readonly Scenario[] = [
  applicationFault,
  clusterInterfaceMissing,
  clusterLevelOverride,
  commandClientFault,
  enableButtonGreyed,
  esaNotAddedOnSma,
  esaReplacedOrRemoved,
  featureVersionMismatch,
  healedPathRefused,
  healthy,
  heldInOtherQuarantine,
  leftByRetention,
  listenerSuspended,
  logWindowMissed,
  machineNotInCluster,
  mailLogsSubscriptionMissing,
  messageBounced,
  migrationIncomplete,
  notAdministratorAccount,
  pathRefused,
  pathTimeout,
  quarantineDiskFull,
  quarantineFullBehindTls,
  quarantineUnclassified,
  queueBacklog,
  rescannedAfterRelease,
  smaBackupRunning,
  smaFailover,
  tlsAnonymousCipher,
  tlsIntercepted,
  uncommittedChanges,
];
