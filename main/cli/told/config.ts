import type { ConfigReport } from '../../core/model';
import type { Words } from '../../core/texts';

const headLine = ({ hostname, machines, product, model, version }: ConfigReport): string =>
  [hostname ?? (machines.length > 0 ? machines.join(', ') : '?'), product ?? model ?? '?', version ?? '']
    .join('  ')
    .trimEnd();

const interfaceLines = ({ interfaces }: ConfigReport): string[] =>
  interfaces.map((one) => {
    const name = one.machine === null ? one.name : `${one.machine}: ${one.name}`;
    return `  ${name}  ${one.address ?? '?'}${one.prefix === null ? '' : `/${one.prefix}`}  ${one.at}`;
  });

const listenerLines = ({ listeners }: ConfigReport): string[] =>
  listeners.map((one) => `  ${one.name}  ${one.interface ?? '?'}:${one.port ?? '?'}  ${one.at}`);

const cipherLines = ({ cipherLists }: ConfigReport): string[] =>
  cipherLists.map((one) => `  ${one.which}  ${one.list}  ${one.level}  ${one.at}`);

const quarantineLines = ({ quarantine }: ConfigReport, words: Words): string[] => {
  if (quarantine === null) return [];
  const { enabled, interface: name, port, level, at } = quarantine;
  const state = words.say(`cli:config.enabled.${String(enabled)}`);
  return [`  ${state}, ${name ?? '?'}:${port ?? '?'}, ${level ?? '?'}  ${at}`];
};

const faultLines = (report: ConfigReport, words: Words): string[] => [
  ...report.missingInterfaces.map((one) => {
    const near = one.near ?? words.say('cli:none');
    return `  ${words.say('cli:config.missing', { machine: one.machine, interface: one.interface, near })}  ${one.at}`;
  }),
  ...report.problems.map((one) => `  ${words.say(`problems:${one.code}`, one.params)}  ${one.at}`),
];

/** What a configuration export says of the quarantine, for people; each value with its line. */
export const configLines = (report: ConfigReport, words: Words): string[] => {
  const section = (heading: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', words.say(`cli:config.${heading}`), ...lines];
  return [
    headLine(report),
    ...section('interfaces', interfaceLines(report)),
    ...section('listeners', listenerLines(report)),
    ...section('quarantine', quarantineLines(report, words)),
    ...section('ciphers', cipherLines(report)),
    ...section('faults', faultLines(report, words)),
  ];
};
