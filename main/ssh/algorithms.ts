import { generateKeyPairSync, getCiphers, getHashes } from 'node:crypto';
import type { Algorithms, CipherAlgorithm, KexAlgorithm, MacAlgorithm, ServerHostKeyAlgorithm } from 'ssh2';
import { hasDss } from './dss';

/**
 * Modern first; then what old AsyncOS needs (up to 13.5, asyncos-cli.md section 1). SSH takes the client's first name
 * that the peer has as well, so the old ones are used only with a peer that offers nothing better.
 */
const KEX: readonly KexAlgorithm[] = [
  'curve25519-sha256',
  'curve25519-sha256@libssh.org',
  'ecdh-sha2-nistp256',
  'ecdh-sha2-nistp384',
  'ecdh-sha2-nistp521',
  'diffie-hellman-group14-sha256',
  'diffie-hellman-group15-sha512',
  'diffie-hellman-group16-sha512',
];
const OLD_KEX: readonly KexAlgorithm[] = [
  'diffie-hellman-group-exchange-sha256',
  'diffie-hellman-group-exchange-sha1',
  'diffie-hellman-group14-sha1',
  'diffie-hellman-group1-sha1',
];

const HOST_KEYS: readonly ServerHostKeyAlgorithm[] = [
  'ssh-ed25519',
  'ecdsa-sha2-nistp256',
  'ecdsa-sha2-nistp384',
  'ecdsa-sha2-nistp521',
  'rsa-sha2-512',
  'rsa-sha2-256',
];
const OLD_HOST_KEYS: readonly ServerHostKeyAlgorithm[] = ['ssh-rsa', 'ssh-dss'];

/** With the name that the runtime's crypto gives them. ChaCha20 is left out: BoringSSL lacks it and ssh2 then throws. */
const CIPHERS: readonly (readonly [CipherAlgorithm, string])[] = [
  ['aes128-gcm@openssh.com', 'aes-128-gcm'],
  ['aes256-gcm@openssh.com', 'aes-256-gcm'],
  ['aes128-ctr', 'aes-128-ctr'],
  ['aes192-ctr', 'aes-192-ctr'],
  ['aes256-ctr', 'aes-256-ctr'],
];
const OLD_CIPHERS: readonly (readonly [CipherAlgorithm, string])[] = [
  ['aes128-cbc', 'aes-128-cbc'],
  ['aes192-cbc', 'aes-192-cbc'],
  ['aes256-cbc', 'aes-256-cbc'],
  ['3des-cbc', 'des-ede3-cbc'],
];

const MACS: readonly (readonly [MacAlgorithm, string])[] = [
  ['hmac-sha2-256-etm@openssh.com', 'sha256'],
  ['hmac-sha2-512-etm@openssh.com', 'sha512'],
  ['hmac-sha2-256', 'sha256'],
  ['hmac-sha2-512', 'sha512'],
];
const OLD_MACS: readonly (readonly [MacAlgorithm, string])[] = [
  ['hmac-sha1-etm@openssh.com', 'sha1'],
  ['hmac-sha1', 'sha1'],
];

const OLD: ReadonlySet<string> = new Set([
  ...OLD_KEX,
  ...OLD_HOST_KEYS,
  ...[...OLD_CIPHERS, ...OLD_MACS].map(([name]) => name),
]);

/** Those of the agreed names that are offered for peers without anything better. */
export const legacyAmong = (names: readonly string[]): string[] => names.filter((name) => OLD.has(name));

const can = (make: () => unknown): boolean => {
  try {
    make();
    return true;
  } catch {
    return false;
  }
};
const edwards = can(() => generateKeyPairSync('ed25519'));
const montgomery = can(() => generateKeyPairSync('x25519'));
const present = <T>(table: readonly (readonly [T, string])[], names: readonly string[]): T[] =>
  table.filter(([, name]) => names.includes(name)).map(([algorithm]) => algorithm);

/** The signature algorithms of a key type: an RSA key signs in three ways, the newest first. */
const signaturesOf = (type: string): readonly string[] =>
  type === 'ssh-rsa' ? ['rsa-sha2-512', 'rsa-sha2-256', 'ssh-rsa'] : [type];

const usableHostKey = (name: string): boolean => (name === 'ssh-ed25519' ? edwards : name !== 'ssh-dss' || hasDss);

/**
 * What we offer, filtered against the runtime so that nothing throws. The types of keys already known for the host come
 * first, as OpenSSH does: a host is asked for the key that can be compared.
 */
export const algorithms = (knownTypes: readonly string[]): Required<Algorithms> => {
  const known = knownTypes.flatMap(signaturesOf);
  const hostKeys = [...HOST_KEYS, ...OLD_HOST_KEYS].filter(usableHostKey);
  return {
    kex: [...KEX, ...OLD_KEX].filter((name) => montgomery || !name.startsWith('curve25519')),
    serverHostKey: [
      ...hostKeys.filter((name) => known.includes(name)),
      ...hostKeys.filter((name) => !known.includes(name)),
    ],
    cipher: present([...CIPHERS, ...OLD_CIPHERS], getCiphers()),
    hmac: present([...MACS, ...OLD_MACS], getHashes()),
    compress: ['none'],
  };
};
