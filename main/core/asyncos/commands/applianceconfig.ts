import { command } from '../command';
import { readManaged } from '../readers/managed';

/** The ESAs that the SMA manages, and whether keys were exchanged with them. Its layout is not sourced. */
export const applianceconfig = command({
  name: 'applianceconfig',
  words: ['applianceconfig', 'list'],
  arguments: [],
  on: ['sma'],
  prompts: [],
  deadlineMs: 30_000,
  pasteable: true,
  harmless: 'prints the managed appliances',
  source: 'CLI test library (SMA 13.8), one-line form',
  sample: 'applianceconfig-list.txt',
  read: readManaged,
});
