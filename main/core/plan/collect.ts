import { commandNamed } from '../asyncos';
import { commandLine, mayLeave } from '../asyncos/dialogue';
import { BLOCK_ENDS, type PasteForm, pasteForms } from '../asyncos/paste';
import { type Asking, type CheckDefinition, checks, type Target } from '../checks';
import type { Answers, Appliance, Site } from '../model';

/** One command of a collection, as it is typed. */
export interface CollectedCommand {
  readonly check: string;
  readonly line: string;
  /** Empty lines behind it in a block. */
  readonly empties: number;
}

/** Why a check cannot be answered by a block: its command asks, asks in a cluster, or no command answers it. */
export type LeftOutWhy = 'asks' | 'level' | 'file';

export interface LeftOut {
  readonly check: string;
  /** The command that a person may run by hand, or null where a file answers. */
  readonly command: string | null;
  readonly why: LeftOutWhy;
}

/** What can be collected at one appliance without connecting to it. */
export interface Collection {
  readonly appliance: string;
  readonly role: Appliance['role'];
  readonly commands: readonly CollectedCommand[];
  /** The block to paste: whole commands and empty lines, opened and closed by `version`. */
  readonly block: readonly string[];
  readonly leftOut: readonly LeftOut[];
}

/** Every question as if the appliance could be asked live: the act that it would be put by holds its arguments. */
const asIfLive = (site: Site): Site => ({
  ...site,
  appliances: site.appliances.map((one) => ({
    ...one,
    host: one.host ?? one.quarantine.address ?? one.name,
    user: one.user ?? 'admin',
    auth: one.auth ?? { kind: 'agent' },
  })),
});

interface Asked {
  readonly check: CheckDefinition;
  readonly target: Target;
}

const askedAt = (appliance: Appliance, asking: Asking): readonly Asked[] =>
  checks
    .filter((check) => check.by !== 'session' && check.by !== 'probe')
    .flatMap((check) => {
      const target = check.targets(asking).find((one) => one.vantage === appliance.name);
      return target === undefined ? [] : [{ check, target }];
    });

const lineOf = ({ check, target }: Asked, form: PasteForm, asking: Asking): string | null => {
  if (form.line !== undefined) return form.line;
  const act = check.live(target, asking, []);
  const definition = commandNamed(form.name);
  if (act?.kind !== 'command' || definition === null) return null;
  const line = commandLine(definition, act.args);
  return line.ok ? line.value : null;
};

const isBlind = (form: PasteForm, { role }: Appliance, { answers }: Asking): boolean =>
  form.asksLevel !== true || role === 'sma' || answers.cluster === 'standalone';

const whyLeftOut = ({ check }: Asked, form: PasteForm | undefined): LeftOutWhy => {
  if (check.command === null) return 'file';
  return form?.asksLevel === true ? 'level' : 'asks';
};

const blockOf = (commands: readonly CollectedCommand[]): readonly string[] =>
  commands.length === 0
    ? []
    : [...commands.flatMap(({ line, empties }) => [line, ...Array.from({ length: empties }, () => '')]), BLOCK_ENDS];

const collectionAt = (appliance: Appliance, asking: Asking): Collection => {
  const asked = askedAt(appliance, asking);
  const commands = pasteForms.flatMap((form) => {
    const one = asked.find(({ check }) => check.command === form.name);
    const line = one === undefined || !isBlind(form, appliance, asking) ? null : lineOf(one, form, asking);
    // The last wall of the live side stands here too.
    return one === undefined || line === null || !mayLeave(`${line}\n`)
      ? []
      : [{ check: one.check.id, line, empties: form.empties }];
  });
  const leftOut = asked
    .filter(({ check }) => !commands.some((one) => one.check === check.id))
    .map((one) => {
      const form = pasteForms.find(({ name }) => name === one.check.command);
      const words = commandNamed(one.check.command ?? '')?.words.join(' ') ?? one.check.command;
      return { check: one.check.id, command: words, why: whyLeftOut(one, form) };
    });
  return { appliance: appliance.name, role: appliance.role, commands, block: blockOf(commands), leftOut };
};

/**
 * The block of read-only commands for each appliance of the site, and what no block can ask, with the reason. Needs no
 * network. In a block nothing answers a question: whole commands and empty lines only (CLI page, section 6).
 */
export const collect = (site: Site, answers: Answers): readonly Collection[] => {
  const asking = { site: asIfLive(site), answers: { ...answers, logs: 'appliances' as const } };
  return site.appliances.map((one) => collectionAt(one, asking));
};
