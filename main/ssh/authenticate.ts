import type { AnyAuthMethod, AuthHandlerMiddleware, BaseAgent } from 'ssh2';
import type { Problem, Result } from '../core/model/problem';
import { agentKeys } from './agent-keys';
import { type Credential, MOST_ATTEMPTS } from './credential';
import { type Failure, failure } from './failure';
import { type AskCode, keyboard } from './keyboard';
import type { Refusal } from './watch-refusal';

export interface Login {
  readonly user: string;
  /** Asked once, after the host key was accepted. */
  readonly credential: () => Promise<Result<Credential>>;
  /** Asked for each second factor, by its words. */
  readonly code: AskCode;
  /** Told of each thing that is offered and may be refused: the peer may count it as an attempt. */
  readonly offering: () => void;
  readonly giveUp: (why: Failure) => void;
  /** What the peer said of the last thing that it was offered. */
  readonly refusal: () => Refusal;
  /** Aborted once the login is over: nothing is offered behind that. */
  readonly signal: AbortSignal;
}

/** The problem's code with the names it carries; problems of credentials name places, never secrets. */
const named = (found: Problem): string => [found.code, found.where ?? '', ...Object.values(found.params)].join(' ');

const fewOf = (offered: number, held: number): string =>
  held > offered ? `; ${offered} of the agent's ${held} keys were offered, name the right one by its fingerprint` : '';

/** One login: `none` to learn what the appliance takes, then the one credential, then what a second factor asks for. */
class Attempt {
  private turn = 0;
  private more: readonly BaseAgent[] = [];
  private offered = 0;
  private held = 0;
  private byCode = false;

  constructor(private readonly login: Login) {}

  readonly next: AuthHandlerMiddleware = (_left, _partial, next) => {
    this.following(this.login.refusal()).then(
      (found) => {
        if ('code' in found) return this.login.giveUp(found);
        if (this.login.signal.aborted) return;
        if (found.type !== 'none' && !this.byCode) this.login.offering();
        next(found);
      },
      () => this.login.giveUp(failure('our-mistake', 'the credential could not be asked for')),
    );
  };

  private async following(refusal: Refusal): Promise<AnyAuthMethod | Failure> {
    this.turn += 1;
    if (this.turn === 1) return { type: 'none', username: this.login.user };
    if (this.turn > 2) return this.goOn(refusal);
    if (this.login.signal.aborted) return failure('cancelled', '');
    const held = await this.login.credential();
    return held.ok ? this.offer(held.value, refusal.methods) : failure('no-credential', named(held.problem));
  }

  private async offer(held: Credential, takes: readonly string[]): Promise<AnyAuthMethod | Failure> {
    const username = this.login.user;
    const none = failure('auth-refused', `no ${held.kind} here; the appliance takes ${takes.join(', ')}`);
    if (held.kind === 'password') return this.byPassword(held.password, takes) ?? none;
    if (!takes.includes('publickey')) return none;
    return held.kind === 'key' ? { type: 'publickey', username, key: held.key } : this.byAgent(held);
  }

  private byPassword(password: string, takes: readonly string[]): AnyAuthMethod | null {
    if (takes.includes('password')) return { type: 'password', username: this.login.user, password };
    return takes.includes('keyboard-interactive') ? this.byKeyboard(password) : null;
  }

  private async byAgent(held: Extract<Credential, { kind: 'agent' }>): Promise<AnyAuthMethod | Failure> {
    const wanted = { socket: held.socket, fingerprint: held.fingerprint ?? null, most: held.most ?? MOST_ATTEMPTS };
    try {
      const found = await agentKeys(wanted, this.login.signal);
      this.held = found.held;
      this.more = found.few;
    } catch (error) {
      return failure('no-credential', `agent: ${error instanceof Error ? error.message : String(error)}`);
    }
    return this.nextKey() ?? failure('no-credential', 'agent: no attempt is left here');
  }

  private nextKey(): AnyAuthMethod | null {
    const [agent, ...more] = this.more;
    this.more = more;
    if (agent === undefined) return null;
    this.offered += 1;
    return { type: 'agent', username: this.login.user, agent };
  }

  private byKeyboard(password: string | null): AnyAuthMethod {
    const { user: username, code, giveUp, signal } = this.login;
    this.byCode = password === null;
    return { type: 'keyboard-interactive', username, prompt: keyboard({ password, code, signal, giveUp }) };
  }

  /**
   * A refused password is never followed by a second attempt over another method (probing etiquette, domain.md section
   * 7); where it was accepted and more is asked for, the second factor comes over keyboard-interactive.
   */
  private goOn({ methods, partial }: Refusal): AnyAuthMethod | Failure {
    const takes = `the appliance takes ${methods.join(', ')}`;
    if (partial && !this.byCode && methods.includes('keyboard-interactive')) return this.byKeyboard(null);
    if (partial) return failure('second-factor', `accepted, but more is asked for; ${takes}`);
    const key = this.byCode ? null : this.nextKey();
    return key ?? failure('auth-refused', `refused; ${takes}${fewOf(this.offered, this.held)}`);
  }
}

/** The order of a login, as ssh2 asks for it; what it cannot answer ends in `giveUp`. */
export const authenticate = (login: Login): AuthHandlerMiddleware => new Attempt(login).next;
