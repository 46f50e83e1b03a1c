import { command } from '../command';
import { ownMachine, switchMode } from '../prompts';
import { readGrep } from '../readers/grep';

/** Searches mail_logs, all rotated files of it, in the one-line form that asks nothing. Never followed by `-t`. */
export const grep = command({
  name: 'grep',
  words: ['grep', '-e'],
  // No quote, semicolon, backslash, dollar sign or control character: the command line itself splits at some of them.
  lineArgument: { name: 'expression', allowed: /^[A-Za-z0-9.:_#=@/()[\]|?*+^][A-Za-z0-9 .:_#=@/()[\]|?*+^-]{0,479}$/ },
  wordsAfter: ['-i', 'mail_logs'],
  arguments: [],
  on: ['esa', 'sma'],
  prompts: [switchMode, ownMachine],
  deadlineMs: 180_000,
  pasteable: true,
  harmless: 'reads the log files; one search at a time, because a large mail_logs costs the appliance minutes',
  source: 'TechNote 200068; CLI test library (ESA 11.0)',
  sample: 'grep-batch-cpq.txt',
  read: readGrep,
});
