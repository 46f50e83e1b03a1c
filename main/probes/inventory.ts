import type { TlsReport } from '../core/model';
import { type Agreement, allSuites, type Suite, suiteNamed, suiteOfCode, type TlsVersion, versions } from '../core/tls';
import { askAgain } from './ask-patiently';
import type { Failure } from './open';
import type { Session } from './session';

type ByVersion = Record<string, string[]>;

/** What is known of a listener's suites, and what is still to be offered; a version that is not `left` is answered. */
export type Ground = { readonly found: ReadonlyMap<TlsVersion, Suite[]>; readonly left: Map<TlsVersion, Suite[]> };

export type Inventory = {
  readonly found: NonNullable<TlsReport['inventory']>;
  /** Null: everything was asked. */
  readonly remaining: TlsReport['remaining'];
  /** Why something remains. */
  readonly stopped: Failure | null;
};

/** An old spelling that a given list used is not kept: an inventory has one name for each suite. */
const nameOf = ({ code, name }: Suite): string => suiteOfCode(code)?.name ?? name;

const take = ({ found, left }: Ground, version: TlsVersion, suite: Suite): void => {
  if (!left.has(version)) return;
  const known = found.get(version) ?? [];
  if (!known.some(({ code }) => code === suite.code)) known.push(suite);
  const rest = (left.get(version) ?? []).filter(({ code }) => code !== suite.code);
  if (rest.length > 0) left.set(version, rest);
  else left.delete(version);
};

/** Nothing asked yet but what the first questions showed. */
export const freshGround = (agreements: readonly Agreement[]): Ground => {
  const ground = {
    found: new Map(versions.map((version) => [version, []])),
    left: new Map(versions.map((version) => [version, allSuites(version)])),
  };
  for (const { version, suite } of agreements) take(ground, version, suite);
  return ground;
};

const suitesOf = (names: readonly string[]): Suite[] =>
  names.map(suiteNamed).filter((suite): suite is Suite => suite !== null);

/** Where an earlier report ended; names that stand in no table are not asked about. */
export const groundOf = ({ inventory, remaining }: TlsReport): Ground => {
  const read = (all: ByVersion | null): [TlsVersion, Suite[]][] =>
    versions.flatMap((version) => (all?.[version] ? [[version, suitesOf(all[version])]] : []));
  const blank = versions.map((version): [TlsVersion, Suite[]] => [version, []]);
  return { found: new Map([...blank, ...read(inventory)]), left: new Map(read(remaining)) };
};

type Ended = 'refused' | 'older' | Failure;

/** Answered with an older version: this one is not there, nor is any in between. */
const older = (ground: Ground, asked: TlsVersion, { version, suite }: Agreement): void => {
  const between = versions.slice(versions.indexOf(version) + 1, versions.indexOf(asked) + 1);
  for (const absent of between) ground.left.delete(absent);
  take(ground, version, suite);
};

/** Offers everything, drops what is picked, offers again, until the listener refuses (as sslscan does since its #62). */
const searchVersion = async (session: Session, ground: Ground, version: TlsVersion): Promise<Ended> => {
  for (let suites = ground.left.get(version); suites; suites = ground.left.get(version)) {
    const question = { what: 'probe-inventory', version, suites, wanted: 'server-hello' } as const;
    const { agreement, alert, failure } = await askAgain(session, question);
    if (agreement && agreement.version !== version) {
      older(ground, version, agreement);
      return 'older';
    }
    if (agreement) take(ground, version, agreement.suite);
    else if (failure && alert === null) return failure;
    else ground.left.delete(version);
  }
  return 'refused';
};

const named = (all: ReadonlyMap<TlsVersion, readonly Suite[]>): ByVersion => {
  const newestFirst = [...all].sort(([one], [other]) => versions.indexOf(other) - versions.indexOf(one));
  return Object.fromEntries(newestFirst.map(([version, suites]) => [version, suites.map(nameOf)]));
};

/** A version is told of where something was found or the last offer was refused; others were not asked about. */
const inventoryOf = ({ found, left }: Ground, stopped: Failure | null): Inventory => {
  const told = new Map([...found].filter(([version, suites]) => suites.length > 0 || !left.has(version)));
  return { found: named(told), remaining: left.size === 0 ? null : named(left), stopped };
};

/**
 * Every suite by version, newest first, from where the ground ends; reads no more of an answer than its ServerHello,
 * and does not wait for the peer's end between connections until the listener limits. A version whose last offer ends
 * without an alert stays open, and the next is asked. Every other failure ends it, one of `before` at once.
 */
export const takeInventory = async (
  session: Session,
  ground: Ground,
  before: Failure | null = null,
): Promise<Inventory> => {
  if (before !== null) return inventoryOf(ground, before);
  if (session.pace.refusals === 0) session.pace.waitsForEnd = false;
  let stopped: Failure | null = null;
  for (const version of versions.toReversed()) {
    const ended = await searchVersion(session, ground, version);
    if (typeof ended === 'string') continue;
    stopped ??= ended;
    if (ended.stage !== 'handshake' || ended.code === 'cancelled') return inventoryOf(ground, ended);
  }
  return inventoryOf(ground, stopped);
};
