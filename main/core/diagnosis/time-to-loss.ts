import { ageSeconds } from '../asyncos/age';
import { isoOf, momentOf } from '../logs/stamp';
import type { Answers, Observation, Site, TimeToLoss } from '../model';
import { stillCarries } from './carries';
import type { Situation } from './cause';
import { statusOf, waiting } from './signs';
import { situationsOf } from './situations';

/** Default bounce profile: 259,200 s or 100 attempts, whichever comes first (TechNote 118410). */
const LIMIT = { seconds: 259_200, attempts: 100 };

type Status = NonNullable<ReturnType<typeof statusOf>>;
type Waiting = NonNullable<ReturnType<typeof waiting>>;

/** The moment an answer speaks for: when it was asked live, else the time that it says itself. */
const lookedAt = (status: Status): string | null =>
  status.how === 'live' ? status.startedAt : (status.data.asOf ?? null);

const later = (at: string, seconds: number): string | null => {
  const moment = momentOf(at);
  return moment === null ? null : isoOf({ ...moment, seconds: moment.seconds + seconds });
};

/** Everything that the appliance holds waits there: then its oldest message is the oldest one there. */
const holdsEverything = (status: Status, queue: Waiting): boolean =>
  typeof status.data.activeRecipients === 'number' && status.data.activeRecipients === queue.recipients;

const known = (status: Status | null) => {
  const age = ageSeconds(status?.data.oldestMessage ?? '');
  const at = status === null ? null : lookedAt(status);
  const missing: TimeToLoss['missing'] = [
    ...(age === null ? (['oldest-message'] as const) : []),
    ...(at === null ? (['time-of-look'] as const) : []),
  ];
  return { age, at, missing };
};

const common = ({ flow, initiator }: Situation, queue: Waiting) => ({
  direction: flow,
  initiator: initiator.name,
  host: queue.host,
  waiting: queue.recipients ?? 0,
  limit: LIMIT,
  bounced: queue.row?.hardBounced ?? null,
});

/** Which setting governs messages that wait for their release is not known (open question 15), so nothing is computed. */
const ofReleases = (situation: Situation, queue: Waiting): TimeToLoss => ({
  ...common(situation, queue),
  oldestSeconds: null,
  firstLossAt: null,
  bound: null,
  conditions: [],
  missing: ['limit-of-releases'],
  observations: [queue.seen.id],
});

const ofQuarantined = (situation: Situation, queue: Waiting): TimeToLoss => {
  const status = statusOf(situation, situation.initiator);
  const { age, at, missing } = known(status);
  const left = age === null ? null : LIMIT.seconds - age;
  const firstLossAt = left === null || at === null ? null : later(at, left);
  return {
    ...common(situation, queue),
    oldestSeconds: age,
    firstLossAt,
    bound: firstLossAt === null || status === null ? null : holdsEverything(status, queue) ? 'at' : 'not-before',
    conditions: ['follows-default-profile', 'profile-unchanged', 'nothing-delivered-meanwhile'],
    missing,
    observations: [queue.seen.id, ...(status === null ? [] : [status.id])],
  };
};

/** What waits for one pair is on its way where messages are carried through, and there is nothing to count down. */
const lossOf = (situation: Situation): TimeToLoss[] => {
  const queue = waiting(situation);
  if (queue === null || !queue.recipients || stillCarries(situation) !== null) return [];
  return [situation.flow === 'esa-to-sma' ? ofQuarantined(situation, queue) : ofReleases(situation, queue)];
};

/**
 * For each initiator whose quarantine messages wait while nothing is carried: when the first of them would bounce, if the
 * pseudo destination follows the Default bounce profile (unsourced, open question 4). An input that was not seen makes
 * the time unknown, never guessed.
 */
export const timeToLoss = (
  site: Site,
  answers: Answers,
  observations: readonly Observation[],
): readonly TimeToLoss[] => {
  const all = situationsOf(site, answers, observations).flatMap(lossOf);
  return all.filter(
    (one, index) =>
      all.findIndex((other) => other.initiator === one.initiator && other.direction === one.direction) === index,
  );
};
