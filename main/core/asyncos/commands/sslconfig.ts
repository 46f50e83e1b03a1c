import { command } from '../command';
import { leaveMenu, ownMachine, switchLevel, switchMode } from '../prompts';
import { readSslConfig } from '../readers/sslconfig';

/** The cipher lists that the appliance offers (outbound) and accepts (inbound). */
export const sslconfig = command({
  name: 'sslconfig',
  words: ['sslconfig'],
  arguments: [],
  on: ['esa', 'sma'],
  prompts: [leaveMenu, switchLevel, switchMode, ownMachine],
  deadlineMs: 20_000,
  pasteable: true,
  harmless: 'prints methods and cipher lists and leaves its menu with Enter; no operation is chosen',
  source: 'TechNote 117855 (2014 and 2016 editions); TechNote 117864; TechNote 215282',
  sample: 'sslconfig-9.5.txt',
  read: readSslConfig,
});
