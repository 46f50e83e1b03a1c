import type { ConfigReport } from '../../model';
import { chainOf, effective, type Level, levelText, liesUnder } from './levels';
import type { QuarantineSetting } from './quarantine';
import { type Listener, place } from './settings';

type Problem = ConfigReport['problems'][number];

/** The hidden listener of centralised quarantines (TechNote 200068). */
export const hiddenListeners = (listeners: readonly Listener[]): readonly Listener[] =>
  listeners.filter((one) => one.report.name === 'cpq_listener');

const differences = (listener: Listener, setting: QuarantineSetting): readonly Problem[] => {
  const { port, interface: bound, at } = listener.report;
  const where = { settingsAt: place(setting.line), machine: listener.report.machine ?? '' };
  const found: Problem[] = [];
  if (port !== null && setting.port !== null && port !== setting.port)
    found.push({ code: 'listener-port-differs', at, params: { listener: port, settings: setting.port, ...where } });
  if (bound !== null && setting.interface !== null && bound !== setting.interface)
    found.push({
      code: 'listener-interface-differs',
      at,
      params: { listener: bound, settings: setting.interface, ...where },
    });
  if (setting.enabled === false) found.push({ code: 'listener-without-quarantine', at, params: where });
  return found;
};

/** Settings on, a list of listeners, and no `cpq_listener` in it. A file without that section says nothing. */
const absent = (machine: Level, setting: QuarantineSetting, hidden: readonly Listener[]): readonly Problem[] =>
  setting.enabled === true &&
  chainOf(machine).some((one) => one.hasListeners) &&
  !hidden.some((one) => liesUnder(machine, one.level))
    ? [{ code: 'listener-missing', at: place(setting.line), params: { machine: machine.name ?? '' } }]
    : [];

const overridden = (settings: readonly QuarantineSetting[]): readonly Problem[] =>
  settings
    .filter((one) => settings.some((above) => above !== one && liesUnder(one.level, above.level)))
    .map((one) => ({ code: 'quarantine-overridden', at: place(one.line), params: { level: levelText(one.level) } }));

/** Where listener and settings contradict each other, with both places; for the port the listener is believed. */
export const contradictions = (
  machines: readonly Level[],
  settings: readonly QuarantineSetting[],
  listeners: readonly Listener[],
): Problem[] => {
  const hidden = hiddenListeners(listeners);
  const perMachine = machines.flatMap((machine) => {
    const setting = effective(settings, machine);
    if (setting === null) return [];
    const own = hidden.filter((one) => liesUnder(machine, one.level));
    return [...own.flatMap((one) => differences(one, setting)), ...absent(machine, setting, hidden)];
  });
  return [...perMachine, ...overridden(settings)];
};
