import type { Language, Problem } from '../core/model';
import { catalogues, type Words, wordsIn } from '../core/texts';

/** Exit codes of the contract: done and nothing wrong, done and something found, input at fault, could not be answered. */
export const EXIT = { fine: 0, found: 1, input: 2, unanswered: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What a command may use of the outside: results to standard output, progress and problems to standard error. */
export interface Door {
  readonly words: Words;
  readonly now: () => Date;
  /** Aborted when the engineer interrupts. */
  readonly signal: AbortSignal;
  print(text: string): void;
  /** One JSON document and nothing else. */
  printJson(document: unknown): void;
  say(key: string, params?: Record<string, string | number>): void;
  /** One clear line: what, where, what to do. */
  complain(problem: Problem): void;
}

/** A problem in words: its place first, unless the sentence names it itself, then what happened and what to do. */
export const problemText = ({ code, where, params }: Problem, words: Words): string => {
  const key = `problems:${code}`;
  const text = words.has(key)
    ? words.say(key, { where: where ?? '', ...params })
    : `${code} ${Object.values(params).join(', ')}`.trimEnd();
  const placed = where === null || text.includes(where) ? text : words.say('cli:placed', { where, text });
  return placed.replace(/\s*\n\s*/g, ' ');
};

export const openDoor = (language: Language, signal: AbortSignal): Door => {
  const words = wordsIn(language, catalogues[language]);
  return {
    words,
    signal,
    now: () => new Date(),
    print: (text) => void process.stdout.write(`${text}\n`),
    printJson: (document) => void process.stdout.write(`${JSON.stringify(document, null, 2)}\n`),
    say: (key, params) => void process.stderr.write(`${words.say(key, params)}\n`),
    complain: (problem) => void process.stderr.write(`${problemText(problem, words)}\n`),
  };
};
