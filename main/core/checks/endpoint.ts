import type { Appliance, ConfigReport, Observation } from '../model';
import { DEFAULT_QUARANTINE_PORT } from '../model';
import { configuration } from './configuration';
import { interfaces } from './interfaces';
import { isMachine } from './roster';
import { observed } from './seen';

/** Where an appliance's quarantine listener is to be found, and how sure that is. */
export interface Endpoint {
  readonly address: string | null;
  readonly port: number;
  readonly interface: string | null;
  /** `default` means that nobody said it: 7025 "may have been changed" (TechNote 200068). */
  readonly portFrom: 'profile' | 'configuration' | 'default';
}

/**
 * Whether a section of this appliance's own export is about itself: a cluster's export holds other machines too, and an
 * export of one machine is its own, whatever the engineer calls it.
 */
export const isOwnSection = (report: ConfigReport, appliance: Appliance, machine: string | null): boolean =>
  machine === null || report.machines.length <= 1 || isMachine(appliance, machine);

/** The hidden listener of this machine. */
export const listenerIn = (report: ConfigReport, appliance: Appliance): ConfigReport['listeners'][number] | null => {
  const hidden = report.listeners.filter(
    (one) => one.name === 'cpq_listener' && isOwnSection(report, appliance, one.machine),
  );
  return hidden.find((one) => one.machine !== null) ?? hidden[0] ?? null;
};

const ofConfiguration = (appliance: Appliance, observations: readonly Observation[]) => {
  const [seen] = observed(observations, configuration, { vantage: appliance.name });
  const listener = seen ? listenerIn(seen.data, appliance) : null;
  return {
    port: listener?.port ?? seen?.data.quarantine?.port ?? null,
    interface: listener?.interface ?? seen?.data.quarantine?.interface ?? null,
    addressOf: (name: string) =>
      seen?.data.interfaces.find((one) => one.name === name && isOwnSection(seen.data, appliance, one.machine))
        ?.address ?? null,
  };
};

const liveAddress = (
  appliance: Appliance,
  name: string | null,
  observations: readonly Observation[],
): string | null => {
  const [seen] = observed(observations, interfaces, { vantage: appliance.name });
  return seen?.data.interfaces.find((one) => one.name === name)?.address ?? null;
};

/** The listener's address, port and interface: what the engineer said, else the configuration, else what can be assumed. */
export const endpointOf = (appliance: Appliance, observations: readonly Observation[]): Endpoint => {
  const known = appliance.quarantine;
  const config = ofConfiguration(appliance, observations);
  const name = known.interface ?? config.interface;
  const address =
    known.address ??
    (name === null ? null : (config.addressOf(name) ?? liveAddress(appliance, name, observations))) ??
    appliance.host;
  return {
    address,
    interface: name,
    port: known.port ?? config.port ?? DEFAULT_QUARANTINE_PORT,
    portFrom: known.port !== null ? 'profile' : config.port !== null ? 'configuration' : 'default',
  };
};
