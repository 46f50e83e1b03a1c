const partsOf = (value: object): unknown[] =>
  value instanceof Map || value instanceof Set ? [...value].flat() : Object.values(value);

/** How much a state of a machine holds: bytes and characters of everything in it. */
export const weight = (value: unknown): number => {
  if (typeof value === 'string') return value.length;
  if (value instanceof Uint8Array) return value.length;
  if (value === null || typeof value !== 'object') return 8;
  return partsOf(value).reduce((sum: number, one) => sum + weight(one), 0);
};
