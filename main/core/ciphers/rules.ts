import type { Selection } from './selection';

/** One step of a cipher string, with the token as it was written and where it stands (from 0). */
export type Rule = { readonly at: number; readonly token: string } & (
  | { readonly does: 'add' | 'drop' | 'move' | 'kill'; readonly selection: Selection }
  | { readonly does: 'sort' }
  | { readonly does: 'level'; readonly level: number }
);

/** How one generation reads a string: which characters make a word, and what a word means there. */
export interface Grammar {
  readonly letter: RegExp;
  readonly takesLevel: boolean;
  /** 0.9.8 ends a rule at the name of a suite, whatever `+` follows. */
  readonly nameEndsRule: boolean;
  meaning(word: string): Selection | null;
}

/** `bad` ends OpenSSL's reading with an error; `unknown` is a word that it passes over in silence. */
export interface Reading {
  readonly rules: readonly Rule[];
  readonly unknown: readonly { readonly at: number; readonly token: string }[];
  readonly bad: { readonly at: number; readonly token: string } | null;
}

const DOES = { '-': 'drop', '+': 'move', '!': 'kill' } as const;

const isSeparator = (letter: string): boolean => /[: ;,]/.test(letter);

/**
 * Reads a cipher string as ssl_cipher_process_rulestr (ssl/ssl_ciph.c) does: separators `:` `,` `;` and blank, the
 * operators `-` `+` `!` `@`, words joined by `+`. Never throws.
 */
export const readRules = (text: string, grammar: Grammar): Reading => {
  const reader = new RuleReader(text, grammar);
  while (reader.more()) reader.step();
  return reader.reading();
};

class RuleReader {
  private position = 0;
  private bad: Reading['bad'] = null;
  private readonly rules: Rule[] = [];
  private readonly unknown: { at: number; token: string }[] = [];

  constructor(
    private readonly text: string,
    private readonly grammar: Grammar,
  ) {}

  more(): boolean {
    return this.bad === null && this.position < this.text.length;
  }

  reading(): Reading {
    return { rules: this.rules, unknown: this.unknown, bad: this.bad };
  }

  step(): void {
    const sign = this.letter();
    if (isSeparator(sign)) this.position += 1;
    else if (sign === '@') this.command();
    else this.rule(sign);
  }

  private letter(): string {
    return this.text.charAt(this.position);
  }

  private word(): string {
    const from = this.position;
    while (this.position < this.text.length && this.grammar.letter.test(this.letter())) this.position += 1;
    return this.text.slice(from, this.position);
  }

  private toSeparator(): void {
    while (this.position < this.text.length && !isSeparator(this.letter())) this.position += 1;
  }

  private refuse(from: number): void {
    this.toSeparator();
    this.bad = { at: from, token: this.text.slice(from, this.position) };
  }

  /** `@STRENGTH`, and since 1.1.0 `@SECLEVEL=0` to `5`; anything else is refused. */
  private command(): void {
    const from = this.position;
    this.position += 1;
    const word = this.word();
    const level = this.grammar.takesLevel ? /^SECLEVEL=([0-5])$/.exec(word)?.[1] : undefined;
    this.toSeparator();
    const place = { at: from, token: this.text.slice(from, this.position) };
    if (word === 'STRENGTH') this.rules.push({ does: 'sort', ...place });
    else if (level !== undefined) this.rules.push({ does: 'level', level: Number(level), ...place });
    else this.bad = place;
  }

  private rule(sign: string): void {
    const from = this.position;
    const does = sign === '-' || sign === '+' || sign === '!' ? DOES[sign] : 'add';
    if (does !== 'add') this.position += 1;
    const selection = this.selection(from);
    if (selection === null) this.toSeparator();
    else this.rules.push({ does, selection, at: from, token: this.written(from) });
  }

  /** The token since `from`, without the `+` behind a suite's name. */
  private written(from: number): string {
    return this.text.slice(from, this.position).replace(/\+$/, '');
  }

  /** `A` or `A+B+C`; null where a word means nothing here or two words exclude each other. */
  private selection(from: number): Selection | null {
    let chosen: Selection | null = null;
    for (;;) {
      const found = this.meaning(from);
      if (found === null) return null;
      chosen = chosen === null ? found : chosen.and(found);
      if (chosen === null || this.letter() !== '+') return chosen;
      this.position += 1;
      if (found.named && this.grammar.nameEndsRule) return chosen;
    }
  }

  private meaning(from: number): Selection | null {
    const at = this.position;
    const token = this.word();
    if (token === '') {
      this.refuse(from);
      return null;
    }
    const found = this.grammar.meaning(token);
    if (found === null) this.unknown.push({ at, token });
    return found;
  }
}
