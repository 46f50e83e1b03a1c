import type { Flow, LogGround } from '../model';
import { delayedDetails, flowOf, hasDelivered, isByPeerOnly, isQuarantine } from './decide';
import { type Classified, classifyConnect, classifyTls } from './failure';
import { type Connection, roleOf, type Sign, type Source } from './state';

/** One line that names a cause, before equal ones are counted together. */
export interface Naming extends Sign {
  readonly code: string;
  readonly flow: Flow | null;
  readonly strength: LogGround['strength'];
  readonly grade: LogGround['grade'];
  readonly source: Source;
  readonly peer: string | null;
  readonly port: number | null;
  readonly interface: string | null;
}

const naming = (one: Connection, sign: Sign, { code, strength, grade }: Classified & { code: string }): Naming => ({
  seq: sign.seq,
  moment: sign.moment,
  quote: sign.quote,
  code,
  flow: flowOf(one),
  // An address alone makes a connection quarantine only by likelihood.
  strength: isByPeerOnly(one) ? 'suggests' : strength,
  grade: isByPeerOnly(one) ? 'inferred' : grade,
  source: one.source,
  peer: one.peer,
  port: one.port,
  interface: one.own,
});

const named = (one: Connection, sign: Sign | null, found: Classified): Naming[] =>
  sign === null || found.code === null ? [] : [naming(one, sign, { ...found, code: found.code })];

/** A quarantine connection is known as such by a sourced sign: the configured port (TN200068) or `CPQ ICID`. */
const isKnownBySource = (one: Connection): boolean =>
  one.cpq || (one.port !== null && one.source.ports.has(one.port)) || one.carried;

const graded = (one: Connection, found: Classified): Classified =>
  isKnownBySource(one) ? found : { ...found, grade: 'inferred' };

/**
 * An anonymous suite confirms its cause whatever else the connection says (section 7): then a failed check of the
 * certificate is not a wrong certificate. `twinAnonymous`: the other side's log names the suite.
 */
const tlsNamings = (one: Connection, twinAnonymous: boolean): Naming[] => {
  const anonymous: Classified = { code: 'tls-anonymous-cipher', strength: 'decides', grade: 'sourced' };
  if (one.anonymous !== null) return named(one, one.anonymous, graded(one, anonymous));
  const found = classifyTls(one.tls.reason);
  const wrong = found.code === 'tls-certificate-not-cpq';
  return named(one, one.tlsFailed, graded(one, wrong && twinAnonymous ? anonymous : found));
};

/** Small packets passed, then nothing: TLS stood, so the path itself is open (domain page, mtu-black-hole). */
const STALLED: Classified = { code: 'mtu-black-hole', strength: 'suggests', grade: 'inferred' };

const connectNamings = (one: Connection): Naming[] => {
  if (one.tlsFailed !== null) return [];
  if (one.connectFailed !== null) {
    const { outcome, ...found } = classifyConnect(one.connectFailed.details);
    if (one.tls.result !== 'success') return named(one, one.connectFailed, graded(one, found));
    return outcome === 'timed-out' ? named(one, one.connectFailed, STALLED) : [];
  }
  const details = delayedDetails(one);
  if (details === null || one.delayed === null) return [];
  return named(one, one.delayed, { ...classifyConnect(details), strength: 'suggests', grade: 'inferred' });
};

const BOUNCED: Classified = { code: 'message-bounced', strength: 'decides', grade: 'sourced' };
const TURNED_AWAY: Classified = { code: 'listener-access-restricted', strength: 'suggests', grade: 'inferred' };

/** Every line of a quarantine connection that names a cause. */
export const namingsOf = (one: Connection, twinAnonymous: boolean): Naming[] => [
  ...tlsNamings(one, twinAnonymous),
  ...connectNamings(one),
  ...named(one, one.refused, TURNED_AWAY),
  ...one.bounced.flatMap((sign) => named(one, sign, BOUNCED)),
];

/** How far a connection came: 1 reached the other side, 2 agreed on an authenticated suite, 3 carried a message. */
export const reachOf = (one: Connection): number => {
  if (!isQuarantine(one)) return 0;
  if (hasDelivered(one)) return 3;
  if (one.tls.result === 'success' && one.anonymous === null && one.tlsFailed === null) return 2;
  const answered = one.kind === 'receiving' || one.tls.result !== 'none' || one.tlsFailed !== null;
  return answered ? 1 : 0;
};

/** Codes of the network path: over as soon as a later connection reaches the other side. */
const PATH = new Set([
  'path-refused',
  'path-timeout',
  'delivery-interface-no-route',
  'interface-changed',
  'dns-failure',
]);
/** How far a later connection must come for this cause to be over. */
export const neededReach = (code: string): number => {
  if (PATH.has(code)) return 1;
  return code.startsWith('tls-') || code === 'starttls-missing' ? 2 : 3;
};

/**
 * Whose success counts: an ESA has one SMA, so any success of the direction does; an SMA has many ESAs, so only one
 * with the same address does.
 */
export const partnerKey = (source: Source, peer: string | null): string =>
  roleOf(source) === 'esa' ? '' : (peer ?? '');
