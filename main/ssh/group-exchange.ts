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
export const exchangeIn = (prime: Buffer, generator: Buffer): Exchange => {
  const [modulus, base] = [numberOf(prime), numberOf(generator)];
  const bits = modulus.toString(2).length;
  if (bits < FEWEST_BITS || bits > MOST_BITS || modulus % 2n === 0n) throw new Error(`group of ${bits} bits refused`);
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

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/**
 * Gives ssh2's group exchange the arithmetic above. `crypto.createDiffieHellman` tests the peer's prime on the event
 * loop, which then stands still: measured on Node 20, 0.3 s for 2048 bits, 2 s for 3072, 5 s for 4096, 63 s for 8192.
 * It has to be called before the peer's group is read; harmless when another exchange was agreed on. It reaches into
 * ssh2 1.17.0, whose version is pinned; a test against OpenSSH holds it.
 */
export const quickenGroupExchange = (client: object): void => {
  const protocol: unknown = Reflect.get(client, '_protocol');
  const exchange: unknown = isObject(protocol) ? Reflect.get(protocol, '_kex') : undefined;
  if (!isObject(exchange) || Reflect.get(exchange, 'type') !== 'groupex') return;
  Reflect.set(exchange, 'generateKeys', () => {
    const [prime, generator] = [Reflect.get(exchange, '_prime'), Reflect.get(exchange, '_generator')];
    if (Reflect.get(exchange, '_dh') || !Buffer.isBuffer(prime) || !Buffer.isBuffer(generator)) return;
    const quick = exchangeIn(prime, generator);
    Reflect.set(exchange, '_dh', quick);
    Reflect.set(exchange, '_public', quick.generateKeys());
  });
};
