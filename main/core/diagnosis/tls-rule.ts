import { offerable, printedFor, suitesThere } from '../checks/initiator-offer';
import { outboundMethod } from '../checks/settings-seen';
import { expand, isAnonymous, verifyDifference } from '../ciphers';
import { type CipherWhatIf, Generation } from '../model';
import type { Cite, Situation } from './cause';
import { type GenerationSeen, generationSeen } from './initiator-generation';
import { listOf, presentGrounds, probesOf } from './signs';

/** The initiator's outbound list, as its own OpenSSL makes suites of it (domain page, section 6). */
export interface InitiatorOffer extends Omit<GenerationSeen, 'cites'> {
  readonly list: string;
  /** Read or sourced: what the list becomes there is not only assumed. */
  readonly sure: boolean;
  /** As VERIFY printed them for this very list, which beats our expansion; else expanded. */
  readonly suites: readonly string[];
  readonly anonymous: readonly string[];
  /** No generation makes an anonymous suite of it: then it does not matter which one the appliance has. */
  readonly neverAnonymous: boolean;
  /** Every generation makes the same suites of it. */
  readonly alike: boolean;
  /** How VERIFY differs from our expansion; null where it does not, or was not asked. */
  readonly differs: CipherWhatIf['differs'];
  /** What the generation was read from. */
  readonly cites: readonly Cite[];
}

/** null when nobody said the list, or when it is not one OpenSSL understands. */
export const offerOf = (situation: Situation): InitiatorOffer | null => {
  const list = listOf(situation);
  if (list === null) return null;
  const seen = generationSeen(situation, list);
  const printed = printedFor(situation.initiator.name, list, situation.observations);
  const suites = suitesThere(list, seen.generation, printed);
  if (suites.length === 0) return null;
  const is = printed === null || withholds(seen.generation) ? seen.is : 'read';
  return {
    ...{ ...seen, list, is, suites, sure: is !== 'inferred', anonymous: suites.filter(isAnonymous) },
    neverAnonymous: Generation.options.every((one) => expand(list, one).anonymous.length === 0),
    alike: new Set(Generation.options.map((one) => expand(list, one).suites.join(':'))).size === 1,
    differs: printed === null ? null : verifyDifference(printed, list, seen.generation),
  };
};

/**
 * From 1.1 on a list is printed whole and offered less what the security level withholds, and which level AsyncOS sets
 * is unsourced.
 */
export const withholds = (generation: Generation): boolean => generation === '1.1.1' || generation === '3.0';

/**
 * The newest handshake that offered what the initiator's list becomes there, suite by suite, whoever it was made for,
 * and the newest of any offer.
 */
export const probesByOffer = (situation: Situation, offer: InitiatorOffer | null) => {
  const answered = probesOf(situation).filter(
    (one) => one.data.failure === null || one.data.failure.stage === 'handshake',
  );
  const theirs = offer === null ? '' : offerable(offer.suites).join(':');
  const own = answered.find(({ data }) => theirs !== '' && data.offeredSuites.join(':') === theirs);
  return { own: own ?? null, any: answered[0] ?? null };
};

const HANDSHAKE = ['tls-anonymous-cipher', 'tls-certificate-not-cpq', 'tls-no-common-cipher', 'tls-no-common-protocol'];

/** A handshake that failed in the logs began all the same: STARTTLS was offered to the initiator. */
export const tlsTried = (situation: Situation): Cite | null =>
  HANDSHAKE.flatMap((code) => presentGrounds(situation, code))[0]?.cite ?? null;

/** Whether the initiator's outbound method names this version; null when its method is not known. */
export const offersVersion = (situation: Situation, protocol: string): boolean | null => {
  const method = outboundMethod(situation.initiator.name, situation.observations);
  if (method === null) return null;
  const versions = versionsOf(method);
  return versions.length === 0 ? null : versions.includes(protocol);
};

/**
 * Versions by their spelling in a method: `sslv3tlsv1`, `tlsv1/tlsv1.2`, `tlsv1_2`, `TLS v1.2` (TechNotes 117855, 117864,
 * 215282).
 */
const versionsOf = (method: string): readonly string[] =>
  [...method.toLowerCase().matchAll(/tls ?v1(?:[._](\d))?/g)].map(([, minor]) =>
    minor === undefined || minor === '0' ? 'TLSv1' : `TLSv1.${minor}`,
  );
