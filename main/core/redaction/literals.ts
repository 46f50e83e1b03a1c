const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** Letters, digits, `_` and `-` on either side belong to another word. */
const WORD = '[\\p{L}\\p{N}_-]';

/** How sure one can be that the letters alone mean the value: a long one wherever it stands, a short one as a word. */
export type Bounds = 'anywhere' | 'word' | 'letters' | 'number';

const bounded = (pattern: string, bounds: Bounds): string => {
  if (bounds === 'word') return `(?<!${WORD})${pattern}(?!${WORD})`;
  if (bounds === 'letters') return `(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`;
  if (bounds === 'number') return `(?<![\\d.])${pattern}(?!\\d|\\.\\d)`;
  return pattern;
};

export interface Literal {
  readonly text: string;
  readonly bounds: Bounds;
}

/** One expression for many texts, the longest first, so that `mail.example.com` wins over `example.com`. Null for none. */
export const anyOf = (literals: readonly Literal[], flags: 'gu' | 'giu'): RegExp | null => {
  if (literals.length === 0) return null;
  const ordered = [...literals].sort((left, right) => right.text.length - left.text.length);
  return new RegExp(ordered.map(({ text, bounds }) => bounded(escaped(text), bounds)).join('|'), flags);
};
