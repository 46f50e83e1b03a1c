import type { ConfigReport } from '../../model';
import type { Reading } from '../command';
import { readConfig } from '../config';
import { errorWithout, outputOf } from '../output';
import { pasted } from './reader';

/** The export in a terminal, with its question, pager and broken tags; what was repaired stands in its problems. */
const readShowConfig = (text: string): Reading<ConfigReport> => {
  const report = readConfig(text);
  if (report.ok) return { data: report.value, unrecognised: [], error: null };
  const { code, where } = report.problem;
  const refused = errorWithout(outputOf(text), text);
  return { data: null, unrecognised: [], error: refused ?? { code, text: where ?? '' } };
};

/**
 * The configuration as the terminal shows it. Never typed, although its question is known: masking leaves private keys
 * in it, which no transcript of ours may hold, and an export over a terminal is broken in its tags and values. The file
 * that the appliance saves is the evidence.
 */
export const showconfig = pasted({
  name: 'showconfig',
  words: ['showconfig'],
  notTyped: 'megabytes with private keys in them, masked or not; the engineer saves the masked file',
  source: 'backup tools and CLI test library for its question; a real SMA 15.0',
  sample: '../config/showconfig-terminal.txt',
  read: readShowConfig,
});
