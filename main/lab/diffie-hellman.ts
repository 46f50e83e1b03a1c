import { randomBytes } from 'node:crypto';
import type { DhShare } from '../core/tls';

/** Second Oakley group, 1024 bits (RFC 2409 section 6.2). ESA 9.1 uses a fixed prime of this size (domain, section 6). */
const PRIME = BigInt(
  '0xFFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DDEF9519B3CD' +
    '3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7EDEE386BFB5A899FA5AE9F24' +
    '117C4B1FE649286651ECE65381FFFFFFFFFFFFFFFF',
);
const BYTES = 128;
const GENERATOR = 2n;

const power = (base: bigint, exponent: bigint, modulus: bigint): bigint => {
  let [result, square, rest] = [1n, base % modulus, exponent];
  while (rest > 0n) {
    if (rest & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
    rest >>= 1n;
  }
  return result;
};

const bytes = (value: bigint): Buffer => Buffer.from(value.toString(16).padStart(BYTES * 2, '0'), 'hex');

/** A fresh share. Computed here, because Electron's crypto does not know the group. */
export const freshShare = (): DhShare => {
  const exponent = BigInt(`0x${randomBytes(32).toString('hex')}`) + 2n;
  return { prime: bytes(PRIME), generator: Buffer.of(2), publicValue: bytes(power(GENERATOR, exponent, PRIME)) };
};
