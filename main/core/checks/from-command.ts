import type { z } from 'zod';
import { type Answered, broken, type Seen, type SeenLine } from './check';

/**
 * The reading of a check that a command answers: what was printed, as data of the check's shape, is handed to `see`;
 * an answer of another kind or shape could not tell.
 */
export const fromCommand =
  <Data>(shape: z.ZodType<Data>, see: (data: Data, text: string) => Seen<Data>) =>
  (answered: Answered): Seen<Data> => {
    const data = answered.kind === 'command' ? shape.safeParse(answered.report.data) : null;
    return answered.kind === 'command' && data?.success ? see(data.data, answered.text) : broken(answered);
  };

/** Seen, and no fault in it by itself. */
export const passed = <Data>(data: Data, lines: readonly SeenLine[]): Seen<Data> => ({
  outcome: 'passed',
  reason: null,
  data,
  lines,
});

/** Seen, and the check found a fault where `fault` says so. */
export const judgedBy = <Data>(fault: boolean, data: Data, lines: readonly SeenLine[]): Seen<Data> => ({
  outcome: fault ? 'failed' : 'passed',
  reason: fault ? 'fault-seen' : null,
  data,
  lines,
});
