import { command } from '../command';
import { leaveMenu, ownMachine, switchLevel, switchMode } from '../prompts';
import { readSslConfig } from '../readers/sslconfig';

/**
 * What the appliance's own OpenSSL makes of a cipher list, in the order in which it offers: `openssl ciphers -v` behind
 * `sslconfig` > VERIFY. The operation is typed only where the menu offers it, once; then the menu is left with Enter.
 */
export const sslconfigVerify = command({
  name: 'sslconfig-verify',
  words: ['sslconfig'],
  // A list that begins with a sign is asked with an empty token before it, which changes nothing.
  arguments: [{ name: 'list', allowed: /^[A-Za-z0-9:][A-Za-z0-9+!:@=_.-]{0,480}$/ }],
  on: ['esa', 'sma'],
  prompts: [
    { asks: 'Choose the operation you want to perform', answer: { operation: 'VERIFY' } },
    { asks: 'Enter the ssl cipher you want to verify', answer: { argument: 'list' } },
    leaveMenu,
    switchLevel,
    switchMode,
    ownMachine,
  ],
  deadlineMs: 20_000,
  pasteable: false,
  harmless: 'prints what a cipher list stands for; no list is changed, and the menu is left with Enter',
  source: 'bettercrypto "Applied Crypto Hardening" (VERIFY, its question and its lines); TechNote 200169',
  sample: 'sslconfig-verify.txt',
  read: readSslConfig,
});
