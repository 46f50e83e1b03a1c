import { type AnyKind, LINE_KINDS, type LogLine } from './lines';

/** Kinds by the first words of the body, so that a line is tried against few patterns. */
const BUCKETS = new Map<string, readonly AnyKind[]>();
for (const kind of LINE_KINDS)
  for (const start of kind.starts) BUCKETS.set(start, [...(BUCKETS.get(start) ?? []), kind]);

const NONE: readonly AnyKind[] = [];
/** Words as they were written → bucket; bounded, because a damaged line can hold any word. */
const SEEN = new Map<string, readonly AnyKind[]>();
const SEEN_LIMIT = 2000;

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** `mid * ready` for `MID 12 ready …`; else the first word. */
const keyOf = (body: string): string => {
  const first = body.indexOf(' ');
  if (first < 0) return body;
  if (!isDigit(body.charCodeAt(first + 1))) return body.slice(0, first);
  const second = body.indexOf(' ', first + 1);
  if (second < 0) return body.slice(0, first);
  const third = body.indexOf(' ', second + 1);
  return `${body.slice(0, first)} * ${third < 0 ? body.slice(second + 1) : body.slice(second + 1, third)}`;
};

/** `MID 14: Skip AMP Engine check` has a colon behind its number. */
const bucketOf = (key: string): readonly AnyKind[] => {
  const lower = key.toLowerCase().trimEnd();
  return BUCKETS.get(lower) ?? BUCKETS.get(lower.split(' ')[0] ?? '') ?? NONE;
};

const kindsFor = (key: string): readonly AnyKind[] => {
  const seen = SEEN.get(key);
  if (seen) return seen;
  const bucket = bucketOf(key);
  if (SEEN.size < SEEN_LIMIT && key.length < 80) SEEN.set(key, bucket);
  return bucket;
};

/** Reads one body (what follows `Info: `). Null: no known kind of line. Never throws. */
export const recogniseLine = (body: string): LogLine | null => {
  for (const kind of kindsFor(keyOf(body))) {
    const found = kind.match(body);
    if (found) return found;
  }
  return null;
};
