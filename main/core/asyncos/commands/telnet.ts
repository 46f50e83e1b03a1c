import { command } from '../command';
import { ownMachine, switchMode } from '../prompts';
import { readTelnet } from '../readers/telnet';

/** Opens one connection from the appliance itself: the vantage point that counts. No mail is sent. */
export const telnet = command({
  name: 'telnet',
  words: ['telnet'],
  arguments: [
    { name: 'interface', allowed: /^[A-Za-z0-9](?:[A-Za-z0-9 ._-]{0,60}[A-Za-z0-9])?$/ },
    { name: 'host', allowed: /^(?:[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252}[A-Za-z0-9])?|[0-9A-Fa-f:]{2,45})$/ },
    { name: 'port', allowed: /^(?:[1-9]\d{0,3}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d{2}|655[0-2]\d|6553[0-5])$/ },
  ],
  on: ['esa', 'sma'],
  prompts: [
    { asks: 'which interface you want to telnet from', answer: { itemFrom: 'interface' } },
    { asks: 'remote hostname or IP address', answer: { argument: 'host' } },
    { asks: 'remote port', answer: { argument: 'port' } },
    switchMode,
    ownMachine,
  ],
  deadlineMs: 90_000,
  pasteable: false,
  harmless: 'opens one TCP connection, reads the greeting and closes; leaves two lines in the log of the other side',
  source: 'TechNote 200068; CLI test library (SMA 13.8)',
  sample: 'telnet-ok.txt',
  read: readTelnet,
});
