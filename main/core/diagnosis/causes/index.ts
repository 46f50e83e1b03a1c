import type { CauseDefinition } from '../cause';
import { applicationFault } from './application-fault';
import { clusterInterfaceMissing } from './cluster-interface-missing';
import { commandClientFault } from './command-client-fault';
import { deliverySuspended } from './delivery-suspended';
import { enableButtonGreyed } from './enable-button-greyed';
import { esaNotAddedOnSma } from './esa-not-added-on-sma';
import { listenerPortMismatch } from './listener-port-mismatch';
import { listenerSuspended } from './listener-suspended';
import { messageBounced } from './message-bounced';
import { pathRefused } from './path-refused';
import { pathTimeout } from './path-timeout';
import { pvoNotEnabledOnSma } from './pvo-not-enabled-on-sma';
import { queueBacklog } from './queue-backlog';
import { smtpInspection } from './smtp-inspection';
import { starttlsMissing } from './starttls-missing';
import { systemOffline } from './system-offline';
import { tlsAnonymousCipher } from './tls-anonymous-cipher';
import { tlsCertificateNotCpq } from './tls-certificate-not-cpq';
import { tlsIntercepted } from './tls-intercepted';
import { tlsNoCommonCipher } from './tls-no-common-cipher';
import { tlsNoCommonProtocol } from './tls-no-common-protocol';

/** The catalogue, alphabetical by code. */
export const causes: readonly CauseDefinition[] = [
  applicationFault,
  clusterInterfaceMissing,
  commandClientFault,
  deliverySuspended,
  enableButtonGreyed,
  esaNotAddedOnSma,
  listenerPortMismatch,
  listenerSuspended,
  messageBounced,
  pathRefused,
  pathTimeout,
  pvoNotEnabledOnSma,
  queueBacklog,
  smtpInspection,
  starttlsMissing,
  systemOffline,
  tlsAnonymousCipher,
  tlsCertificateNotCpq,
  tlsIntercepted,
  tlsNoCommonCipher,
  tlsNoCommonProtocol,
];
