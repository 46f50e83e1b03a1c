import { Command } from 'commander';
import type { Register } from '../../main/cli/commands/register';
import { type Door, problemText } from '../../main/cli/door';
import { catalogues, wordsIn } from '../../main/core/texts';

export interface RanInProcess {
  readonly code: number | undefined;
  readonly printed: string[];
  readonly said: string[];
  readonly documents: unknown[];
}

/** A door that keeps what goes through it. */
export const keptDoor = (language: 'en' | 'fr') => {
  const words = wordsIn(language, catalogues[language]);
  const [printed, said, documents]: [string[], string[], unknown[]] = [[], [], []];
  const door: Door = {
    words,
    now: () => new Date('2026-11-24T21:00:00.000Z'),
    signal: new AbortController().signal,
    print: (text) => void printed.push(text),
    printJson: (document) => void documents.push(document),
    say: (key, params) => void said.push(words.say(key, params)),
    complain: (problem) => void said.push(problemText(problem, words)),
    ask: async () => null,
  };
  return { door, printed, said, documents };
};

/** Runs one command of the command line in this process. */
export const runInProcess = async (
  register: Register,
  args: readonly string[],
  language: 'en' | 'fr' = 'en',
): Promise<RanInProcess> => {
  const { door, ...kept } = keptDoor(language);
  const ended: { code?: number } = {};
  const program = new Command('cpq-doctor').exitOverride();
  register(program, door, (code) => {
    ended.code = code;
  });
  await program.parseAsync(['node', 'cpq-doctor', ...args]);
  return { code: ended.code, ...kept };
};
