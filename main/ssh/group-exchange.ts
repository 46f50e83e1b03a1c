import { randomBytes } from 'node:crypto';

/** RFC 8270: groups of 2048 to 8192 bits. The moduli files of OpenSSH hold primes one bit short of that. */
const FEWEST_BITS = 2047;
const MOST_BITS = 8192;
/** Twice the strength of the largest group, as OpenSSH chooses its exponents. */
const EXPONENT_BYTES = 64;

const numberOf = (bytes: Buffer): bigint => BigInt(`0x${bytes.toString('hex') || '0'}`);
const bytesOf = (number: bigint): Buffer => {
  const hex = number.toString(16);
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
};

const power = (base: bigint, exponent: bigint, modulus: bigint): bigint => {
  let result = 1n;
  for (const bit of exponent.toString(2)) {
    result = (result * result) % modulus;
    if (bit === '1') result = (result * base) % modulus;
  }
  return result;
};

/** What ssh2 uses of `node:crypto`'s Diffie-Hellman. */
export interface Exchange {
  generateKeys(): Buffer;
  computeSecret(theirs: Buffer): Buffer;
  getPrime(): Buffer;
  getGenerator(): Buffer;
}

/**
 * Diffie-Hellman in the group that the peer sends, in milliseconds. Throws where the group or the peer's value cannot
 * be right (RFC 4419 section 3, RFC 8270); like OpenSSH it does not test whether the number is a prime.
 */
export const exchangeIn = (prime: Buffer, generator: Buffer, fewestBits = FEWEST_BITS): Exchange => {
  const [modulus, base] = [numberOf(prime), numberOf(generator)];
  const bits = modulus.toString(2).length;
  if (bits < fewestBits || bits > MOST_BITS || modulus % 2n === 0n) throw new Error(`group of ${bits} bits refused`);
  if (base < 2n || base > modulus - 2n) throw new Error('group generator refused');
  const secret = numberOf(randomBytes(EXPONENT_BYTES)) | (1n << BigInt(EXPONENT_BYTES * 8 - 1));
  return {
    generateKeys: () => bytesOf(power(base, secret, modulus)),
    computeSecret: (theirs) => {
      const value = numberOf(theirs);
      if (value < 2n || value > modulus - 2n) throw new Error('exchange value refused');
      return bytesOf(power(value, secret, modulus));
    },
    getPrime: () => bytesOf(modulus),
    getGenerator: () => bytesOf(base),
  };
};
