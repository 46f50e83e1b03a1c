import { bad, type ConfigReport, good, problem, type Result } from '../../model';
import { roleOfModel } from '../prompt-line';
import { contradictions, hiddenListeners } from './contradictions';
import { looksLikeUtf8 } from './decode';
import type { Block, BlockKind } from './elements';
import { depthOf, effective, type Level, levelText, liesUnder } from './levels';
import { missingInterfaces } from './missing';
import { type QuarantineSetting, quarantineSettings } from './quarantine';
import { type ConfigText, configTextOf } from './repair';
import {
  type CipherList,
  cipherListsOf,
  interfaceOf,
  isWrapped,
  type Listener,
  listenerOf,
  logOf,
  place,
} from './settings';
import { type Walked, walkConfig } from './walk';

const LARGEST = 128 * 1024 * 1024;

const headerField = (header: string, name: string): string | null =>
  new RegExp(`^\\s*${name}:\\s*(.+?)\\s*$`, 'm').exec(header)?.[1] ?? null;

// `Product: Cisco M600V Secure Email and Web Manager`: without a model line the product names it.
const modelOf = (header: string): string | null =>
  headerField(header, 'Model Number') ??
  /\bCisco ([A-Z]\d+[A-Z]?)\b/.exec(headerField(header, 'Product') ?? '')?.[1] ??
  null;

const of = (walked: Walked, kind: BlockKind): readonly Block[] => walked.blocks.filter((one) => one.kind === kind);

/** Machines that the file really holds: the outermost level of a cluster export holds none of its own. */
const machinesOf = (walked: Walked): readonly Level[] => {
  const machines = walked.levels.filter((one) => one.kind === 'machine');
  const real = machines.filter((one) => one.name !== null || one.hasInterfaces || one.hasListeners);
  return real.length > 0 || walked.levels.some((one) => one.kind !== 'machine') ? real : machines;
};

/** The machine that the file is about: the only one, or the one outside any level; null for a whole cluster. */
const ownMachine = (machines: readonly Level[]): Level | null =>
  machines.length === 1 ? (machines[0] ?? null) : (machines.find((one) => one.parent === null) ?? null);

const topmost = <T extends { readonly level: Level }>(settings: readonly T[]): T | null =>
  settings.toSorted((left, right) => depthOf(left.level) - depthOf(right.level))[0] ?? null;

const applied = <T extends { readonly level: Level }>(settings: readonly T[], own: Level | null): T | null =>
  (own === null ? null : effective(settings, own)) ?? topmost(settings);

const cipherReport = (lists: readonly CipherList[], machines: readonly Level[]): ConfigReport['cipherLists'] =>
  lists
    .toSorted((left, right) => depthOf(left.level) - depthOf(right.level))
    .map((one) => {
      const same = lists.filter((other) => other.which === one.which);
      const appliesTo = machines.filter((machine) => effective(same, machine) === one).flatMap((all) => all.name ?? []);
      return { which: one.which, list: one.list, level: levelText(one.level), appliesTo, at: place(one.line) };
    });

const listFor = (lists: readonly CipherList[], which: CipherList['which'], own: Level | null): string | null =>
  applied(
    lists.filter((one) => one.which === which),
    own,
  )?.list ?? null;

/** The port of the listeners that a setting governs, when they agree; the listener is believed. */
const listenerPort = (setting: QuarantineSetting, hidden: readonly Listener[]): number | null => {
  const governed = hidden.filter((one) => liesUnder(one.level, setting.level) || liesUnder(setting.level, one.level));
  const ports = new Set(governed.map((one) => one.report.port));
  const [port] = ports;
  return ports.size === 1 ? (port ?? null) : null;
};

const quarantineReport = (
  settings: readonly QuarantineSetting[],
  listeners: readonly Listener[],
  own: Level | null,
): ConfigReport['quarantine'] => {
  const hidden = hiddenListeners(listeners);
  const setting = applied(settings, own);
  if (setting !== null)
    return {
      enabled: setting.enabled,
      interface: setting.interface,
      port: listenerPort(setting, hidden) ?? setting.port,
      level: setting.level.name === null ? null : levelText(setting.level),
      at: place(setting.line),
    };
  // The hidden listener exists once centralised quarantines are on (TechNote 200068).
  const listener = hidden.find((one) => one.level === own) ?? hidden[0];
  if (listener === undefined) return null;
  const { interface: bound, port, at } = listener.report;
  return { enabled: true, interface: bound, port, level: null, at };
};

const sourceProblems = (text: ConfigText, walked: Walked): ConfigReport['problems'] => {
  const wrapped = walked.blocks.flatMap((one) => one.fields.filter(isWrapped)).filter((one) => one.name !== 'hat');
  const declared = /^<\?xml[^>]*iso-8859-1/i.test(text.xml);
  return [
    ...(walked.cutOff === null ? [] : [{ code: 'cut-off', at: place(walked.cutOff), params: {} }]),
    ...text.repaired.map((line) => ({ code: 'tag-repaired', at: place(line), params: {} })),
    ...wrapped.map((one) => ({ code: 'value-wrapped', at: place(one.line), params: { element: one.name } })),
    ...(declared && looksLikeUtf8(text.xml)
      ? [{ code: 'encoding-looks-utf8', at: place(text.lineOf(1)), params: {} }]
      : []),
  ];
};

const reportOf = (text: ConfigText, walked: Walked): ConfigReport => {
  const machines = machinesOf(walked);
  const own = ownMachine(machines);
  const interfaces = of(walked, 'interface').map(interfaceOf);
  const names = new Set(interfaces.map((one) => one.name));
  const listeners = of(walked, 'listener').map((one) => listenerOf(one, names));
  const settings = quarantineSettings(of(walked, 'quarantine'), names);
  const lists = of(walked, 'ssl').flatMap(cipherListsOf);
  const model = modelOf(walked.header);
  return {
    schema: 'cpq-doctor/config/1',
    product: headerField(walked.header, 'Product'),
    model,
    version: headerField(walked.header, 'Version'),
    role: roleOfModel(model),
    hostname: own?.name ?? null,
    serial: headerField(walked.header, 'Serial Number'),
    interfaces,
    listeners: listeners.map((one) => one.report),
    ciphers: { inbound: listFor(lists, 'inbound', own), outbound: listFor(lists, 'outbound', own) },
    cipherLists: cipherReport(lists, machines),
    quarantine: quarantineReport(settings, listeners, own),
    missingInterfaces: missingInterfaces(machines, settings, interfaces),
    machines: machines.flatMap((one) => one.name ?? []),
    logs: of(walked, 'log').map(logOf),
    problems: [...contradictions(machines, settings, listeners), ...sourceProblems(text, walked)],
  };
};

/** Copied: cut out of the file, each short value would keep all of it in memory (measured by bench:config). */
const apart = (report: ConfigReport): ConfigReport => JSON.parse(JSON.stringify(report));

/**
 * What a configuration export, or a terminal capture of `showconfig`, says about listeners, interfaces, cipher lists,
 * quarantine settings and cluster levels. A missing section is unknown, never "off". Fails with `config-not-found`,
 * `config-too-large`, `config-not-xml` or `config-internal-subset` and the line.
 */
export const readConfig = (text: string): Result<ConfigReport> => {
  if (text.length > LARGEST) return bad(problem('config-too-large', null, { megabytes: LARGEST / 1024 / 1024 }));
  const found = configTextOf(text);
  if (found === null) return bad(problem('config-not-found'));
  const walked = walkConfig(found);
  return walked.ok ? good(apart(reportOf(found, walked.value))) : walked;
};
