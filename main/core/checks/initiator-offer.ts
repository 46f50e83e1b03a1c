import {
  asTyped,
  expand,
  generationOf,
  generationsByVerify,
  narrowGenerations,
  nearestGeneration,
  offeredAsVerified,
} from '../ciphers';
import type { Appliance, Generation, Observation } from '../model';
import { suiteNamed } from '../tls';
import { cipherLists } from './cipher-lists';
import { cipherVerify } from './cipher-verify';
import { observed, type Typed } from './seen';
import { outboundList, versionOf } from './settings-seen';
import { type VerifiedData, verifiedSuites } from './verified-suites';

/** What VERIFY printed on this appliance: asked live, then pasted with its settings; newest first. */
export const verifiedBy = (appliance: string, observations: readonly Observation[]): readonly Typed<VerifiedData>[] => {
  const live = observed(observations, cipherVerify, { vantage: appliance });
  const pasted = observed(observations, cipherLists, { vantage: appliance });
  return [...live, ...pasted].filter(({ data }) => data.verified.length > 0);
};

/** What the appliance itself printed for this list; null where it was not asked. */
export const printedFor = (
  appliance: string,
  list: string,
  observations: readonly Observation[],
): readonly string[] | null => {
  const own = verifiedBy(appliance, observations).find(
    ({ data }) => data.verifiedList !== null && asTyped(data.verifiedList) === asTyped(list),
  );
  return own === undefined ? null : verifiedSuites(own.data);
};

/** What a list becomes on an appliance of this generation: what it printed itself beats our expansion. */
export const suitesThere = (list: string, generation: Generation, printed: readonly string[] | null) =>
  printed === null ? expand(list, generation).suites : offeredAsVerified(printed, list, generation);

/** Those of them that a ClientHello up to TLS 1.2 carries: SSLv2's and those without a known code are left out. */
export const offerable = (suites: readonly string[]): string[] =>
  suites.filter((name) => (suiteNamed(name)?.from ?? 'TLSv1.3') !== 'TLSv1.3');

/** By VERIFY, as the logs are not read yet, else by the release. */
const generationThere = ({ name, role }: Appliance, observations: readonly Observation[]): Generation => {
  const signs = verifiedBy(name, observations).map(({ data }) => ({
    leaves: generationsByVerify(verifiedSuites(data), data.verifiedList),
  }));
  return nearestGeneration(narrowGenerations(signs).left, generationOf(versionOf(name, observations), role).generation);
};

/**
 * What this laptop offers in an initiator's place: its list, and the suites that its own OpenSSL makes of it, in order.
 * Null where nobody said the list or nothing of it can be offered: then the default offer is made.
 */
export const initiatorOffer = (initiator: Appliance, observations: readonly Observation[]) => {
  const list = outboundList(initiator.name, observations);
  if (list === null) return null;
  const printed = printedFor(initiator.name, list, observations);
  const suites = offerable(suitesThere(list, generationThere(initiator, observations), printed));
  return suites.length === 0 ? null : { list, suites };
};
