import type { CipherReport, Generation } from '../model/cipher-report';
import { agreeWithRsa } from './agree';
import { type Expansion, expand, type ListError } from './expand';
import { withoutAnonymous } from './repair';

/**
 * All that `ciphers --json` says of the initiator's list in one OpenSSL generation: its suites, the anonymous ones, the
 * tokens that admit them, the repaired list (null where nothing needs repair; then `repairedSuites` are the suites) and,
 * with the responder's list in `against`, what both would agree on before and after the repair. `error.text` is a text
 * key (`cli:ciphers.error.…`) with the parameter `token`. A list of anonymous suites only has a repair that leaves
 * `repairedSuites` empty: no appliance takes such a list, so it is to be rewritten.
 */
export const explain = (list: string, generation: Generation, against: string | null): CipherReport => {
  const before = expand(list, generation);
  const repaired = before.anonymous.length === 0 ? null : withoutAnonymous(list);
  const after = repaired === null ? before : expand(repaired, generation);
  return {
    schema: 'cpq-doctor/ciphers/1',
    input: list,
    suites: [...before.suites],
    anonymous: [...before.anonymous],
    admittedBy: [...before.admittedBy],
    openssl: generation,
    repaired,
    repairedSuites: [...after.suites],
    negotiation: against === null ? null : negotiated(before, after, expand(against, generation)),
    error: before.error === null ? null : worded(before.error),
  };
};

const negotiated = (before: Expansion, after: Expansion, responder: Expansion): CipherReport['negotiation'] => ({
  before: agreeWithRsa(before.suites, responder.suites),
  after: agreeWithRsa(after.suites, responder.suites),
});

const worded = ({ at, token, reason }: ListError): CipherReport['error'] => ({
  at,
  token,
  text: `cli:ciphers.error.${reason}`,
});
