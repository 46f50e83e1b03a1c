/** Text that may stand in a page as it is, because only `html` and `raw` of this file make it. */
export interface Markup {
  readonly markup: string;
}

export type Part = string | number | Markup | null | readonly Part[];

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Escaped for text and for quoted attributes; characters that HTML forbids become the replacement character. */
const escaped = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a page must not hold
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"']/g, (letter) => ESCAPES[letter] ?? letter);

const isList = (part: Part): part is readonly Part[] => Array.isArray(part);

const rendered = (part: Part): string => {
  if (part === null) return '';
  if (isList(part)) return part.map(rendered).join('');
  return typeof part === 'object' ? part.markup : escaped(String(part));
};

/** A page's text: the literal parts are ours, every value in between is escaped. There is no other way in. */
export const html = (literals: TemplateStringsArray, ...values: readonly Part[]): Markup => ({
  markup: literals.map((literal, index) => literal + rendered(values[index] ?? null)).join(''),
});

/** Only for what another part of the report has made and escaped by itself: the drawing, the style sheet. */
export const raw = (markup: string): Markup => ({ markup });
