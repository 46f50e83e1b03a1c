/** One SMTP reply, several lines joined (RFC 5321 section 4.2.1). */
export type Reply = { readonly code: number; readonly texts: readonly string[]; readonly raw: readonly string[] };

export type ReplyRead =
  | { readonly kind: 'whole'; readonly reply: Reply; readonly used: number }
  | { readonly kind: 'more' }
  | { readonly kind: 'no-reply'; readonly line: string };

const shape = /^([2-5]\d\d)(?:([ -])(.*))?$/;

/** The first reply of the lines; `more` while its last line (code and space) is missing. */
export const readReply = (lines: readonly string[]): ReplyRead => {
  const texts: string[] = [];
  let code = '';
  for (const [index, line] of lines.entries()) {
    const found = shape.exec(line);
    if (!found || (code && found[1] !== code)) return { kind: 'no-reply', line };
    code = found[1] ?? '';
    texts.push(found[3] ?? '');
    if (found[2] !== '-')
      return { kind: 'whole', reply: { code: Number(code), texts, raw: lines.slice(0, index + 1) }, used: index + 1 };
  }
  return { kind: 'more' };
};
