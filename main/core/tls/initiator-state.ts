import type { TlsFailureCode } from '../model';
import type { Hello } from './client-hello';
import type { KeyExchange } from './key-exchange';
import type { Suite } from './suites';
import type { TlsVersion } from './versions';

/** What the responder agreed to. `complete` is false where its flight was not read to the end, or broke off. */
export type Agreement = {
  readonly version: TlsVersion;
  readonly suite: Suite;
  readonly helloRetryRequest: boolean;
  /** DER, the responder's own first; empty with an anonymous suite and in TLS 1.3, where it is encrypted. */
  readonly certificates: readonly Uint8Array[];
  readonly keyExchange: KeyExchange | null;
  /** Whether the responder asked for a certificate of ours. */
  readonly certificateRequested: boolean;
  readonly complete: boolean;
  /** Why the flight broke off after its ServerHello; null: it did not, or no more of it was wanted. */
  readonly cutShort: TlsFailureCode | null;
};

/** How much of the responder's flight is wanted: an inventory needs its ServerHello only. */
export type Wanted = 'server-hello' | 'flight';

export type TlsAnswer =
  | { readonly kind: 'agreed'; readonly agreement: Agreement }
  | { readonly kind: 'alert'; readonly code: number; readonly name: string }
  | { readonly kind: 'failed'; readonly code: TlsFailureCode; readonly detail: string };

export type TlsEvent =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'closed' }
  | { readonly kind: 'reset'; readonly errno: string }
  | { readonly kind: 'deadline' };

export type InitiatorState = {
  readonly hello: Hello;
  readonly wanted: Wanted;
  readonly records: Uint8Array;
  readonly messages: Uint8Array;
  readonly recordCount: number;
  readonly agreement: Agreement | null;
};

export type InitiatorStep = {
  readonly state: InitiatorState;
  readonly send?: Uint8Array;
  readonly done?: TlsAnswer;
  /** The record of this step: whole records in hex, and what they mean. One fact a line. */
  readonly lines: readonly string[];
};

/** One step of the machine, which never sends by itself. */
export type Progress = Omit<InitiatorStep, 'send'>;

export const failed = (
  state: InitiatorState,
  code: TlsFailureCode,
  detail: string,
  lines: readonly string[] = [],
): Progress => ({
  state,
  done: { kind: 'failed', code, detail },
  lines: [...lines, `TLS: ${code}: ${detail}`],
});

export const malformed = (state: InitiatorState, detail: string): Progress => failed(state, 'tls-malformed', detail);

export const agreed = (state: InitiatorState, agreement: Agreement): Progress => ({
  state: { ...state, agreement },
  done: { kind: 'agreed', agreement },
  lines: [],
});
