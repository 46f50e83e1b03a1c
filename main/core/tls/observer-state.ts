import type { Suite } from './suites';
import type { TlsVersion } from './versions';

/** What one side of somebody else's handshake said, as far as it can be read without any key. */
export type TlsSeen =
  | {
      readonly kind: 'client-hello';
      readonly form: 'tls' | 'sslv2';
      readonly version: string;
      readonly suites: readonly Suite[];
      readonly serverName: string | null;
    }
  | {
      readonly kind: 'server-hello';
      /** A version that no RFC knows is its code. */
      readonly version: string;
      readonly suite: Suite;
      readonly retry: boolean;
    }
  | { readonly kind: 'certificate'; readonly chain: readonly Uint8Array[] | null }
  | { readonly kind: 'key-exchange'; readonly text: string }
  | { readonly kind: 'message'; readonly name: string }
  /** Level and name are null where the alert is encrypted. */
  | { readonly kind: 'alert'; readonly level: 'warning' | 'fatal' | null; readonly code: number | null }
  /** The first protected record. */
  | { readonly kind: 'protected' }
  | { readonly kind: 'application-data'; readonly bytes: number }
  | { readonly kind: 'malformed'; readonly detail: string };

type Mode = 'handshake' | 'protected' | 'resync' | 'dark';

/** One side's bytes since TLS began. Keeps at most one record and one message; once protected, only a header. */
export type TlsObserver = {
  readonly mode: Mode;
  readonly begun: boolean;
  readonly rest: Uint8Array;
  readonly messages: Uint8Array;
  /** False behind a hole: only messages that fill a record are read. */
  readonly aligned: boolean;
  readonly changed: boolean;
  readonly version: TlsVersion | null;
  readonly suite: Suite | null;
  /** What is left of the protected record under way, and its type. */
  readonly left: number;
  readonly type: number;
};

export type TlsObserved = { readonly state: TlsObserver; readonly seen: readonly TlsSeen[] };

export const NOTHING = new Uint8Array(0);

export const newTlsObserver = (): TlsObserver => ({
  mode: 'handshake',
  begun: false,
  rest: NOTHING,
  messages: NOTHING,
  aligned: true,
  changed: false,
  version: null,
  suite: null,
  left: 0,
  type: 0,
});

/** What cannot be read ends the reading of this side. */
export const malformed = (state: TlsObserver, detail: string): TlsObserved => ({
  state: { ...state, mode: 'dark', rest: NOTHING, messages: NOTHING },
  seen: [{ kind: 'malformed', detail }],
});
