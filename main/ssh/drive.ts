import { type DialogueEvent, patience, type Step, step } from '../core/asyncos/dialogue';
import { type Problem, problem } from '../core/model/problem';
import type { Terminal } from './terminal';

export interface Told {
  readonly text: string;
  readonly problem: Problem | null;
}

export interface Driven {
  /** What the dialogue came to; at once when it is called off. */
  readonly told: Promise<Told>;
  /** The prompt that the terminal is back at, once it is; null when it is not usable any more. */
  readonly settled: Promise<string | null>;
}

export interface DriveLimit {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  /** All that the appliance prints meanwhile, as it comes. */
  readonly onText?: ((text: string) => void) | undefined;
}

/** A command that is being left gets this long for it, also when its output never ends. */
const WAY_OUT_MS = 10_000;

/**
 * Pumps one dialogue over a terminal: bytes, silence, deadline and close become its events, its answers become bytes.
 * Out of time or called off, the dialogue leaves the command by its own rules (at most 10 s more).
 */
export const drive = (terminal: Terminal, first: Step, limit: DriveLimit): Driven => {
  let tell: (told: Told) => void = () => undefined;
  let settle: (prompt: string | null) => void = () => undefined;
  const told = new Promise<Told>((resolve) => {
    tell = resolve;
  });
  const settled = new Promise<string | null>((resolve) => {
    settle = resolve;
  });
  let { state } = first;
  let silence: NodeJS.Timeout | undefined;
  let deadline: NodeJS.Timeout | undefined;

  const finish = (last: Step): void => {
    clearTimeout(silence);
    clearTimeout(deadline);
    limit.signal?.removeEventListener('abort', cancel);
    terminal.listen(null);
    tell({ text: last.done?.text ?? '', problem: last.problem ?? null });
    settle(last.close ? null : last.state.prompt);
  };
  const take = (next: Step, waits: boolean): void => {
    if (next.state.phase === 'interrupting' && state.phase !== 'interrupting') endWithin(WAY_OUT_MS);
    ({ state } = next);
    if (next.send !== undefined) terminal.send(next.send);
    if (next.done !== undefined) finish(next);
    // Its end is told first: closing the terminal would otherwise tell it once more.
    if (next.close) terminal.close();
    if (next.done === undefined && waits) arm();
  };
  const arm = (): void => {
    clearTimeout(silence);
    const wait = patience(state);
    if (wait !== null) silence = setTimeout(() => happen({ kind: 'quiet' }), wait);
  };
  const happen = (event: DialogueEvent): void => {
    const next = step(state, event);
    take(next, event.kind !== 'quiet' || next.send !== undefined);
  };
  const endWithin = (milliseconds: number): void => {
    clearTimeout(deadline);
    deadline = setTimeout(() => happen({ kind: 'deadline' }), milliseconds);
  };
  const cancel = (): void => {
    tell({ text: state.text, problem: problem('cancelled') });
    // On its way out already, a second deadline would cost the session.
    if (state.phase !== 'interrupting') happen({ kind: 'deadline' });
  };

  endWithin(limit.timeoutMs);
  const hear = (text: string): void => {
    limit.onText?.(text);
    happen({ kind: 'bytes', text });
  };
  terminal.listen({ text: hear, closed: () => happen({ kind: 'closed' }) });
  limit.signal?.addEventListener('abort', cancel, { once: true });
  take(first, true);
  if (first.done === undefined && terminal.isClosed()) happen({ kind: 'closed' });
  else if (first.done === undefined && limit.signal?.aborted) cancel();
  return { told, settled };
};
