/** How much a state of a machine holds: bytes and characters of everything in it. */
export const weight = (value: unknown): number => {
  if (typeof value === 'string') return value.length;
  if (value instanceof Uint8Array) return value.length;
  if (value === null || typeof value !== 'object') return 8;
  return Object.values(value).reduce((sum: number, one) => sum + weight(one), 0);
};
