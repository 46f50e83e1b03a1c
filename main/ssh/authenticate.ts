import type { AnyAuthMethod, AuthHandlerMiddleware, KeyboardInteractiveCallback, Prompt } from 'ssh2';
import type { Problem, Result } from '../core/model/problem';
import type { Credential } from './credential';
import { type Failure, failure } from './failure';

export interface Login {
  readonly user: string;
  /** Asked once, after the host key was accepted. */
  readonly credential: () => Promise<Result<Credential>>;
  readonly giveUp: (why: Failure) => void;
}

/**
 * The whole prompt: `Password:`, `Password for admin@esa1:`, `admin@esa1's password:`, newer builds `Passphrase:`.
 * Whatever else holds the word (`One-time password (OATH) for admin:`) is a second factor. Source: asyncos-cli.md section 1.
 */
const SECRET = /^\s*(?:[^\s@']+@[^\s@']+'s )?pass(?:word|phrase)(?: for \S+)?\s*:\s*$/i;
const CHANGE = /\b(?:old|new|current|retype|change|expired)\b/i;

/**
 * Answers the one prompt that asks for the passphrase, once; a second factor or anything unknown is given up, since a
 * guess would cost an attempt.
 */
const keyboard = (login: Login, password: string) => {
  let answered = false;
  return (
    _name: string,
    instructions: string,
    _language: string,
    prompts: Prompt[],
    finish: KeyboardInteractiveCallback,
  ) => {
    const asked = prompts.map((one) => one.prompt).join(' ');
    const only = prompts.length === 1 && SECRET.test(asked) && prompts[0]?.echo !== true;
    if (CHANGE.test(`${instructions} ${asked}`))
      return login.giveUp(failure('passphrase-expired', `${instructions} ${asked}`));
    if (answered || !only) return login.giveUp(failure('auth-refused', `keyboard-interactive asks: ${asked}`));
    answered = true;
    finish([password]);
  };
};

const methodFor = (login: Login, held: Credential, offered: readonly string[]): AnyAuthMethod | null => {
  const username = login.user;
  if (held.kind === 'agent') return { type: 'agent', username, agent: held.socket };
  if (held.kind === 'key') {
    const { key, passphrase } = held;
    return passphrase === undefined
      ? { type: 'publickey', username, key }
      : { type: 'publickey', username, key, passphrase };
  }
  if (offered.includes('password')) return { type: 'password', username, password: held.password };
  return offered.includes('keyboard-interactive')
    ? { type: 'keyboard-interactive', username, prompt: keyboard(login, held.password) }
    : null;
};

/** The problem's code with the names it carries; problems of credentials name places, never secrets. */
const named = (found: Problem): string => [found.code, found.where ?? '', ...Object.values(found.params)].join(' ');

const fits = (held: Credential, offered: readonly string[]): boolean =>
  held.kind === 'password' || offered.includes('publickey');

/**
 * The order of a login: `none` to learn what the appliance takes, then the one credential, then nothing more. A refused
 * password is never followed by a second attempt over another method (probing etiquette, domain.md section 7).
 */
export const authenticate = (login: Login): AuthHandlerMiddleware => {
  let turn = 0;
  return (left, partial, next) => {
    turn += 1;
    const offered: readonly string[] = left ?? [];
    if (turn === 1) return next({ type: 'none', username: login.user });
    if (turn > 2) {
      const why = partial ? 'accepted, but more is asked for' : 'refused';
      return login.giveUp(failure('auth-refused', `${why}; the appliance takes ${offered.join(', ')}`));
    }
    login.credential().then(
      (held) => {
        if (!held.ok) return login.giveUp(failure('no-credential', named(held.problem)));
        const method = fits(held.value, offered) ? methodFor(login, held.value, offered) : null;
        if (method === null) {
          const why = `no ${held.value.kind} here; the appliance takes ${offered.join(', ')}`;
          return login.giveUp(failure('auth-refused', why));
        }
        next(method);
      },
      () => login.giveUp(failure('our-mistake', 'the credential could not be asked for')),
    );
  };
};
