import type { TlsReport } from '../core/model';
import type { TlsVersion } from '../core/tls';

export type ProbeTarget = { readonly host: string; readonly port: number };

export type ProbeOptions = {
  /** The cipher list as it was given, for the report only; null: the default offer. */
  readonly offer: string | null;
  /** OpenSSL names in the initiator's order; null: authenticated suites first, then anonymous ones. */
  readonly suites: readonly string[] | null;
  /** Also ask what one offer cannot tell: anonymous only, or authenticated only. On unless `false`. */
  readonly forceAnonymous?: boolean;
  /** Find every suite of every version: one connection for each suite found and one for each version. */
  readonly inventory?: boolean;
  /** The most connections that may be opened. */
  readonly limit?: number;
  /** The longest the whole probe may take. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
  /** From where this is seen; `laptop` unless said otherwise. */
  readonly vantage?: string;
  /** The newest version offered with `suites`; TLS 1.2 unless asked, as cipher lists do not apply to 1.3. */
  readonly version?: TlsVersion;
  /** Told before each connection what it is for. */
  readonly onConnection?: (what: string) => void;
};

/** Keys, no sentences: `checks:did.<what>` and `checks:leaves.<leaves>` of the texts. */
export type FootprintLine = { readonly to: string; readonly what: string; readonly leaves: string };

export type ProbeResult = {
  readonly report: TlsReport;
  /** The plain-text record: one fact a line. */
  readonly evidence: string;
  /** Each connection this probe caused. */
  readonly footprint: readonly FootprintLine[];
};
