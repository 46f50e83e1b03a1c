import type { ParseReport } from '../model';
import type { CommandDefinition } from './command';
import { commands } from './commands';
import { outputOf } from './output';
import { pastedReaders } from './pasted';

/** What reads the output of a command; whether we may type it is the allow-list's to say. */
export type Reader = Pick<CommandDefinition, 'name' | 'read'> & { readonly words: readonly string[] };

const readers: readonly Reader[] = [...commands, ...pastedReaders];

/** The entry of the allow-list with this name, or null. */
export const commandNamed = (name: string): CommandDefinition | null =>
  commands.find((one) => one.name === name) ?? null;

const begins = (typed: readonly string[], words: readonly string[]): boolean =>
  words.every((word, index) => typed[index]?.toLowerCase() === word);

/**
 * The entry whose output a typed line prints (`status detail`, `tophosts active_rcpts`, `clusterconfig list`), for
 * reading only: the most words that agree win, else the first entry of the same command word; null for any other line.
 */
export const commandTyped = (line: string): CommandDefinition | null => {
  const typed = line.trim().split(/\s+/);
  const whole = commands
    .filter((one) => begins(typed, one.words))
    .toSorted((left, right) => right.words.length - left.words.length);
  const same = commands.filter((one) => one.words[0] === typed[0]?.toLowerCase());
  return whole[0] ?? same.find((one) => one.name === `${typed[0]?.toLowerCase()}-list`) ?? same[0] ?? null;
};

/** What reads the output of a command of this name or typed line, also where we never type it; null for any other. */
export const readerOf = (typed: string): Reader | null => {
  const word = typed.trim().split(/\s+/)[0]?.toLowerCase();
  return commandNamed(typed) ?? commandTyped(typed) ?? pastedReaders.find((one) => one.name === word) ?? null;
};

/** Every command whose output is read, by name. */
export const readableCommands: readonly string[] = readers.map((one) => one.name).toSorted();

/** Whether two names of the allow-list give the same data, as `status` and `status-detail` do. */
export const sameReader = (left: string, right: string): boolean => {
  const [one, other] = [commandNamed(left), commandNamed(right)];
  return one !== null && one.read === other?.read;
};

/**
 * The name under which the output of a typed line is read: of entries with one reader the first, so that the output of
 * `status detail` answers whatever asks for `status`. Null for a command that we do not read.
 */
export const readerNamed = (typed: string): string | null => {
  const reader = readerOf(typed);
  if (reader === null) return null;
  return readers.find((one) => one.read === reader.read)?.name ?? reader.name;
};

/**
 * Reads a command's text, which may include prompt, echo and menus; `command` of the report is the command's own word.
 * Fails with `error`: `no-reader` for a command that nobody reads, what the command line said, or `not-understood`.
 */
export const readCommand = (name: string, text: string): ParseReport => {
  const definition = readerOf(name);
  const output = outputOf(text);
  const report = { schema: 'cpq-doctor/parse/1' as const, appliance: output.appliance };
  if (definition === null)
    return {
      ...report,
      command: name,
      data: null,
      unrecognised: [],
      error: output.error ?? { code: 'no-reader', text: name },
    };
  const { data, unrecognised, error } = definition.read(text);
  return {
    ...report,
    command: definition.words[0] ?? definition.name,
    data,
    unrecognised: unrecognised.map((one) => ({ ...one })),
    error: error ?? (data === null ? { code: 'not-understood', text: '' } : null),
  };
};
