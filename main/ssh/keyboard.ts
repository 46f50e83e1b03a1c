import type { KeyboardInteractiveCallback, Prompt } from 'ssh2';
import { type Failure, failure } from './failure';

/**
 * The whole prompt: `Password:`, `Password for admin@esa1:`, `admin@esa1's password:`, newer builds `Passphrase:`.
 * Whatever else holds the word (`One-time password (OATH) for admin:`) is a second factor. Source: asyncos-cli.md section 1.
 */
const SECRET = /^\s*(?:[^\s@']+@[^\s@']+'s )?pass(?:word|phrase)(?: for \S+)?\s*:\s*$/i;
const CHANGE = /\b(?:old|new|current|retype|change|expired)\b/i;

/** Gives what a second factor asks for, by its own words; null where nobody can. */
export type AskCode = (asks: string) => Promise<string | null>;

export interface Answers {
  /** The password, while it has not been offered; null for a login by key. */
  readonly password: string | null;
  readonly code: AskCode;
  readonly giveUp: (why: Failure) => void;
}

type Kind = 'password' | 'code';

/**
 * Answers keyboard-interactive (a round that asks nothing, with which PAM ends, ssh2 answers itself): the one prompt for the passphrase once, then the one prompt of a second factor once, by
 * the code that the engineer has given. Anything else is given up, since a guess would cost an attempt: a change of the
 * passphrase (`passphrase-expired`), a factor without a code (`second-factor`), the same question again (`auth-refused`).
 */
export const keyboard = ({ password, code, giveUp }: Answers) => {
  const left = new Set<Kind>(password === null ? ['code'] : ['password', 'code']);
  const kindOf = ({ prompt, echo }: Prompt): Kind =>
    left.has('password') && SECRET.test(prompt) && echo !== true ? 'password' : 'code';

  const given = async (prompts: readonly Prompt[], asked: string): Promise<readonly string[] | null> => {
    const kinds = prompts.map(kindOf);
    const once = new Set(kinds).size === kinds.length && kinds.every((kind) => left.has(kind));
    if (!once) return null;
    for (const kind of kinds) left.delete(kind);
    const typed = kinds.includes('code') ? await code(asked) : '';
    return typed === null ? null : kinds.map((kind) => (kind === 'password' ? (password ?? '') : typed));
  };

  const isRepeated = (prompts: readonly Prompt[]): boolean =>
    password !== null && !left.has('password') && prompts.some(({ prompt }) => SECRET.test(prompt));

  const answersTo = async (instructions: string, prompts: readonly Prompt[]): Promise<readonly string[] | Failure> => {
    const asked = prompts.map((one) => one.prompt.trim()).join(' ');
    const whole = `${instructions} ${asked}`;
    if (CHANGE.test(whole)) return failure('passphrase-expired', whole);
    const again = isRepeated(prompts) || !left.has('code');
    if (again) return failure('auth-refused', `keyboard-interactive asks again: ${asked}`);
    return (await given(prompts, asked)) ?? failure('second-factor', `keyboard-interactive asks: ${asked}`);
  };

  return (
    _name: string,
    instructions: string,
    _language: string,
    prompts: Prompt[],
    finish: KeyboardInteractiveCallback,
  ): void => {
    answersTo(instructions, prompts).then(
      (found) => ('code' in found ? giveUp(found) : finish([...found])),
      () => giveUp(failure('our-mistake', 'the code could not be asked for')),
    );
  };
};
