import { utf8ToBytes } from '@noble/hashes/utils.js';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 of bytes, with padding (RFC 4648 section 4). */
export const base64Of = (bytes: Uint8Array): string => {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const letters = [18, 12, 6, 0].map((shift) => LETTERS[(group >> shift) & 63] ?? '').join('');
    const missing = Math.max(0, at + 3 - bytes.length);
    text += missing === 0 ? letters : letters.slice(0, 4 - missing) + '='.repeat(missing);
  }
  return text;
};

/**
 * What of `text` stays the same in base64 whatever bytes stand before and after it: one string for each of the three
 * places it can take in a group. An SMTP AUTH PLAIN answer holds the password this way.
 */
export const base64Cores = (text: string): string[] => {
  const bytes = utf8ToBytes(text);
  return [0, 1, 2].map((before) => {
    const whole = base64Of(new Uint8Array([...new Uint8Array(before), ...bytes]));
    const first = [0, 2, 3][before] ?? 0;
    const bits = (before + bytes.length) * 8;
    return whole.slice(first, Math.floor(bits / 6));
  });
};
