import { hex, textOf } from './bytes';
import { type Element, elementsIn, objectId } from './der';

/** Attribute types by their usual short names (RFC 4519, RFC 5280 appendix A). */
const shortNames: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.4': 'SN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.9': 'street',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.12': 'title',
  '2.5.4.42': 'GN',
  '0.9.2342.19200300.100.1.1': 'UID',
  '0.9.2342.19200300.100.1.25': 'DC',
  '1.2.840.113549.1.9.1': 'emailAddress',
};

const BMP_STRING = 30;
const UTF8_STRING = 12;

const utf8 = (bytes: Uint8Array): string => {
  try {
    return decodeURIComponent(hex(bytes).replace(/../g, '%$&'));
  } catch {
    // Not UTF-8, whatever its tag says: Latin-1 shows every byte.
    return textOf(bytes);
  }
};

const utf16 = (bytes: Uint8Array): string =>
  Array.from({ length: bytes.length >> 1 }, (_, index) =>
    String.fromCharCode(((bytes[2 * index] ?? 0) << 8) | (bytes[2 * index + 1] ?? 0)),
  ).join('');

const valueText = (value: Element): string => {
  if (value.tag === UTF8_STRING) return utf8(value.content);
  return value.tag === BMP_STRING ? utf16(value.content) : textOf(value.content);
};

/** Control characters are shown by number, and what separates attributes is escaped (RFC 4514 section 2.4). */
const escaped = (text: string): string =>
  Array.from(text, (character) => {
    const code = character.codePointAt(0) ?? 0;
    if (code < 32 || code === 127) return `\\${code.toString(16).padStart(2, '0')}`;
    return ',+"\\<>;='.includes(character) ? `\\${character}` : character;
  }).join('');

const attributeText = (attribute: Element): string | null => {
  const [type, value] = elementsIn(attribute.content) ?? [];
  if (!type || !value) return null;
  const id = objectId(type.content);
  return `${shortNames[id] ?? id}=${escaped(valueText(value))}`;
};

/** A distinguished name in the order of the certificate: `CN=sma1.example.com, O=Example`. Null where it is no name. */
export const nameText = (name: Element): string | null => {
  const sets = elementsIn(name.content);
  if (!sets) return null;
  const parts = sets.map((set) => elementsIn(set.content)?.map(attributeText) ?? [null]);
  return parts.flat().includes(null) ? null : parts.map((set) => set.join('+')).join(', ');
};
