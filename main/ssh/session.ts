import type { CommandDefinition } from '../core/asyncos/command';
import { type Arguments, promptAtEnd, readPrompt, samePrompt, shown, startCommand } from '../core/asyncos/dialogue';
import { type Problem, problem } from '../core/model/problem';
import { drive, type Told } from './drive';
import { limitOf, within } from './limit';
import type { Terminal } from './terminal';

export interface RunResult extends Told {
  readonly ok: boolean;
  readonly startedAt: string;
  readonly durationMs: number;
}

export interface RunLimit {
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal | undefined;
  /** All that the appliance prints meanwhile, as it comes; for what is followed. */
  readonly onText?: (text: string) => void;
}

/** A login at one appliance. Commands run one after another; a second session is never opened for a second command. */
export interface Session {
  readonly prompt: string;
  /**
   * Runs one entry of the allow-list. `text` is the raw transcript from the prompt in front of the echoed command to
   * before the next prompt, kept as far as it came when `problem` says why it ended early.
   */
  run(definition: CommandDefinition, args: Arguments, limit?: RunLimit): Promise<RunResult>;
  /**
   * Leaves by `exit` from the prompt that the last command leads back to; without one the line is dropped and nothing is
   * sent. Takes no further command; never waits longer than a second for each.
   */
  close(): Promise<void>;
}

const EXIT_MS = 1000;
const NOTHING: Told = { text: '', problem: null };
const ended = (code: string): Told => ({ text: '', problem: problem(code) });

/** Builds the session of a terminal that stands at `firstPrompt`; `hangUp` ends the connection below it. */
export const sessionOf = (terminal: Terminal, firstPrompt: string, hangUp: () => Promise<void>): Session => {
  let prompt = firstPrompt;
  /** A later prompt may name a level instead. */
  let machine: string | null = null;
  let ran = false;
  let closing = false;
  let line: Promise<unknown> = Promise.resolve();
  /** The prompt that the last command led back to, once it has; null when it did not. */
  let back: Promise<string | null> = Promise.resolve(firstPrompt);

  /** What came between commands may end in a prompt: the first one can have been a banner's line. */
  const relearn = (): void => {
    const seen = promptAtEnd(shown(terminal.takeIdle()));
    if (seen !== null && (!ran || samePrompt(prompt, seen))) prompt = seen;
  };

  const runNow = (definition: CommandDefinition, args: Arguments, limit: RunLimit, free: () => void): Promise<Told> => {
    if (closing || terminal.isClosed()) {
      free();
      return Promise.resolve(ended('connection-closed'));
    }
    relearn();
    if (!ran) machine = readPrompt(prompt)?.appliance ?? null;
    ran = true;
    const timeoutMs = limit.timeoutMs ?? definition.deadlineMs;
    const driven = drive(terminal, startCommand(definition, args, prompt, machine), {
      timeoutMs,
      signal: limit.signal,
      onText: limit.onText,
    });
    back = driven.settled;
    void back.then((now) => {
      prompt = now ?? prompt;
      free();
    });
    return driven.told;
  };

  const inTurn = async (definition: CommandDefinition, args: Arguments, limit: RunLimit): Promise<Told> => {
    const before = line;
    let free: () => void = () => undefined;
    line = new Promise<void>((resolve) => {
      free = resolve;
    });
    const turn = await within(before, limitOf(MOST_WAIT_MS, limit.signal));
    if (turn.kind === 'value') return runNow(definition, args, limit, free);
    void before.then(free);
    return ended(turn.kind);
  };

  /** `exit` is typed at a prompt only, never into what still runs: a telnet's peer or a late question would get it. */
  const standsAtPrompt = async (): Promise<boolean> => {
    const turn = await within(back, limitOf(EXIT_MS, undefined));
    if (turn.kind !== 'value' || turn.value === null) return false;
    const since = shown(terminal.takeIdle());
    return since === '' || promptAtEnd(since) !== null;
  };

  return {
    get prompt() {
      return prompt;
    },
    async run(definition, args, limit = {}) {
      const startedAt = new Date().toISOString();
      const start = performance.now();
      const told = await inTurn(definition, args, limit).catch(mistake);
      return { ...told, ok: told.problem === null, startedAt, durationMs: Math.round(performance.now() - start) };
    },
    async close() {
      closing = true;
      if ((await standsAtPrompt()) && terminal.send('exit\n')) {
        const gone = new Promise<void>((resolve) => {
          // A question at `exit` (changes that are not committed) gets no answer: the line is dropped.
          terminal.listen({ text: () => undefined, closed: resolve });
        });
        await within(gone, limitOf(EXIT_MS, undefined));
      }
      terminal.close();
      await hangUp();
    },
  };
};

/** No command waits longer than this for those before it. */
const MOST_WAIT_MS = 30 * 60 * 1000;
const mistake = (error: unknown): Told => ({
  ...NOTHING,
  problem: problem('our-mistake', null, { text: error instanceof Error ? error.message : 'unknown' }) satisfies Problem,
});
