/** The little of DER (ITU-T X.690) that reading a certificate takes. Nothing here throws on any bytes. */
export type Element = { readonly tag: number; readonly content: Uint8Array; readonly end: number };

export const SEQUENCE = 0x30;
export const INTEGER = 0x02;
export const BIT_STRING = 0x03;
export const OBJECT_ID = 0x06;

const longLength = (bytes: Uint8Array, at: number, count: number): number => {
  let length = 0;
  for (let index = 0; index < count; index += 1) length = length * 256 + (bytes[at + index] ?? 0);
  return length;
};

/** The element that starts at `at`; null where it is cut short, or its length takes more than three bytes. */
export const elementAt = (bytes: Uint8Array, at = 0): Element | null => {
  const [tag, first] = bytes.subarray(at, at + 2);
  if (tag === undefined || first === undefined) return null;
  const count = first < 0x80 ? 0 : first & 0x7f;
  if (first === 0x80 || count > 3) return null;
  const start = at + 2 + count;
  const end = start + (count === 0 ? first : longLength(bytes, at + 2, count));
  return end > bytes.length ? null : { tag, content: bytes.subarray(start, end), end };
};

/** The elements inside, or null where one of them does not fit. */
export const elementsIn = (content: Uint8Array): Element[] | null => {
  const found: Element[] = [];
  for (let at = 0; at < content.length; ) {
    const element = elementAt(content, at);
    if (!element) return null;
    found.push(element);
    at = element.end;
  }
  return found;
};

/** An object identifier in dots, for instance `2.5.4.3`. */
export const objectId = (content: Uint8Array): string => {
  const arcs: number[] = [];
  let value = 0;
  for (const byte of content) {
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) {
      arcs.push(value);
      value = 0;
    }
  }
  const [first = 0, ...others] = arcs;
  const root = Math.min(2, Math.floor(first / 40));
  return [root, first - 40 * root, ...others].join('.');
};

/** How many bits an INTEGER has, its sign byte not counted. */
export const integerBits = (content: Uint8Array): number => {
  const first = content.findIndex((byte) => byte !== 0);
  return first < 0 ? 0 : (content.length - first) * 8 - (Math.clz32(content[first] ?? 0) - 24);
};
