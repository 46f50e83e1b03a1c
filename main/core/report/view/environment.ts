import { endpointOf, observed } from '../../checks';
import { cipherLists } from '../../checks/cipher-lists';
import { systemStatus } from '../../checks/system-status';
import { version } from '../../checks/version';
import type { Appliance, Observation } from '../../model';
import type { Words } from '../../texts';

export interface EnvironmentView {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly values: readonly string[]; readonly mono: boolean }[];
}

const listenerOf = (appliance: Appliance, observations: readonly Observation[], words: Words): string => {
  const { address, interface: name, port, portFrom } = endpointOf(appliance, observations);
  const assumed = portFrom === 'default' ? words.say('report:assumed') : '';
  return [name ?? '', `${address ?? '?'}:${port}`, assumed].filter((part) => part !== '').join(' ');
};

const factsOf = (appliance: Appliance, observations: readonly Observation[], words: Words) => {
  const where = { vantage: appliance.name };
  const [release] = observed(observations, version, where);
  const [status] = observed(observations, systemStatus, where);
  const [lists] = observed(observations, cipherLists, where);
  const { model, version: number, serial } = release?.data ?? {};
  return {
    product: [appliance.role.toUpperCase(), model ?? '', number ? `AsyncOS ${number}` : ''].filter(Boolean).join(' '),
    serial: serial ?? '',
    status: status?.data.system ?? '',
    listener: listenerOf(appliance, observations, words),
    outbound: lists?.data.outbound?.ciphers ?? '',
    inbound: lists?.data.inbound?.ciphers ?? '',
  };
};

const MONO = ['listener', 'outbound', 'inbound', 'serial'];

/** What is known of each appliance, side by side; a row that nobody answered is left out. */
export const environmentOf = (
  appliances: readonly Appliance[],
  observations: readonly Observation[],
  words: Words,
): EnvironmentView => {
  const facts = appliances.map((one) => factsOf(one, observations, words));
  const keys = ['product', 'serial', 'status', 'listener', 'outbound', 'inbound'] as const;
  return {
    columns: appliances.map((one) => one.name),
    rows: keys
      .map((key) => ({
        label: words.say(`report:environment.${key}`),
        values: facts.map((one) => one[key] || '–'),
        mono: MONO.includes(key),
      }))
      .filter(({ values }) => values.some((value) => value !== '–')),
  };
};
