import { command } from './command';
import { ownMachine, switchMode } from './prompts';
import { readGrep } from './readers/grep';

/**
 * The one entry of the allow-list that does not end by itself: new lines of mail_logs until Control-C. Only `watch` types
 * it, with a deadline. Where the one-line form is not known, the list of logs is answered by the name.
 */
export const tailMailLogs = command({
  name: 'tail',
  words: ['tail', 'mail_logs'],
  arguments: [],
  on: ['esa', 'sma'],
  prompts: [
    { asks: 'Currently configured logs', answer: { item: '"mail_logs"' } },
    { asks: 'the log you wish to tail', answer: { item: '"mail_logs"' } },
    switchMode,
    ownMachine,
  ],
  deadlineMs: 1_800_000,
  follows: true,
  pasteable: false,
  harmless: 'prints what is written to the log from now on; left by Control-C',
  source: 'CLI test library (SMA 13.8); `tail LOG` recalled',
  sample: 'grep-batch-cpq.txt',
  read: readGrep,
});
