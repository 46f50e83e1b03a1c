import { LAPTOP } from '../core/model';
import { now } from './deadline';
import type { FootprintLine, ProbeOptions, ProbeTarget } from './options';
import { newRecorder, type Recorder } from './recorder';
import type { Address } from './resolve';

/** What one probe carries from connection to connection. Only this room sees it; it is gone with the probe. */
export type Session = {
  readonly target: ProbeTarget;
  readonly options: ProbeOptions;
  readonly recorder: Recorder;
  readonly footprint: FootprintLine[];
  readonly started: number;
  readonly deadline: number;
  connections: number;
  addresses: readonly Address[] | null;
};

/** A listener may greet late (a minute where it looks up names first). */
const QUESTION_MS = 60_000;
const INVENTORY_MS = 600_000;

export const targetText = ({ host, port }: ProbeTarget): string =>
  host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;

export const newSession = (target: ProbeTarget, options: ProbeOptions): Session => {
  const started = now();
  const limit = options.timeoutMs ?? (options.inventory ? INVENTORY_MS : QUESTION_MS);
  const title = `Probe of ${targetText(target)} from ${options.vantage ?? LAPTOP}; # connection + seconds since the start`;
  return {
    target,
    options,
    recorder: newRecorder(title),
    footprint: [],
    started,
    deadline: started + limit,
    connections: 0,
    addresses: null,
  };
};
