/** What a Security Management Appliance's SSH clients offer; and what of it a peer has as well. */
export interface SmaOffer {
  /** First integration and later operation are two clients with lists of their own. */
  readonly offer: 'first-integration' | 'later-operation';
  readonly kex: readonly string[];
  readonly cipher: readonly string[];
}

const FIRST_KEX = [
  'diffie-hellman-group-exchange-sha256',
  'diffie-hellman-group-exchange-sha1',
  'diffie-hellman-group14-sha1',
  'ecdh-sha2-nistp256',
  'ecdh-sha2-nistp384',
  'ecdh-sha2-nistp521',
];
const FIRST_CIPHERS = [
  'aes128-ctr',
  'aes192-ctr',
  'aes256-ctr',
  'aes128-cbc',
  '3des-cbc',
  'blowfish-cbc',
  'cast128-cbc',
  'aes192-cbc',
  'aes256-cbc',
  'rijndael-cbc@lysator.liu.se',
];

/** TechNote 214278, which names no release of the SMA; newer ones may offer more. */
const OFFERS: readonly SmaOffer[] = [
  { offer: 'first-integration', kex: FIRST_KEX, cipher: FIRST_CIPHERS },
  {
    offer: 'later-operation',
    kex: [...FIRST_KEX, 'curve25519-sha256@libssh.org', 'diffie-hellman-group1-sha1'],
    cipher: [
      ...FIRST_CIPHERS,
      'arcfour',
      'arcfour128',
      'arcfour256',
      'aes128-gcm@openssh.com',
      'aes256-gcm@openssh.com',
      'chacha20-poly1305@openssh.com',
    ],
  },
];

/**
 * Of each of the SMA's own offers the names that a peer's KEXINIT has too, in the SMA's order; an empty list means that
 * they would not agree, as far as the note covers that release (so it is a suspicion, never a proof).
 */
export const sharedWithSma = (kex: readonly string[], cipher: readonly string[]): readonly SmaOffer[] =>
  OFFERS.map((one) => ({
    offer: one.offer,
    kex: one.kex.filter((name) => kex.includes(name)),
    cipher: one.cipher.filter((name) => cipher.includes(name)),
  }));

/** Per list the best name that an administrator may enable in `sshconfig` up to AsyncOS 13.5 (asyncos-cli.md section 1). */
export const ENABLED_IN_SSHCONFIG = {
  kex: ['diffie-hellman-group-exchange-sha256', 'diffie-hellman-group14-sha1'],
  hostKey: ['ssh-rsa', 'ssh-dss'],
  cipher: ['aes256-ctr', 'aes128-ctr', 'aes256-cbc'],
  mac: ['hmac-sha1'],
} as const;
