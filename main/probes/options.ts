import type { TlsReport, TlsStage } from '../core/model';

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
  /** An earlier report of the same target whose inventory is partial: only what it left is asked, and added to it. */
  readonly resume?: TlsReport;
  /** The most connections that may be opened, second tries included. */
  readonly limit?: number;
  /** One more try where the first was turned away, after a pause, both in the report. On unless `false`. */
  readonly retry?: boolean;
  /** The longest the whole probe may take: a minute, ten for an inventory. */
  readonly timeoutMs?: number;
  /** The longest silence that is waited for; unless said, a minute for the greeting and half a minute for an answer. */
  readonly silenceMs?: number;
  readonly signal?: AbortSignal;
  /** From where this is seen; `laptop` unless said otherwise. */
  readonly vantage?: string;
  /** The address of this machine to go out from; one that is not this machine's is a `local-fault`. */
  readonly localAddress?: string;
  /** Told before each connection what it is for. */
  readonly onConnection?: (what: string) => void;
  /** Told every few seconds of what is waited for, and how long nothing may come before it is given up. */
  readonly onWait?: (wait: { readonly stage: TlsStage; readonly leftMs: number }) => void;
  /** How often a wait is told of; five seconds unless said. */
  readonly tellWaitMs?: number;
  /** Told of each connection as soon as it is over, so that a ledger has it whatever comes after. */
  readonly onFootprint?: (line: FootprintLine) => void;
};

/** Keys, no sentences: `checks:did.<what>` and `checks:leaves.<leaves>` of the texts. */
export type FootprintLine = {
  readonly to: string;
  readonly what: string;
  readonly leaves: string;
  /** Both ends of a connection that was opened. */
  readonly connection?: { readonly from: string[]; readonly to: string; readonly port: number };
};

export type ProbeResult = {
  readonly report: TlsReport;
  /** The plain-text record: one fact a line. */
  readonly evidence: string;
  /** Each connection this probe caused. */
  readonly footprint: readonly FootprintLine[];
};
