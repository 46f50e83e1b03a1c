import { command } from '../command';
import { ownMachine, switchMode } from '../prompts';
import { readTlsverify } from '../readers/tlsverify';

/**
 * The ESA's own start of TLS with a host: which protocol and cipher its own library agrees on there. Its questions are
 * recalled; one that reads otherwise is not answered, and the command is left.
 */
export const tlsverify = command({
  name: 'tlsverify',
  words: ['tlsverify'],
  arguments: [
    { name: 'domain', allowed: /^[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252}[A-Za-z0-9])?$/ },
    {
      name: 'destination',
      allowed:
        /^[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252}[A-Za-z0-9])?:(?:[1-9]\d{0,3}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d{2}|655[0-2]\d|6553[0-5])$/,
    },
  ],
  on: ['esa'],
  prompts: [
    { asks: 'TLS domain to verify against', answer: { argument: 'domain' } },
    { asks: 'destination host to connect to', answer: { argument: 'destination' } },
    switchMode,
    ownMachine,
  ],
  deadlineMs: 90_000,
  pasteable: false,
  harmless:
    'opens one connection, starts TLS and closes; sends no mail; leaves a connection in the log of the other side',
  source: 'CLI page, tlsverify (ro); questions and output recalled from the CLI reference',
  sample: 'tlsverify-cpq.txt',
  read: readTlsverify,
});
