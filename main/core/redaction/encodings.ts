import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { base64Cores, base64Of } from './base64';

const XML: readonly Record<string, string>[] = [
  { '&': '&amp;', '<': '&lt;', '>': '&gt;' },
  { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' },
  { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' },
  { '&': '&#38;', '<': '&#60;', '>': '&#62;', '"': '&#34;', "'": '&#39;' },
];

const inXml = (text: string): string[] =>
  XML.map((table) => text.replace(/[&<>"']/g, (letter) => table[letter] ?? letter));

/** Every byte that a form or a query does not carry as it is, in both cases of hexadecimal. */
const inUrl = (text: string): string[] => {
  const percent = (keep: RegExp): string =>
    [...utf8ToBytes(text)]
      .map((byte) => {
        const letter = String.fromCharCode(byte);
        return byte < 128 && keep.test(letter) ? letter : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
      })
      .join('');
  const upper = [percent(/[A-Za-z0-9_.!~*'()-]/), percent(/[A-Za-z0-9_.~-]/)];
  const all = upper.flatMap((one) => [one, one.replaceAll('%20', '+')]);
  return [...all, ...all.map((one) => one.replace(/%[0-9A-F]{2}/g, (hex) => hex.toLowerCase()))];
};

const inJson = (text: string): string[] => {
  const once = JSON.stringify(text).slice(1, -1);
  return [once, JSON.stringify(once).slice(1, -1), once.replaceAll('/', '\\/')];
};

/** The bytes of a text in small hexadecimal digits. */
export const hexOf = (text: string): string => bytesToHex(utf8ToBytes(text));

const unique = (forms: readonly string[], atLeast: number): string[] =>
  [...new Set(forms)].filter((form) => form.length >= atLeast);

/** A core of fewer letters would be found in any base64 by chance. */
const SHORTEST_CORE = 6;

/**
 * How a secret may be echoed: as it is, in XML, in a URL, in JSON (once and twice), as bytes in
 * hexadecimal and anywhere inside base64.
 */
export const encodingsOf = (secret: string): string[] => {
  const url = base64Cores(secret).map((core) => core.replaceAll('+', '-').replaceAll('/', '_'));
  const cores = unique([...base64Cores(secret), ...url], SHORTEST_CORE);
  const whole = base64Of(utf8ToBytes(secret));
  const hex = secret.length < 6 ? [] : [hexOf(secret), hexOf(secret).toUpperCase()];
  return unique([secret, ...inXml(secret), ...inUrl(secret), ...inJson(secret), whole, ...cores, ...hex], 4);
};

/** How a name may stand in a finished report or document. */
export const textEncodingsOf = (name: string): string[] => unique([name, ...inXml(name), ...inJson(name)], 1);
