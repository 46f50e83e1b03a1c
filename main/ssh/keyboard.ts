import type { KeyboardInteractiveCallback, Prompt } from 'ssh2';
import { type Failure, failure, plainDetail } from './failure';

/**
 * The whole prompt: `Password:`, `Password for admin@esa1:`, `admin@esa1's password:`, newer builds `Passphrase:`.
 * Whatever else holds the word (`One-time password (OATH) for admin:`) is a second factor. Source: asyncos-cli.md section 1.
 */
const SECRET = /^\s*(?:[^\s@']+@[^\s@']+'s )?pass(?:word|phrase)(?: for \S+)?\s*:\s*$/i;
const CHANGE = /\b(?:old|new|current|retype|change|expired)\b/i;
const PASSWORD = /pass(?:word|phrase)/i;
/** A token that wants a PIN set for it: that would change the account. */
const NEW_PIN = /\bnew pin\b/i;

/** What a peer asks beside the password, in its own words made plain. */
export interface Question {
  /** What stands above the prompts, name and instruction (RFC 4256 section 3.2); often empty. */
  readonly instructions: string;
  /** `echo`: whether what is typed may be seen (RFC 4256 section 3.1). */
  readonly prompts: readonly { readonly text: string; readonly echo: boolean }[];
  /** Aborted once nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}

/** Gives one answer to each prompt of a second factor; null where nobody can. */
export type AskCode = (question: Question) => Promise<readonly string[] | null>;

export interface Answers {
  /** The password, while it has not been offered; null for a login by key. */
  readonly password: string | null;
  readonly code: AskCode;
  readonly signal: AbortSignal;
  readonly giveUp: (why: Failure) => void;
}

/** Some token servers ask for the next code to be sure; more rounds than this are no login. */
const MOST_ROUNDS = 4;
const MOST_PROMPTS = 8;

const wordsOf = (prompts: readonly Prompt[]): string => prompts.map(({ prompt }) => prompt.trim()).join(' ');

/**
 * Answers keyboard-interactive (a round that asks nothing, with which PAM ends, ssh2 answers itself): the one prompt for
 * the passphrase once, everything else by what the engineer gives for it, prompt by prompt and in the peer's words.
 * Given up, since a guess would cost an attempt: a change of the passphrase (`passphrase-expired`), a new PIN or answers
 * that nobody gives (`second-factor`), the same question again (`auth-refused`).
 */
export const keyboard = ({ password, code, signal, giveUp }: Answers) => {
  const asked = new Set<string>();
  let untold = password;

  const given = async (instructions: string, prompts: readonly Prompt[]): Promise<readonly string[] | null> => {
    const secret = untold;
    const at = secret === null ? -1 : prompts.findIndex(({ prompt, echo }) => SECRET.test(prompt) && echo !== true);
    const others = prompts.filter((_, index) => index !== at);
    const question = {
      instructions: plainDetail(instructions),
      prompts: others.map(({ prompt, echo }) => ({ text: plainDetail(prompt), echo: echo === true })),
      signal,
    };
    const typed = others.length === 0 ? [] : await code(question);
    if (typed === null || typed.length !== others.length) return null;
    if (at === -1) return typed;
    untold = null;
    return [...typed.slice(0, at), secret ?? '', ...typed.slice(at)];
  };

  const again = (prompts: readonly Prompt[]): boolean => {
    const before = asked.has(wordsOf(prompts)) || asked.size >= MOST_ROUNDS;
    asked.add(wordsOf(prompts));
    return before || (password !== null && untold === null && prompts.some(({ prompt }) => SECRET.test(prompt)));
  };

  const answersTo = async (instructions: string, prompts: readonly Prompt[]): Promise<readonly string[] | Failure> => {
    const words = wordsOf(prompts);
    const whole = `${instructions} ${words}`;
    if (CHANGE.test(whole) && PASSWORD.test(whole)) return failure('passphrase-expired', whole);
    const refused = failure('second-factor', `keyboard-interactive asks: ${words}`);
    if (NEW_PIN.test(whole) || prompts.length > MOST_PROMPTS) return refused;
    if (again(prompts)) return failure('auth-refused', `keyboard-interactive asks again: ${words}`);
    return (await given(instructions, prompts)) ?? refused;
  };

  return (
    name: string,
    instructions: string,
    _language: string,
    prompts: Prompt[],
    finish: KeyboardInteractiveCallback,
  ): void => {
    answersTo(`${name} ${instructions}`, prompts).then(
      (found) => {
        if ('code' in found) giveUp(found);
        else if (!signal.aborted) finish([...found]);
      },
      () => giveUp(failure('our-mistake', 'the code could not be asked for')),
    );
  };
};
