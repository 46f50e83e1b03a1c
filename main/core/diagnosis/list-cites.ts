import { observed } from '../checks';
import { cipherLists } from '../checks/cipher-lists';
import { configuration } from '../checks/configuration';
import type { Cite, Situation } from './cause';
import { cite } from './judgement';

/** The places that say the initiator's outbound list: its `sslconfig`, or its configuration export. */
export const outboundCites = (situation: Situation, list: string): Cite[] => {
  const vantage = situation.initiator.name;
  const live = observed(situation.observations, cipherLists, { vantage })
    .filter((one) => one.data.outbound?.ciphers === list)
    .slice(0, 1);
  const stored = observed(situation.observations, configuration, { vantage })
    .filter((one) => one.data.ciphers.outbound === list)
    .slice(0, 1);
  return [
    ...live.map((one) => cite(one, (quote) => /outbound smtp ciphers/i.test(quote.quote))),
    ...stored.map((one) => cite(one, (quote) => /outbound_ciphers/i.test(quote.quote))),
  ];
};

/** The line of `sslconfig` that names the initiator's outbound TLS method. */
export const methodCites = (situation: Situation): Cite[] =>
  observed(situation.observations, cipherLists, { vantage: situation.initiator.name })
    .filter((one) => (one.data.outbound?.method ?? null) !== null)
    .slice(0, 1)
    .map((one) => cite(one, (quote) => /outbound smtp method/i.test(quote.quote)));
