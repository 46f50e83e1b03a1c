import { observed } from '../checks';
import { tlsVerify } from '../checks/tls-verify';
import { isAnonymous } from '../ciphers';
import { alertOf, type Captured, capturedOwn, citeFrames } from './captured';
import type { Cite, Situation } from './cause';
import { cite } from './judgement';

/** What the initiator's own capture shows of the suite: its own offer, and what came of it. A direct measurement. */
export interface CapturedSuite {
  readonly captured: Captured;
  readonly cites: readonly Cite[];
  readonly outcome: 'anonymous' | 'authenticated' | 'refused';
  readonly cipher: string;
}

/** null where there is no capture, or where it does not hold the end of the offer. */
export const capturedSuite = (situation: Situation): CapturedSuite | null => {
  const captured = capturedOwn(situation);
  if (captured === null) return null;
  const { negotiated, offered, frames } = captured.connection;
  const refusal = alertOf(captured, 'responder', ['handshake_failure']);
  if (negotiated !== null) {
    const cites = [citeFrames(captured, [frames.clientHello, frames.serverHello])];
    const outcome = negotiated.anonymous ? 'anonymous' : 'authenticated';
    return { captured, cites, outcome, cipher: negotiated.cipher };
  }
  if (offered === null || refusal === null) return null;
  const cites = [citeFrames(captured, [frames.clientHello, refusal.frame])];
  return { captured, cites, outcome: 'refused', cipher: '' };
};

/** An anonymous suite in the ESA's own `tlsverify`. Its lines are recalled, so this is a hint and no more. */
export const verifiedAnonymous = (situation: Situation): { readonly cite: Cite; readonly cipher: string } | null => {
  const { observations, initiator, responder, flow } = situation;
  const [seen] = observed(observations, tlsVerify, { vantage: initiator.name, peer: responder.name, flow });
  const cipher = seen?.data.cipher ?? null;
  return seen && cipher !== null && isAnonymous(cipher)
    ? { cite: cite(seen, ({ quote }) => quote.includes(cipher)), cipher }
    : null;
};
