import type { ResponderPolicy } from '../../../main/core/tls';

/** A responder with made-up bytes of chance: good enough for everything but finishing a handshake. */
export const testPolicy = (changes: Partial<ResponderPolicy>): ResponderPolicy => ({
  suites: ['ADH-AES256-SHA', 'DHE-RSA-AES256-SHA', 'AES256-SHA'],
  order: 'initiator',
  versions: ['TLSv1', 'TLSv1.1', 'TLSv1.2'],
  random: new Uint8Array(32).fill(7),
  dh: { prime: new Uint8Array(128).fill(0xff), generator: Uint8Array.of(2), publicValue: new Uint8Array(128).fill(5) },
  ecdh: null,
  certificates: [],
  keyType: null,
  sign: null,
  ...changes,
});
