import { performance } from 'node:perf_hooks';

/**
 * The plain-text record of a probe, kept as evidence: one fact a line, with the number of its connection and
 * the seconds since the start in front: `#1+0.004 TCP: connected to …`.
 */
export type Recorder = {
  readonly note: (connection: number, lines: readonly string[]) => void;
  readonly text: () => string;
};

/** A probe of a hundred connections stays far below; a peer that floods does not get its flood kept. */
const MOST_CHARACTERS = 4_000_000;

export const newRecorder = (title: string): Recorder => {
  const started = performance.now();
  const kept = [title];
  let size = title.length;
  const keep = (line: string): void => {
    if (size > MOST_CHARACTERS) return;
    size += line.length + 1;
    kept.push(size > MOST_CHARACTERS ? 'the record is cut off here' : line);
  };
  return {
    note: (connection, lines) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(3);
      for (const line of lines) keep(`#${connection}+${seconds} ${line}`);
    },
    text: () => `${kept.join('\n')}\n`,
  };
};
