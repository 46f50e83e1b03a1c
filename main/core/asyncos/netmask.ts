const bits = (value: number): number | null => {
  // A netmask is ones followed by zeros; anything else is no prefix.
  const inverted = ~value >>> 0;
  if ((inverted & (inverted + 1)) !== 0) return null;
  return 32 - inverted.toString(2).replace(/^0$/, '').length;
};

const dotted = (text: string): number | null => {
  const parts = text.split('.').map(Number);
  if (parts.length !== 4 || parts.some((one) => !Number.isInteger(one) || one < 0 || one > 255)) return null;
  return bits(parts.reduce((sum, one) => ((sum << 8) | one) >>> 0, 0));
};

/**
 * The prefix length that a netmask means: `24`, `255.255.255.224` and `0xffffffe0` all occur, two of them in one real
 * file (samples sma-15.xml). Null for anything else.
 */
export const prefixOf = (text: string | null | undefined): number | null => {
  const mask = (text ?? '').trim();
  if (/^\d{1,3}$/.test(mask)) return Number(mask) <= 128 ? Number(mask) : null;
  if (/^0x[0-9a-f]{8}$/i.test(mask)) return bits(Number.parseInt(mask.slice(2), 16));
  return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(mask) ? dotted(mask) : null;
};
