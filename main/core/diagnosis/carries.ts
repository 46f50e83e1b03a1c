import { momentOf } from '../logs';
import { attributionOf } from './attribution';
import { capturedOwn } from './captured';
import type { Situation } from './cause';
import {
  isDown,
  listensItself,
  logsOf,
  presentAtEnd,
  probesOf,
  reachedBy,
  type Success,
  statusOf,
  successesIn,
} from './signs';

const FAILED = new Set(['tls-failed', 'refused', 'timed-out', 'aborted', 'error']);

/** The newest connection of this pair and flow failed, with or without words that name a cause. */
const newestFailed = (situation: Situation): boolean =>
  [situation.initiator, situation.responder].some((owner) => {
    const other = owner.name === situation.initiator.name ? situation.responder : situation.initiator;
    const newest = logsOf(situation, owner).flatMap((log) =>
      log.data.latest.filter(
        (one) => one.flow === situation.flow && attributionOf(situation, log, owner, other, one) === 'certain',
      ),
    )[0];
    return newest !== undefined && FAILED.has(newest.outcome);
  });

const stands = (situation: Situation): boolean => {
  const responder = statusOf(situation, situation.responder)?.data.system;
  const initiator = statusOf(situation, situation.initiator)?.data.system;
  return (
    responder === 'offline' ||
    responder === 'receiving-suspended' ||
    initiator === 'offline' ||
    initiator === 'delivery-suspended'
  );
};

/** The listener is gone as far as its own appliance says, or, where the initiator was not asked, as this laptop sees it. */
const listenerGone = (situation: Situation): boolean => {
  const own = listensItself(situation);
  if (own !== null) return !own.listens && !own.assumed;
  return reachedBy(situation) === null && probesOf(situation)[0]?.data.failure?.code === 'connect-refused';
};

/**
 * Whether anything newer than the logs' last success speaks against it: a failure at their end, the initiator's own
 * connect or capture, a suspended side, a destination marked down, a listener that is gone. What this laptop alone does not reach
 * says nothing here (vantage truth table, second row), but for a port that answers with a reset.
 */
export const contradicted = (situation: Situation): boolean => {
  const reached = reachedBy(situation);
  return (
    presentAtEnd(situation) ||
    capturedOwn(situation)?.connection.outcome === 'failed' ||
    newestFailed(situation) ||
    (reached !== null && reached.data.outcome !== 'connected') ||
    stands(situation) ||
    isDown(situation) ||
    listenerGone(situation)
  );
};

/** Three days: what a bounce profile allows by default (TechNote 118410), and so the oldest success that speaks for now. */
const RECENT_SECONDS = 72 * 3600;

/** Asked live, a log has to show a success of these days; a log that was given speaks for its own last days. */
const isRecent = (success: Success): boolean => {
  const said = success.at === null ? null : momentOf(success.at);
  const asked = momentOf(success.until);
  if (said === null || asked === null || said.zoned !== asked.zoned)
    return success.at === null || said?.zoned === false;
  return asked.seconds - said.seconds <= RECENT_SECONDS;
};

/** The newest success of this pair and flow, recent, if nothing newer speaks against it: positive evidence (tie-break 8). */
export const stillCarries = (situation: Situation): Success | null => {
  const [success] = successesIn(situation);
  return success === undefined || !isRecent(success) || contradicted(situation) ? null : success;
};
