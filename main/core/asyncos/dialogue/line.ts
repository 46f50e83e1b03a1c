import { bad, good, problem, type Result } from '../../model/problem';
import type { Argument, CommandDefinition } from '../command';
import { mayLeave } from './may-leave';

export type Arguments = Readonly<Record<string, string>>;

/** The value of an argument when the whole of it is allowed; a problem names the argument, never the value. */
export const checkedArgument = (argument: Argument, args: Arguments): Result<string> => {
  const value = args[argument.name];
  if (value === undefined) return bad(problem('argument-missing', argument.name));
  const whole = new RegExp(argument.allowed.source, argument.allowed.flags.replace(/[gy]/g, '')).exec(value);
  const fits = whole !== null && whole.index === 0 && whole[0].length === value.length && value.trim() !== '';
  return fits ? good(value) : bad(problem('argument-refused', argument.name));
};

/**
 * The line of a command, without its end: the words, the checked argument (in quotes unless it is bare), the words after it.
 * A problem when an argument is missing or not allowed.
 */
export const commandLine = (
  definition: Pick<CommandDefinition, 'words' | 'lineArgument' | 'wordsAfter'>,
  args: Arguments,
): Result<string> => {
  if (definition.lineArgument === undefined) return good(definition.words.join(' '));
  const value = checkedArgument(definition.lineArgument, args);
  if (!value.ok) return value;
  const argument = definition.lineArgument.bare ? value.value : `"${value.value}"`;
  const line = [...definition.words, argument, ...(definition.wordsAfter ?? [])].join(' ');
  return mayLeave(`${line}\n`) ? good(line) : bad(problem('argument-refused', definition.lineArgument.name));
};
