import { outboundMethod, versionOf } from '../checks/tls-offer';
import { expand, generationOf, isAnonymous } from '../ciphers';
import type { Generation } from '../model';
import type { Cite, Situation } from './cause';
import { listOf, presentGrounds, probesOf, versionSeen } from './signs';

const GENERATIONS: readonly Generation[] = ['0.9.8', '1.0.1', '1.0.2', '1.1.1', '3.0'];

/** The initiator's outbound list, expanded for the OpenSSL generation of its release (domain page, section 6). */
export interface InitiatorOffer {
  readonly list: string;
  readonly generation: Generation;
  readonly generationIs: 'sourced' | 'inferred';
  readonly suites: readonly string[];
  readonly anonymous: readonly string[];
  /** No generation makes an anonymous suite of it: then it does not matter which one the appliance has. */
  readonly neverAnonymous: boolean;
}

/** null when nobody said the list, or when it is not one OpenSSL understands. */
export const offerOf = (situation: Situation): InitiatorOffer | null => {
  const list = listOf(situation);
  if (list === null) return null;
  const { generation, grade } = generationOf(versionSeen(situation, situation.initiator), situation.initiator.role);
  const expansion = expand(list, generation);
  if (expansion.suites.length === 0) return null;
  return {
    list,
    generation,
    generationIs: grade,
    suites: expansion.suites,
    anonymous: expansion.suites.filter(isAnonymous),
    neverAnonymous: GENERATIONS.every((one) => expand(list, one).anonymous.length === 0),
  };
};

/**
 * The newest handshake with the initiator's own list as it would expand there, and the newest of any offer. Another
 * initiator's handshake with the same words counts only where the words mean the same suites.
 */
export const probesByOffer = (situation: Situation, offer: InitiatorOffer | null) => {
  const answered = probesOf(situation).filter(
    (one) => one.data.failure === null || one.data.failure.stage === 'handshake',
  );
  const sameWords = answered.filter((one) => offer !== null && one.data.offered === offer.list);
  const own = sameWords.find(
    ({ peer }) =>
      peer === situation.initiator.name ||
      generationOf(peer === null ? null : versionOf(peer, situation.observations)).generation === offer?.generation,
  );
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
