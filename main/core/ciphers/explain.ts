import { type CertificateKey, type CipherReport, Generation } from '../model/cipher-report';
import { type Responder, sharedSuites, withRsa } from './agree';
import { type Expansion, expand, type ListError } from './expand';
import { onOneLine, withoutAnonymous } from './repair';
import { paperRepair } from './what-if';

/** The other end of `explain`: its list, its OpenSSL generation, and the key of its certificate where that is known. */
export interface Against {
  readonly list: string;
  readonly openssl: Generation;
  readonly key: CertificateKey | null;
}

/**
 * All that `ciphers --json` says of the initiator's list in one OpenSSL generation: its suites, the anonymous ones, the
 * tokens that admit them, the repaired list (null where nothing needs repair; then `repairedSuites` are the suites) and,
 * with the responder in `against` (a list alone: of the same generation, key unknown), what both would agree on before
 * and after the repair. `error.text` is a text key (`cli:ciphers.error.…`) with the parameter `token`, `error.at` counts
 * from 0. A list of anonymous suites only has a repair that leaves `repairedSuites` empty: no appliance takes such a
 * list, so it is to be rewritten. A paste of one token a line is read as the list it stands for.
 */
export const explain = (list: string, generation: Generation, against: string | Against | null): CipherReport => {
  const text = onOneLine(list);
  const before = expand(text, generation);
  const repaired = before.anonymous.length === 0 ? null : withoutAnonymous(text);
  return {
    schema: 'cpq-doctor/ciphers/1',
    input: list,
    suites: [...before.suites],
    anonymous: [...before.anonymous],
    admittedBy: [...before.admittedBy],
    openssl: generation,
    repaired,
    repairedSuites: [...(repaired === null ? before : expand(repaired, generation)).suites],
    ...negotiated(before, typeof against === 'string' ? { list: against, openssl: generation, key: null } : against),
    generations: Generation.options.map((openssl) => ({ openssl, ...countsOf(expand(text, openssl)) })),
    error: before.error === null ? null : worded(before.error),
  };
};

const countsOf = ({ suites, anonymous }: Expansion) => ({
  suites: suites.length,
  anonymous: anonymous.length,
  first: suites[0] ?? null,
});

const negotiated = ({ suites }: Expansion, against: Against | null): Pick<CipherReport, 'negotiation' | 'against'> => {
  if (against === null) return { negotiation: null, against: null };
  const { list: input, openssl, key } = against;
  const theirs = expand(onOneLine(input), openssl).suites;
  const responder: Responder = key === null ? withRsa(suites, theirs) : { suites: theirs, key };
  const { before, after, left, lost } = paperRepair(suites, responder);
  const shared = [...sharedSuites(suites, responder)];
  return {
    negotiation: { before, after },
    against: { input, openssl, key, before: shared, after: [...left], lost: [...lost] },
  };
};

const worded = ({ at, token, reason }: ListError): CipherReport['error'] => ({
  at,
  token,
  text: `cli:ciphers.error.${reason}`,
});
