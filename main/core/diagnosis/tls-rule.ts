import { expand, generationOf, isAnonymous } from '../ciphers';
import type { Generation } from '../model';
import type { Situation } from './cause';
import { listOf, probesOf, successesIn, versionSeen } from './signs';

/** The initiator's outbound list, expanded for the OpenSSL generation of its release (domain page, section 6). */
export interface InitiatorOffer {
  readonly list: string;
  readonly generation: Generation;
  readonly generationIs: 'sourced' | 'inferred';
  readonly suites: readonly string[];
  readonly anonymous: readonly string[];
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
  };
};

/** Probes whose offer was the initiator's own list, and those with the laptop's default offer. */
export const probesByOffer = (situation: Situation, offer: InitiatorOffer | null) => {
  const answered = probesOf(situation).filter(
    (one) => one.data.failure === null || one.data.failure.stage === 'handshake',
  );
  return {
    own: answered.find((one) => offer !== null && one.data.offered === offer.list) ?? null,
    any: answered[0] ?? null,
  };
};

/** A log line that shows an authenticated suite, or a message carried through, in this flow. */
export const tlsWorked = (situation: Situation) => successesIn(situation)[0] ?? null;
