import { createHash } from 'node:crypto';
import { argon2dAsync, argon2iAsync, argon2idAsync } from '@noble/hashes/argon2.js';
import type { PpkDerivation, PpkText } from './ppk-text';

/** What a passphrase opens a PuTTY key with. */
export interface PpkSecrets {
  readonly cipherKey: Buffer;
  readonly iv: Buffer;
  readonly macKey: Buffer;
}

const ARGON = { Argon2id: argon2idAsync, Argon2i: argon2iAsync, Argon2d: argon2dAsync } as const;

/** puttygen's own default is 8 MiB and some twenty passes, 0.16 GiB in all, which takes 0.7 s here (measured). */
const MOST_MEMORY = 512 * 1024;
const MOST_WORK = 2 * 1024 * 1024;
const MOST_LANES = 64;

/** Whether a file asks for more memory or time than a key is worth (at most 512 MiB, 2 GiB over all passes: some 10 s). */
export const isTooCostly = ({ memory, passes, parallelism, salt }: PpkDerivation): boolean => {
  const whole = [memory, passes, parallelism].every((one) => Number.isSafeInteger(one) && one >= 1);
  return (
    !whole ||
    memory > MOST_MEMORY ||
    memory * passes > MOST_WORK ||
    parallelism > MOST_LANES ||
    memory < 8 * parallelism ||
    salt.length < 8
  );
};

const sha1 = (...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash('sha1');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

const oldSecrets = (passphrase: Buffer): PpkSecrets => ({
  cipherKey: Buffer.concat([0, 1].map((count) => sha1(Buffer.of(0, 0, 0, count), passphrase))).subarray(0, 32),
  iv: Buffer.alloc(16),
  macKey: sha1(Buffer.from('putty-private-key-file-mac-key'), passphrase),
});

const argonSecrets = async (passphrase: Buffer, asked: PpkDerivation): Promise<PpkSecrets> => {
  const { memory: m, passes: t, parallelism: p } = asked;
  const derived = await ARGON[asked.kind](passphrase, asked.salt, { m, t, p, dkLen: 80 });
  const bytes = Buffer.from(derived);
  return { cipherKey: bytes.subarray(0, 32), iv: bytes.subarray(32, 48), macKey: bytes.subarray(48, 80) };
};

/**
 * Key, IV and MAC key of a PuTTY key file: SHA-1 for version 2, Argon2 for version 3 (off the event loop in slices), and
 * without a passphrase the MAC key alone. Source: PuTTY manual, appendix C.
 */
export const ppkSecrets = async (key: PpkText, passphrase: string): Promise<PpkSecrets> => {
  const secret = Buffer.from(key.encryption === 'none' ? '' : passphrase, 'utf8');
  if (key.version === 2) return oldSecrets(secret);
  const nothing = Buffer.alloc(0);
  if (key.encryption === 'none' || key.derivation === null) return { cipherKey: nothing, iv: nothing, macKey: nothing };
  return argonSecrets(secret, key.derivation);
};
