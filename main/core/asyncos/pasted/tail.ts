import { readGrep } from '../readers/grep';
import { pasted } from './reader';

/** The newest lines of a log, as they came; left by Control-C. The same lines as a search prints. */
export const tail = pasted({
  name: 'tail',
  words: ['tail'],
  notTyped: 'does not end by itself: only `watch` may follow a log, with a limit of its own',
  source: 'CLI test library (SMA 13.8; WSA 12.0)',
  sample: 'grep-batch-cpq.txt',
  read: readGrep,
});
