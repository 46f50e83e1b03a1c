import { LAPTOP, type TcpAttempt, type TlsRetry, type TlsStage } from '../core/model';
import { now } from './deadline';
import type { FootprintLine, ProbeOptions, ProbeTarget } from './options';
import { newRecorder, type Recorder } from './recorder';
import type { Address } from './resolve';

/** How gently the listener is asked; it shows that by turning connections away. */
export type Pace = {
  /** Waited before each connection; none until the listener limits. */
  betweenMs: number;
  /** Whether the peer's own end is waited for before the next connection: its count of us is then surely down. */
  waitsForEnd: boolean;
  refusals: number;
};

/** Until when what is waited for now may come, as a moment of the monotonic clock. */
export type Waiting = { readonly stage: TlsStage; readonly until: number };

/** What one probe carries from connection to connection. Only this room sees it; it is gone with the probe. */
export type Session = {
  readonly target: ProbeTarget;
  readonly options: ProbeOptions;
  readonly recorder: Recorder;
  readonly footprint: FootprintLine[];
  readonly started: number;
  readonly deadline: number;
  readonly silenceMs: { readonly greeting: number; readonly answer: number };
  readonly pace: Pace;
  readonly retries: TlsRetry[];
  readonly attempts: TcpAttempt[];
  readonly starttls: { offered: number; missing: number };
  /** Connections that have said their end and wait for the peer's. */
  readonly closing: Set<Promise<void>>;
  resolved: { readonly ms: number; readonly addresses: readonly string[] } | null;
  connections: number;
  addresses: readonly Address[] | null;
  /** This machine's address on the newest connection. */
  local: string | null;
  /** What is waited for now; null between two connections. */
  waiting: Waiting | null;
};

/** A listener may greet late (a minute where it looks up names first), and has to answer after that. */
const QUESTION_MS = 90_000;
const INVENTORY_MS = 600_000;
/** A pause in a greeting of 20 s is usual against spam (nimia/public_drown_scanner#39); a look-up takes up to a minute. */
const SILENCE_MS = { greeting: 60_000, answer: 30_000 };

export const targetText = ({ host, port }: ProbeTarget): string =>
  host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;

const blank = () => ({
  footprint: [],
  pace: { betweenMs: 0, waitsForEnd: true, refusals: 0 },
  retries: [],
  attempts: [],
  starttls: { offered: 0, missing: 0 },
  closing: new Set<Promise<void>>(),
  resolved: null,
  connections: 0,
  addresses: null,
  local: null,
  waiting: null,
});

export const newSession = (target: ProbeTarget, options: ProbeOptions): Session => {
  const started = now();
  const many = options.inventory === true || options.resume !== undefined;
  const limit = options.timeoutMs ?? (many ? INVENTORY_MS : QUESTION_MS);
  const title = `Probe of ${targetText(target)} from ${options.vantage ?? LAPTOP}; # connection + seconds since the start`;
  const { silenceMs: said } = options;
  const silenceMs = said === undefined ? SILENCE_MS : { greeting: said, answer: said };
  return { ...blank(), target, options, recorder: newRecorder(title), started, deadline: started + limit, silenceMs };
};
