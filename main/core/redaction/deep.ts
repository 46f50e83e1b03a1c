/**
 * The same value with `change` applied to every text in it, keys of records included. For plain JSON values: the shape
 * stays, so the answer has the type of the question.
 */
export const changeTexts = <T>(value: T, change: (text: string) => string): T => changed(value, change) as T;

const changed = (value: unknown, change: (text: string) => string): unknown => {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((one) => changed(one, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [change(key), changed(one, change)]));
};

/** Every text in a JSON value. */
export const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => [key, ...textsIn(one)]);
};
