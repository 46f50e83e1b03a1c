import { SECRET_REMOVED } from './marker';
import type { Kind } from './table';

/** Element names that hold secrets (description of the configuration, section 9). */
const SECRET = /pass|secret|key|community|credential|token|hash/i;
/** Names that only look like it. */
const HARMLESS = /passthrough|pass_through|bypass|passive|compass|keyword|keep|passed/i;
/** One of the words stands alone in the name: then the value is a secret for sure, and is looked for everywhere. */
const SURE = /(?:^|_|-)(?:pass|passwd|password|passphrase|secret|community|credentials?|token)(?:_|-|$)/i;

const TAG = /<(\/?)([A-Za-z_][\w-]*)((?:\s[^<>]*)?)>/g;

const isSecretName = (name: string): boolean => SECRET.test(name) && !HARMLESS.test(name);

/** What removal does with a value that was found. */
export type Found = (value: string, kind: Kind, sure: boolean) => string;

const MASK = /^\**$/;

/** Line by line, so that line numbers stay. A masked value (`*****`) and white space stay as they are. */
const removeLines = (content: string, sure: boolean, found: Found): string =>
  content.replace(/<[^<>]*>|[^\s<>][^\r\n<>]*/g, (text) => {
    if (text.startsWith('<')) return text;
    const value = text.trimEnd();
    if (MASK.test(value) || value === SECRET_REMOVED) return text;
    return found(value, 'secret', sure) + text.slice(value.length);
  });

/** Like letters of a key without its armour: what follows an element that was cut off before its end. */
const KEY_LINES = /^(?:[^\r\n<]*)(?:\r?\n[ \t]*[A-Za-z0-9+/=]{16,}[ \t]*(?=\r?\n|$))*/;

const endOf = (text: string, from: number, name: string): number => {
  const close = text.indexOf(`</${name}>`, from);
  if (close !== -1) return close;
  return from + (KEY_LINES.exec(text.slice(from))?.[0].length ?? 0);
};

/** A line that begins inside an element whose opening tag was not given: `…EXAMPLE</key>`. */
const headWithoutOpening = (text: string, found: Found): string =>
  text.replace(/^([^<>\r\n]+)<\/([A-Za-z_][\w-]*)>/gm, (whole, content: string, name: string) =>
    isSecretName(name) ? `${removeLines(content, SURE.test(name), found)}</${name}>` : whole,
  );

/**
 * Removes the text inside every element whose name says that it holds a secret, and inside whatever stands below it.
 * Elements, line numbers and line ends stay. Works on whole exports, on cut-off ones and on single lines.
 */
export const removeSecretElements = (text: string, found: Found): string => {
  if (!text.includes('<')) return text;
  let result = '';
  let done = 0;
  for (const tag of text.matchAll(TAG)) {
    const [whole, slash, name = '', attributes = ''] = tag;
    const from = tag.index + whole.length;
    if (tag.index < done || slash !== '' || attributes.endsWith('/') || !isSecretName(name)) continue;
    const end = endOf(text, from, name);
    result += text.slice(done, from) + removeLines(text.slice(from, end), SURE.test(name), found);
    done = end;
  }
  return headWithoutOpening(result + text.slice(done), found);
};
