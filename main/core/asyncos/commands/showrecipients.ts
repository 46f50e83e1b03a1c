import { command } from '../command';
import { ownMachine, switchMode } from '../prompts';
import { readRecipients } from '../readers/recipients';

/** The messages that wait for the SMA. Personal data: senders, recipients and subjects. */
export const showrecipients = command({
  name: 'showrecipients',
  words: ['showrecipients'],
  // "Does not seem to work" for the.cpq.release.host on the SMA (TechNote 200068).
  arguments: [{ name: 'host', allowed: /^the\.cpq\.host$/ }],
  on: ['esa'],
  prompts: [
    { asks: 'how you would like to show messages', answer: { item: 'By recipient host' } },
    { asks: 'enter the hostname for the messages', answer: { argument: 'host' } },
    switchMode,
    ownMachine,
  ],
  deadlineMs: 60_000,
  pasteable: false,
  harmless: 'prints the queue of one destination',
  source: 'TechNote 200068; CLI test library (SMA 13.8)',
  sample: 'showrecipients-cpq.txt',
  read: readRecipients,
});
