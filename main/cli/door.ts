import type { Language, Problem } from '../core/model';
import { catalogues, type Words, wordsIn } from '../core/texts';
import { printable, printableJson } from './printable';
import { type QuestionOptions, question, type Terminal } from './question';

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
  /** Asks on the terminal, one question after another; null where there is no terminal, or nobody answered. */
  ask(text: string, options: QuestionOptions): Promise<string | null>;
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

/** Lines for people, held back while a question stands on the terminal. */
const linesTo = (stream: NodeJS.WritableStream) => {
  const held: string[] = [];
  let holds = false;
  return {
    write(text: string): void {
      if (holds) held.push(text);
      else stream.write(`${printable(text)}\n`);
    },
    hold(): void {
      holds = true;
    },
    release(): void {
      holds = false;
      for (const text of held.splice(0)) this.write(text);
    },
  };
};

/** `terminal`: where an engineer can be asked; null where standard input is none. */
export const openDoor = (language: Language, signal: AbortSignal, terminal: Terminal | null = null): Door => {
  const words = wordsIn(language, catalogues[language]);
  const lines = linesTo(process.stderr);
  let asked: Promise<unknown> = Promise.resolve();
  const askNow = async (text: string, options: QuestionOptions): Promise<string | null> => {
    if (terminal === null) return null;
    lines.hold();
    return question(printable(text), options, terminal).finally(lines.release.bind(lines));
  };
  return {
    words,
    signal,
    now: () => new Date(),
    print: (text) => void process.stdout.write(`${printable(text)}\n`),
    printJson: (document) => void process.stdout.write(`${printableJson(JSON.stringify(document, null, 2))}\n`),
    say: (key, params) => lines.write(words.say(key, params)),
    complain: (problem) => lines.write(problemText(problem, words)),
    ask: (text, options) => {
      const turn = asked.then(() => askNow(text, options));
      asked = turn;
      return turn;
    },
  };
};
