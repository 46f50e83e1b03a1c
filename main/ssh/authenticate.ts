import type { AnyAuthMethod, AuthHandlerMiddleware } from 'ssh2';
import type { Problem, Result } from '../core/model/problem';
import type { Credential } from './credential';
import { type Failure, failure } from './failure';
import { FewIdentities } from './few-identities';
import { type AskCode, keyboard } from './keyboard';

export interface Login {
  readonly user: string;
  /** Asked once, after the host key was accepted. */
  readonly credential: () => Promise<Result<Credential>>;
  /** Asked for each second factor, by its words. */
  readonly code: AskCode;
  /** Told of each thing that is offered: the peer may count it as an attempt. */
  readonly offering: (attempts: number) => void;
  readonly giveUp: (why: Failure) => void;
}

type Offered = readonly string[];

/** The problem's code with the names it carries; problems of credentials name places, never secrets. */
const named = (found: Problem): string => [found.code, found.where ?? '', ...Object.values(found.params)].join(' ');

const fewOf = ({ offered, held }: FewIdentities): string =>
  held > offered ? `; ${offered} of the agent's ${held} keys were offered, name the right one by its fingerprint` : '';

/** One login: `none` to learn what the appliance takes, then the one credential, then what a second factor asks for. */
class Attempt {
  private turn = 0;
  private agent: FewIdentities | null = null;

  constructor(private readonly login: Login) {}

  readonly next: AuthHandlerMiddleware = (left, partial, next) => {
    this.following(left ?? [], partial === true).then(
      (found) => ('code' in found ? this.login.giveUp(found) : next(found)),
      () => this.login.giveUp(failure('our-mistake', 'the credential could not be asked for')),
    );
  };

  private async following(offered: Offered, partial: boolean): Promise<AnyAuthMethod | Failure> {
    this.turn += 1;
    if (this.turn === 1) return { type: 'none', username: this.login.user };
    if (this.turn > 2) return this.goOn(offered, partial);
    const held = await this.login.credential();
    return held.ok ? this.offer(held.value, offered) : failure('no-credential', named(held.problem));
  }

  private offer(held: Credential, offered: Offered): AnyAuthMethod | Failure {
    const fits = held.kind === 'password' || offered.includes('publickey');
    const method = fits ? this.methodFor(held, offered) : null;
    return method ?? failure('auth-refused', `no ${held.kind} here; the appliance takes ${offered.join(', ')}`);
  }

  private methodFor(held: Credential, offered: Offered): AnyAuthMethod | null {
    const username = this.login.user;
    if (held.kind === 'agent') {
      this.agent = new FewIdentities(held.socket, held.fingerprint ?? null, this.login.offering);
      return { type: 'agent', username, agent: this.agent };
    }
    const byKeyboard = held.kind === 'password' && !offered.includes('password');
    if (byKeyboard && !offered.includes('keyboard-interactive')) return null;
    this.login.offering(1);
    if (held.kind === 'key') return { type: 'publickey', username, key: held.key };
    return byKeyboard ? this.byKeyboard(held.password) : { type: 'password', username, password: held.password };
  }

  private byKeyboard(password: string | null): AnyAuthMethod {
    const { user: username, code, giveUp } = this.login;
    return { type: 'keyboard-interactive', username, prompt: keyboard({ password, code, giveUp }) };
  }

  /**
   * A refused password is never followed by a second attempt over another method (probing etiquette, domain.md section
   * 7); where it was accepted and more is asked for, the second factor comes over keyboard-interactive.
   */
  private goOn(offered: Offered, partial: boolean): AnyAuthMethod | Failure {
    if (partial && this.turn === 3 && offered.includes('keyboard-interactive')) return this.byKeyboard(null);
    const takes = `the appliance takes ${offered.join(', ')}`;
    if (partial) return failure('second-factor', `accepted, but more is asked for; ${takes}`);
    return failure('auth-refused', `refused; ${takes}${this.agent === null ? '' : fewOf(this.agent)}`);
  }
}

/** The order of a login, as ssh2 asks for it; what it cannot answer ends in `giveUp`. */
export const authenticate = (login: Login): AuthHandlerMiddleware => new Attempt(login).next;
