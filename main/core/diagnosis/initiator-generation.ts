import { observed } from '../checks';
import { verifiedBy } from '../checks/initiator-offer';
import { tlsOffer } from '../checks/tls-offer';
import { verifiedSuites } from '../checks/verified-suites';
import {
  expand,
  type GenerationSign,
  generationOf,
  generationsByError,
  generationsByVerify,
  narrowGenerations,
  nearestGeneration,
  WITH_TLS_1_3,
} from '../ciphers';
import type { CipherWhatIf, Generation } from '../model';
import type { Cite, Situation } from './cause';
import { cite } from './judgement';
import { logsOf, versionSeen } from './signs';

/** Something seen that tells which OpenSSL an appliance has. */
interface Sign extends GenerationSign {
  readonly by: 'verify' | 'log' | 'probe';
  readonly cite: Cite;
}

/** The OpenSSL generation of the initiator, and how that is known. */
export interface GenerationSeen {
  readonly generation: Generation;
  /** `read`: what was seen decides, for this list; `sourced`, `inferred`: how well the release is known to have it. */
  readonly is: 'read' | 'sourced' | 'inferred';
  readonly by: CipherWhatIf['generationBy'];
  readonly cites: readonly Cite[];
}

const verifySigns = (situation: Situation, appliance: string): Sign[] =>
  verifiedBy(appliance, situation.observations).map((one) => ({
    by: 'verify',
    leaves: generationsByVerify(verifiedSuites(one.data), one.data.verifiedList),
    cite: cite(one, ({ quote }) => /\bKx=/.test(quote)),
  }));

/** Error numbers in the appliance's own log: whoever writes the line raised the error. */
const logSigns = (situation: Situation): Sign[] =>
  logsOf(situation, situation.initiator).flatMap((log) =>
    log.quotes.flatMap((quote) => {
      const leaves = generationsByError(quote.quote);
      return leaves === null ? [] : [{ by: 'log' as const, leaves, cite: { observation: log, quotes: [quote] } }];
    }),
  );

/** Its own listener speaks TLS 1.3, which came with OpenSSL 1.1.1. */
const probeSigns = ({ observations, initiator }: Situation): Sign[] =>
  observed(observations, tlsOffer)
    .filter(({ subject }) => subject.split(':')[0] === initiator.name)
    .filter(({ data }) => data.negotiated?.protocol === 'TLSv1.3' || (data.inventory?.['TLSv1.3'] ?? []).length > 0)
    .map((one) => ({ by: 'probe', leaves: WITH_TLS_1_3, cite: cite(one) }));

const meansTheSame = (list: string, generations: readonly Generation[]): boolean =>
  new Set(generations.map((one) => expand(list, one).suites.join(':'))).size === 1;

/**
 * Which OpenSSL expands the initiator's list: read from what was seen (VERIFY, then error numbers in its log, then TLS
 * 1.3 at its listener), else assumed from its release ("Read the generation before assuming it", domain page, section
 * 6). Without a release the oldest is assumed, which hides no fault.
 */
export const generationSeen = (situation: Situation, list: string): GenerationSeen => {
  const { initiator } = situation;
  const version = versionSeen(situation, initiator);
  const assumed = generationOf(version, initiator.role);
  const signs = [...verifySigns(situation, initiator.name), ...logSigns(situation), ...probeSigns(situation)];
  const { left, used } = narrowGenerations(signs);
  const [first] = used;
  if (first === undefined)
    return {
      generation: assumed.generation,
      is: assumed.grade,
      by: version === null ? 'nothing' : 'release',
      cites: [],
    };
  const generation = nearestGeneration(left, assumed.generation);
  const grade = generation === assumed.generation ? assumed.grade : 'inferred';
  return {
    generation,
    is: meansTheSame(list, left) ? 'read' : grade,
    by: first.by,
    cites: used.map((one) => one.cite),
  };
};
