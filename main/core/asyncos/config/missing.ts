import type { ConfigReport } from '../../model';
import { effective, type Level } from './levels';
import type { QuarantineSetting } from './quarantine';
import { place } from './settings';

type Interfaces = ConfigReport['interfaces'];
type Missing = ConfigReport['missingInterfaces'][number];

const plain = (name: string): string => name.toLowerCase().replace(/[\s_-]+/g, '');

const missingOn = (machine: Level, wanted: string, interfaces: Interfaces): Missing | null => {
  const own = interfaces.filter((one) => one.machine === machine.name);
  if (own.length === 0 || own.some((one) => one.name === wanted)) return null;
  const near = own.find((one) => plain(one.name) === plain(wanted));
  return {
    machine: machine.name ?? '',
    interface: wanted,
    near: near?.name ?? null,
    at: near?.at ?? own[0]?.at ?? place(machine.line),
  };
};

/**
 * Machines that lack the interface which the quarantine settings name for them, compared with case (TechNote 200068);
 * `near` is a name that differs in case or blanks only. A machine without an interface list is unknown, not missing.
 */
export const missingInterfaces = (
  machines: readonly Level[],
  settings: readonly QuarantineSetting[],
  interfaces: Interfaces,
): Missing[] =>
  machines.flatMap((machine) => {
    const setting = effective(settings, machine);
    if (setting === null || setting.interface === null || setting.enabled === false) return [];
    return missingOn(machine, setting.interface, interfaces) ?? [];
  });
