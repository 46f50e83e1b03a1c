import { agreeWithRsa, expand, isAnonymous } from '../core/ciphers';
import type { LabAppliance, LabModel } from './model';

/** A story asks for the same few lists thousands of times. */
const expanded = new Map<string, readonly string[]>();

/** What the appliance's own OpenSSL makes of a list, in its order; SSLv2 suites are never negotiated here. */
const suitesOf = ({ generation }: LabAppliance, list: string): readonly string[] => {
  const key = `${generation} ${list}`;
  const found = expanded.get(key) ?? expand(list, generation).suites.filter((suite) => !suite.endsWith(' (SSLv2)'));
  expanded.set(key, found);
  return found;
};

/** The suites that the appliance's hidden listener accepts. */
export const inboundSuites = (appliance: LabAppliance): readonly string[] =>
  suitesOf(appliance, appliance.ciphers.inbound);

/** The suites that the appliance offers as initiator, in its order, at this instant. */
export const outboundSuites = (model: LabModel, appliance: LabAppliance, at = model.now): readonly string[] =>
  suitesOf(appliance, at < model.since ? appliance.outboundBefore : appliance.ciphers.outbound);

export interface Agreed {
  readonly protocol: string;
  readonly cipher: string;
  readonly anonymous: boolean;
}

/** What initiator and responder agree on: the initiator's order decides (domain: tls-anonymous-cipher). */
export const agreed = (model: LabModel, from: LabAppliance, to: LabAppliance, at = model.now): Agreed => {
  const cipher = agreeWithRsa(outboundSuites(model, from, at), inboundSuites(to)).clientOrder;
  if (!cipher) throw new Error(`${from.name} and ${to.name} share no suite; no scenario means that`);
  return { protocol: to.ciphers.protocol, cipher, anonymous: isAnonymous(cipher) };
};
