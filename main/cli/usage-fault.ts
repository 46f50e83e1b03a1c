import type { Command, CommanderError } from 'commander';
import { type Problem, problem } from '../core/model';

/** What commander found wrong with a command line, with the command it belongs to. */
export class UsageFault extends Error {
  constructor(
    readonly origin: CommanderError,
    readonly command: string,
  ) {
    super(origin.message);
  }
}

const nameOf = (command: Command): string =>
  command.parent === null ? command.name() : `${nameOf(command.parent)} ${command.name()}`;

/** Makes a command throw its usage faults under its own name. */
export const throwFaults = (command: Command): void => {
  command.exitOverride((cause) => {
    throw new UsageFault(cause, nameOf(command));
  });
  for (const one of command.commands) throwFaults(one);
};

const CODES: Readonly<Record<string, string>> = {
  'commander.unknownOption': 'usage-unknown-option',
  'commander.unknownCommand': 'usage-unknown-command',
  'commander.missingArgument': 'usage-argument-missing',
  'commander.excessArguments': 'usage-too-many-arguments',
  'commander.missingMandatoryOptionValue': 'usage-option-missing',
  'commander.optionMissingArgument': 'usage-value-missing',
  'commander.invalidArgument': 'usage-value-impossible',
};

/** The fault in our own words; commander says it in English only, with the names in quotes. */
export const usageProblem = ({ origin, command }: UsageFault): Problem => {
  const [what = '', value = ''] = [...origin.message.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? '');
  const choices = /Allowed choices are (.*)\.$/.exec(origin.message)?.[1] ?? '';
  const meant = /Did you mean (.*)\?\)/.exec(origin.message)?.[1] ?? '';
  return problem(CODES[origin.code] ?? 'usage-not-understood', null, { what, value, choices, meant, command });
};
