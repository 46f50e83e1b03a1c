import type { TlsReport } from '../core/model';
import { type Agreement, type Suite, type TlsVersion, versions } from '../core/tls';
import type { Question } from './ask';
import { askAgain } from './ask-patiently';
import { type Ground, named, take } from './ground';
import type { Failure } from './open';
import type { Session } from './session';

export type Inventory = {
  readonly found: NonNullable<TlsReport['inventory']>;
  /** Null: everything was asked. */
  readonly remaining: TlsReport['remaining'];
  readonly refusedSilently: readonly TlsVersion[];
  /** Why something remains. */
  readonly stopped: Failure | null;
};

const offer = (version: TlsVersion, suites: readonly Suite[]): Question => ({
  what: 'probe-inventory',
  version,
  suites,
  wanted: 'server-hello',
});

/** Answered with an older version: this one is not there, nor is any in between. */
const older = (ground: Ground, asked: TlsVersion, { version, suite }: Agreement): void => {
  const between = versions.slice(versions.indexOf(version) + 1, versions.indexOf(asked) + 1);
  for (const absent of between) ground.left.delete(absent);
  take(ground, version, suite);
};

/**
 * Offers everything, drops what is picked, offers again, until the listener refuses (as sslscan does since its #62).
 * The failure that is no answer about TLS, or null. An end without a word, twice, is kept apart.
 */
const searchVersion = async (session: Session, ground: Ground, version: TlsVersion): Promise<Failure | null> => {
  for (let suites = ground.left.get(version); suites; suites = ground.left.get(version)) {
    const { agreement, alert, failure, twice } = await askAgain(session, offer(version, suites));
    if (agreement?.version === version) take(ground, version, agreement.suite);
    else if (agreement) older(ground, version, agreement);
    else if (alert !== null) ground.left.delete(version);
    else {
      if (twice && failure?.stage === 'handshake') ground.silent.add(version);
      return failure;
    }
  }
  return null;
};

const known = ({ found }: Ground): Question | null => {
  const [first] = [...found].filter(([, suites]) => suites.length > 0);
  return first ? offer(first[0], first[1].slice(0, 1)) : null;
};

/**
 * Were the ends without a word refusals, or has the listener had enough of us? A suite that it took before is offered
 * once more: taken, they were refusals. The failure where they may not have been.
 */
const control = async (session: Session, ground: Ground): Promise<Failure | null> => {
  const question = known(ground);
  if (question === null) return null;
  session.recorder.note(session.connections, ['Control: is a suite still taken that was taken before?']);
  const { agreement, failure } = await askAgain(session, question);
  if (agreement) for (const version of ground.silent) ground.left.delete(version);
  return agreement ? null : failure;
};

/** A version is told of where something was found or the last offer was refused; others were not asked about. */
const inventoryOf = ({ found, left, silent }: Ground, stopped: Failure | null): Inventory => {
  const told = new Map([...found].filter(([version, suites]) => suites.length > 0 || !left.has(version)));
  const remaining = left.size === 0 ? null : named(left);
  const refusedSilently = [...silent].filter((version) => !left.has(version));
  return { found: named(told), remaining, refusedSilently, stopped: remaining === null ? null : stopped };
};

const searchAll = async (session: Session, ground: Ground): Promise<Failure | null> => {
  let stopped: Failure | null = null;
  for (const version of versions.toReversed()) {
    const ended = await searchVersion(session, ground, version);
    if (ended !== null && (ended.stage !== 'handshake' || ended.code === 'cancelled')) return ended;
    stopped ??= ended;
  }
  return ground.silent.size > 0 ? ((await control(session, ground)) ?? stopped) : stopped;
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
  if (session.pace.refusals === 0) session.pace.waitsForEnd = false;
  return inventoryOf(ground, before ?? (await searchAll(session, ground)));
};
