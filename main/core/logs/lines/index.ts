import { alertSent } from './alert-sent';
import { alertUnsent } from './alert-unsent';
import { applicationFault } from './application-fault';
import { connectionError } from './connection-error';
import { dcidClose } from './dcid-close';
import { dcidKilled } from './dcid-killed';
import { dcidTlsFailed } from './dcid-tls-failed';
import { dcidTlsRequired } from './dcid-tls-required';
import { dcidTlsSuccess } from './dcid-tls-success';
import { deleted } from './deleted';
import { deliveriesSuspended } from './deliveries-suspended';
import { deliveryStart } from './delivery-start';
import { dnsResponse } from './dns-response';
import { doubleBounce } from './double-bounce';
import { icidClose } from './icid-close';
import { icidDelayedReject } from './icid-delayed-reject';
import { icidHat } from './icid-hat';
import { icidKilled } from './icid-killed';
import { icidLost } from './icid-lost';
import { icidReceivingFailed } from './icid-receiving-failed';
import { icidTlsFailed } from './icid-tls-failed';
import { icidTlsRequired } from './icid-tls-required';
import { icidTlsSuccess } from './icid-tls-success';
import { logError } from './log-error';
import { logfileBegin } from './logfile-begin';
import { logfileEnd } from './logfile-end';
import { messageAborted } from './message-aborted';
import { messageDone } from './message-done';
import { messageFinished } from './message-finished';
import { messagePending } from './message-pending';
import { midEnqueued } from './mid-enqueued';
import { midFrom } from './mid-from';
import { midGenerated } from './mid-generated';
import { midMessageId } from './mid-message-id';
import { midNote } from './mid-note';
import { midPolicy } from './mid-policy';
import { midQuarantineLeft } from './mid-quarantine-left';
import { midQuarantineReason } from './mid-quarantine-reason';
import { midQuarantined } from './mid-quarantined';
import { midQueued } from './mid-queued';
import { midReady } from './mid-ready';
import { midReceivedFromSma } from './mid-received-from-sma';
import { midRecipient } from './mid-recipient';
import { midResponse } from './mid-response';
import { midRewritten } from './mid-rewritten';
import { midSubject } from './mid-subject';
import { midVerdict } from './mid-verdict';
import { newDcid } from './new-dcid';
import { newIcid } from './new-icid';
import { notDelivered } from './not-delivered';
import { possibleDelivery } from './possible-delivery';
import { senderbaseUpload } from './senderbase-upload';
import { serviceChange } from './service-change';
import { spamQuarantine } from './spam-quarantine';
import { startMid } from './start-mid';
import { statusCounters } from './status-counters';
import { systemStart } from './system-start';
import { timeOffset } from './time-offset';
import { version } from './version';

/** Every kind of line that this reader knows, in the order of the alphabet. */
export const LINE_KINDS = [
  alertSent,
  alertUnsent,
  applicationFault,
  connectionError,
  dcidClose,
  dcidKilled,
  dcidTlsFailed,
  dcidTlsRequired,
  dcidTlsSuccess,
  deleted,
  deliveriesSuspended,
  deliveryStart,
  dnsResponse,
  doubleBounce,
  icidClose,
  icidDelayedReject,
  icidHat,
  icidKilled,
  icidLost,
  icidReceivingFailed,
  icidTlsFailed,
  icidTlsRequired,
  icidTlsSuccess,
  logError,
  logfileBegin,
  logfileEnd,
  messageAborted,
  messageDone,
  messageFinished,
  messagePending,
  midEnqueued,
  midFrom,
  midGenerated,
  midMessageId,
  midNote,
  midPolicy,
  midQuarantineLeft,
  midQuarantineReason,
  midQuarantined,
  midQueued,
  midReady,
  midReceivedFromSma,
  midRecipient,
  midResponse,
  midRewritten,
  midSubject,
  midVerdict,
  newDcid,
  newIcid,
  notDelivered,
  possibleDelivery,
  senderbaseUpload,
  serviceChange,
  spamQuarantine,
  startMid,
  statusCounters,
  systemStart,
  timeOffset,
  version,
] as const;

export type AnyKind = (typeof LINE_KINDS)[number];
/** A line that was understood: its kind and the fields that it holds. */
export type LogLine = NonNullable<ReturnType<AnyKind['match']>>;
