import type { TlsFailureCode, TlsStage } from '../model';
import { bytesOf } from '../tls/bytes';
import { printable } from './lines';

export type SmtpFacts = {
  /** The greeting as it came, lines joined by LF; null: none came whole. */
  readonly banner: string | null;
  /** Keywords as they came, the greeting line of the reply left out. */
  readonly ehlo: readonly string[];
  /** Whether STARTTLS was offered; null: EHLO was not answered. */
  readonly starttls: boolean | null;
  /** What shows that a firewall rewrites SMTP: the masked banner or keyword; null: nothing. */
  readonly masked: string | null;
  /** The reply to HELP, line by line as it came; null: not offered, or not asked. */
  readonly help: readonly string[] | null;
};

export type SmtpAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly code: TlsFailureCode; readonly stage: TlsStage; readonly detail: string };

export type SmtpEvent =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'closed' }
  | { readonly kind: 'reset'; readonly errno: string }
  | { readonly kind: 'deadline' };

/** HELP is asked between EHLO and STARTTLS; the contract's stages count it to EHLO. */
export type Phase = 'greeting' | 'ehlo' | 'help' | 'starttls';

export type SmtpState = {
  readonly phase: Phase;
  readonly name: string;
  /** Whether HELP is asked where EHLO offers it. */
  readonly asksHelp: boolean;
  readonly rest: Uint8Array;
  readonly lines: readonly string[];
  readonly received: number;
  readonly facts: SmtpFacts;
};

export type SmtpStep = {
  readonly state: SmtpState;
  readonly send?: Uint8Array;
  readonly done?: SmtpAnswer;
  /** The dialogue as it goes into the record: `S: 220 …`, `C: EHLO …`, one a line. */
  readonly lines: readonly string[];
};

/** The only words that ever leave: nobody else makes a line to send. */
type Command = `EHLO ${string}` | 'HELP' | 'STARTTLS';

export const stageOf = (phase: Phase): TlsStage => (phase === 'help' ? 'ehlo' : phase);

export const say = (state: SmtpState, phase: Phase, command: Command): SmtpStep => ({
  state: { ...state, phase },
  send: bytesOf(`${command}\r\n`),
  lines: [`C: ${command}`],
});

export const fail = (state: SmtpState, code: TlsFailureCode, detail: string): SmtpStep => ({
  state,
  done: { kind: 'failed', code, stage: stageOf(state.phase), detail },
  lines: [`SMTP: ${code}: ${printable(detail)}`],
});

/** Fails and takes leave: the peer listens, so it hears QUIT (RFC 5321 section 4.1.1.10). */
export const leave = (state: SmtpState, code: TlsFailureCode, detail: string): SmtpStep => {
  const failed = fail(state, code, detail);
  return { ...failed, send: bytesOf('QUIT\r\n'), lines: [...failed.lines, 'C: QUIT'] };
};
