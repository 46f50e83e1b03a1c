/** What a kind says of a line: its own name and the fields that it read. */
export type Read<Name extends string, Fields> = { readonly kind: Name } & Fields;

/** One kind of mail_logs line: a file each, with the samples that its pattern was made from. */
export interface LineKind<Name extends string, Fields> {
  readonly kind: Name;
  /** `sourced`: the shape was read literally in a public source; else a verdict must not rest on the exact words. */
  readonly grade: 'sourced' | 'inferred';
  /** Where the shape comes from, by the keys of the grammar page. */
  readonly source: string;
  /** First words of such a body, lower case; `mid * ready` stands for `MID <number> ready`. */
  readonly starts: readonly string[];
  readonly samples: readonly string[];
  /** Reads a body from its first character; null when it is another kind. Never throws. */
  readonly match: (body: string) => Read<Name, Fields> | null;
}

type Parts = readonly (string | undefined)[];

/** Builds a kind from a pattern that is anchored at the body's first character and a reading of its groups. */
export const lineKind = <const Name extends string, Fields>(
  { pattern, ...rest }: Omit<LineKind<Name, Fields>, 'match'> & { readonly pattern: RegExp },
  read: (parts: Parts, body: string) => Fields,
): LineKind<Name, Fields> => ({
  ...rest,
  match: (body) => {
    const parts = pattern.exec(body);
    return parts === null ? null : { kind: rest.kind, ...read(parts, body) };
  },
});

/** `0, 1` of `RID [0, 1]`. */
export const numbersOf = (text: string | undefined): number[] =>
  (text ?? '').split(',').flatMap((part) => (part.trim() === '' ? [] : [Number(part)]));

export const trimmed = (text: string | undefined): string | null => {
  const kept = (text ?? '').trim();
  return kept === '' ? null : kept;
};
