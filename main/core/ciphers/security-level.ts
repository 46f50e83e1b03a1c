import type { Suite } from './suite';

const LEAST_BITS = [0, 80, 112, 128, 192, 256];

const has = (words: readonly string[], ...looked: readonly string[]): boolean =>
  looked.some((word) => words.includes(word));

/**
 * Whether a handshake offers the suite at a security level (ssl_security_default_callback, ssl/ssl_cert.c of 1.1.1k):
 * level 0 offers everything, any other nothing anonymous, no MD5 and nothing under its least strength.
 */
export const offeredAtLevel = ({ words, bits }: Suite, level: number): boolean => {
  const least = LEAST_BITS[level] ?? 0;
  if (level === 0) return true;
  if (bits < least || has(words.au, 'aNULL') || has(words.mac, 'MD5')) return false;
  if (least > 160 && has(words.mac, 'SHA1')) return false;
  if (level >= 2 && has(words.enc, 'RC4')) return false;
  return level < 3 || has(words.kx, 'kDHE', 'kECDHE');
};
