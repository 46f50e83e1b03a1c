import type { AttributeTypeAndValue, AttributeValue, Name } from '@peculiar/asn1-x509';

/** Attribute types by OpenSSL's short names (RFC 4519, RFC 5280 appendix A). */
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

/** A value that is no string is shown as its DER in hexadecimal (RFC 4514 section 2.4). */
const valueText = (value: AttributeValue): string => (value.anyValue ? `#${value.toString()}` : escaped(`${value}`));

const isControl = (character: string): boolean => {
  const code = character.codePointAt(0) ?? 0;
  return code < 32 || code === 127;
};

/** Control characters by number, and what would be read as part of the name's own spelling escaped (RFC 2253 section 2.4). */
const escaped = (text: string): string =>
  Array.from(text, (character, index) => {
    if (isControl(character)) return `\\${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(2, '0')}`;
    const edge = character === ' ' && (index === 0 || index === text.length - 1);
    return edge || ',+"\\<>;'.includes(character) || (character === '#' && index === 0) ? `\\${character}` : character;
  }).join('');

const attributeText = ({ type, value }: AttributeTypeAndValue): string =>
  `${shortNames[type] ?? type}=${valueText(value)}`;

/** A distinguished name in the order of the certificate: `CN=sma1.example.com, O=Example`; a set of several with ` + `. */
export const nameText = (name: Name): string =>
  Array.from(name, (set) => Array.from(set, attributeText).join(' + ')).join(', ');
