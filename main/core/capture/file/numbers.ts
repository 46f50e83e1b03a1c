/** Numbers in the byte order of the machine that wrote the file; beyond the end they read as zero bytes. */
export type Order = 'little' | 'big';

export const u16 = (bytes: Uint8Array, at: number, order: Order = 'big'): number => {
  const [first, second] = [bytes[at] ?? 0, bytes[at + 1] ?? 0];
  return order === 'little' ? (second << 8) | first : (first << 8) | second;
};

export const u32 = (bytes: Uint8Array, at: number, order: Order = 'big'): number => {
  const [high, low] = order === 'little' ? [at + 2, at] : [at, at + 2];
  return u16(bytes, high, order) * 65_536 + u16(bytes, low, order);
};
