import { endpointOf, observed, type Typed } from '../checks';
import { capture } from '../checks/capture';
import { momentOf } from '../logs';
import type { Appliance, CaptureConnection, CaptureReport } from '../model';
import { addressesOf } from './attribution';
import type { Cite, Situation } from './cause';
import { cite } from './judgement';
import { successesIn } from './signs';

/** A connection of this pair and flow, as the capture of one of its ends holds it. */
export interface Captured {
  readonly connection: CaptureConnection;
  readonly report: Typed<CaptureReport>;
  /** Known to be newer than every success in the logs, or no success is known; null: the clocks cannot be compared. */
  readonly newest: boolean | null;
}

/** Local times lie within fourteen hours of UTC: what is further apart than that is told apart all the same. */
const WIDEST_OFFSET = 14 * 3600;

/** Whether `one` is later than `other`; null where one of them has no zone and they are close. */
const isLater = (one: string, other: string): boolean | null => {
  const [first, second] = [momentOf(one), momentOf(other)];
  if (first === null || second === null) return null;
  const apart = first.seconds - second.seconds;
  return first.zoned === second.zoned || Math.abs(apart) > WIDEST_OFFSET ? apart > 0 : null;
};

const isNewest = (situation: Situation, { openedAt }: CaptureConnection): boolean | null => {
  const ages = successesIn(situation).map(({ at }) => (at === null ? null : isLater(openedAt, at)));
  if (ages.includes(false)) return false;
  return ages.includes(null) ? null : true;
};

/** Nobody said an address of it, and there is no other of its role. */
const isTheOnlyOne = (situation: Situation, appliance: Appliance): boolean =>
  addressesOf(situation, appliance).length === 0 &&
  situation.site.appliances.filter((one) => one.role === appliance.role).length === 1;

/** A capture may hold what its machine only saw pass by, or be kept under the wrong name. */
const isKnownOfAnother = (situation: Situation, owner: Appliance, address: string): boolean =>
  !addressesOf(situation, owner).includes(address) &&
  situation.site.appliances.some((one) => one.name !== owner.name && addressesOf(situation, one).includes(address));

/** The far end is known by its address, or by elimination; who initiates tells the flow, as both use the same port. */
const isOfPair = (situation: Situation, owner: Appliance, one: CaptureConnection): boolean => {
  const { port, portFrom } = endpointOf(situation.responder, situation.observations);
  const isInitiators = owner.name === situation.initiator.name;
  const [near, far] = isInitiators ? [one.initiator, one.responder] : [one.responder, one.initiator];
  const other = isInitiators ? situation.responder : situation.initiator;
  const eliminated = addressesOf(situation, owner).includes(near.address) && isTheOnlyOne(situation, other);
  if (isKnownOfAnother(situation, owner, near.address)) return false;
  const isFar = addressesOf(situation, other).includes(far.address) || eliminated;
  return isFar && (one.port === port || portFrom === 'default');
};

/** The connections of this pair and flow in the captures of one of its ends, newest first. */
export const capturedBy = (situation: Situation, owner: Appliance): readonly Captured[] =>
  observed(situation.observations, capture, { vantage: owner.name })
    .flatMap((report) => report.data.connections.map((connection) => ({ connection, report })))
    .filter(({ connection }) => isOfPair(situation, owner, connection))
    .sort((a, b) => (a.connection.openedAt < b.connection.openedAt ? 1 : -1))
    .map((one) => ({ ...one, newest: isNewest(situation, one.connection) }));

/** The newest connection that the initiator's own capture holds, unless the logs show that a message was carried since. */
export const capturedOwn = (situation: Situation): Captured | null => {
  const [newest] = capturedBy(situation, situation.initiator);
  return newest === undefined || newest.newest === false ? null : newest;
};

/** Points at the lines of a capture that stand for these frames. */
export const citeFrames = ({ report }: Captured, frames: readonly (number | null | undefined)[]): Cite =>
  cite(report, ({ source }) => frames.includes(Number(/:(\d+)$/.exec(source)?.[1])));

/** Only what is known to be newest decides by itself. */
export const gradeOf = ({ newest }: Captured): 'measured' | 'inferred' => (newest === true ? 'measured' : 'inferred');

type Alert = CaptureConnection['alerts'][number];

/** The first alert of a side with one of these names (RFC 5246 section 7.2); the number behind the name is left aside. */
export const alertOf = ({ connection }: Captured, side: Alert['from'], names: readonly string[]): Alert | null =>
  connection.alerts.find(({ from, name }) => from === side && names.includes((name ?? '').split(' ')[0] ?? '')) ?? null;
