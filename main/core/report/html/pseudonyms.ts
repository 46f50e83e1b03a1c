import { html, type Markup } from './markup';

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** Writes a text with every pseudonym underlined, so that nobody takes it for a real name. */
export type Write = (text: string) => Markup;

export const writerFor = (pseudonyms: readonly string[] | null): Write => {
  const marked = [...new Set(pseudonyms ?? [])].filter((one) => one.length > 1);
  if (marked.length === 0) return (text) => html`${text}`;
  const longest = marked.sort((left, right) => right.length - left.length).map(escaped);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(${longest.join('|')})(?![\\p{L}\\p{N}])`, 'u');
  return (text) => html`${text.split(pattern).map((part, index) => (index % 2 === 1 ? html`<u>${part}</u>` : part))}`;
};
