import type { CauseDefinition } from '../cause';
import { applicationFault } from './application-fault';
import { clusterInterfaceMissing } from './cluster-interface-missing';
import { clusterLevelOverride } from './cluster-level-override';
import { commandClientFault } from './command-client-fault';
import { deliverySuspended } from './delivery-suspended';
import { enableButtonGreyed } from './enable-button-greyed';
import { esaNotAddedOnSma } from './esa-not-added-on-sma';
import { esaReplacedOrRemoved } from './esa-replaced-or-removed';
import { featureVersionMismatch } from './feature-version-mismatch';
import { heldInOtherQuarantine } from './held-in-other-quarantine';
import { leftByRetention } from './left-by-retention';
import { licenceLapsed } from './licence-lapsed';
import { listenerPortMismatch } from './listener-port-mismatch';
import { listenerSuspended } from './listener-suspended';
import { logWindowMissed } from './log-window-missed';
import { machineNotInCluster } from './machine-not-in-cluster';
import { mailLogsSubscriptionMissing } from './mail-logs-subscription-missing';
import { messageBounced } from './message-bounced';
import { migrationIncomplete } from './migration-incomplete';
import { notAdministratorAccount } from './not-administrator-account';
import { pathRefused } from './path-refused';
import { pathTimeout } from './path-timeout';
import { pvoNotEnabledOnSma } from './pvo-not-enabled-on-sma';
import { quarantineDiskFull } from './quarantine-disk-full';
import { quarantinePerformance } from './quarantine-performance';
import { quarantineUnclassified } from './quarantine-unclassified';
import { queueBacklog } from './queue-backlog';
import { rescannedAfterRelease } from './rescanned-after-release';
import { smaBackupRunning } from './sma-backup-running';
import { smaFailover } from './sma-failover';
import { smtpInspection } from './smtp-inspection';
import { starttlsMissing } from './starttls-missing';
import { systemOffline } from './system-offline';
import { tlsAnonymousCipher } from './tls-anonymous-cipher';
import { tlsCertificateNotCpq } from './tls-certificate-not-cpq';
import { tlsIntercepted } from './tls-intercepted';
import { tlsNoCommonCipher } from './tls-no-common-cipher';
import { tlsNoCommonProtocol } from './tls-no-common-protocol';
import { uncommittedChanges } from './uncommitted-changes';

/** The catalogue, alphabetical by code. */
export const causes: readonly CauseDefinition[] = [
  applicationFault,
  clusterInterfaceMissing,
  clusterLevelOverride,
  commandClientFault,
  deliverySuspended,
  enableButtonGreyed,
  esaNotAddedOnSma,
  esaReplacedOrRemoved,
  featureVersionMismatch,
  heldInOtherQuarantine,
  leftByRetention,
  licenceLapsed,
  listenerPortMismatch,
  listenerSuspended,
  logWindowMissed,
  machineNotInCluster,
  mailLogsSubscriptionMissing,
  messageBounced,
  migrationIncomplete,
  notAdministratorAccount,
  pathRefused,
  pathTimeout,
  pvoNotEnabledOnSma,
  quarantineDiskFull,
  quarantinePerformance,
  quarantineUnclassified,
  queueBacklog,
  rescannedAfterRelease,
  smaBackupRunning,
  smaFailover,
  smtpInspection,
  starttlsMissing,
  systemOffline,
  tlsAnonymousCipher,
  tlsCertificateNotCpq,
  tlsIntercepted,
  tlsNoCommonCipher,
  tlsNoCommonProtocol,
  uncommittedChanges,
];
