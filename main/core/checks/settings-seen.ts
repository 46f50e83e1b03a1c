import type { Observation } from '../model';
import { cipherLists } from './cipher-lists';
import { configuration } from './configuration';
import { observed } from './seen';
import { version } from './version';

/** The initiator's outbound cipher list, as its own command line or its configuration export says it. */
export const outboundList = (initiator: string, observations: readonly Observation[]): string | null =>
  observed(observations, cipherLists, { vantage: initiator })[0]?.data.outbound?.ciphers ??
  observed(observations, configuration, { vantage: initiator })[0]?.data.ciphers.outbound ??
  null;

/** The initiator's outbound TLS method, as its own command line says it. */
export const outboundMethod = (initiator: string, observations: readonly Observation[]): string | null =>
  observed(observations, cipherLists, { vantage: initiator })[0]?.data.outbound?.method ?? null;

/** The AsyncOS version of an appliance as far as anything said it. */
export const versionOf = (appliance: string, observations: readonly Observation[]): string | null =>
  observed(observations, version, { vantage: appliance })[0]?.data.version ??
  observed(observations, configuration, { vantage: appliance })[0]?.data.version ??
  null;
