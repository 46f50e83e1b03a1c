import { toLines } from './lines';
import { outputOf } from './output';

interface Part {
  readonly name: string | null;
  readonly text: string;
  readonly closed: boolean;
}

/** A question that still waits: what stands above it was printed to its end. */
const WAITS = /\[[^\]]*\]>$/;
/**
 * What is missing at their end could only have added to what is there, and nothing is concluded from its absence; or
 * their own reader knows that the end is missing, as `telnet` without an outcome.
 */
const NEVER_WRONG = new Set(['grep', 'version', 'status', 'telnet', 'date', 'workqueue']);

/**
 * Whether a part of a capture was printed to its end: a prompt or a question follows it. A list that was cut off would
 * read as a shorter list, so the last part of a capture that ends anywhere else is not read.
 */
export const isWhole = (part: Part): boolean => {
  if (part.closed || part.name === null || NEVER_WRONG.has(part.name)) return true;
  const last = toLines(part.text).findLast((one) => one.text.trim() !== '');
  return WAITS.test(last?.text.trim() ?? '') || outputOf(part.text).operations.length > 0;
};
