import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byteText } from '../../../main/ssh/byte-text';

const whole = (...chunks: readonly Buffer[]): string => {
  const text = byteText();
  return chunks.map((chunk) => text.take(chunk)).join('') + text.end();
};
/** Cuts the bytes at these places. */
const pieces = (bytes: Buffer, cuts: readonly number[]): Buffer[] => {
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort((one, other) => one - other);
  return places.slice(1).map((place, index) => bytes.subarray(places[index], place));
};

test('every text comes out as it was written in UTF-8, however it is cut', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.nat(), { maxLength: 4 }), (text, cuts) => {
      expect(whole(...pieces(Buffer.from(text), cuts))).toBe(text);
    }),
    { numRuns: 200 },
  );
});

test('any bytes come out the same, however they are cut', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), fc.array(fc.nat(), { maxLength: 4 }), (bytes, cuts) => {
      const once = whole(Buffer.from(bytes));
      expect(whole(...pieces(Buffer.from(bytes), cuts))).toBe(once);
    }),
    { numRuns: 200 },
  );
});

test.each([
  ['Latin-1', 'd\xe9mon\xb0 esa1> ', 'd\u00e9mon\u00b0 esa1> '],
  ['both', 'caf\xe9 caf\xc3\xa9', 'caf\u00e9 caf\u00e9'],
  ['a cut character at the end', 'caf\xc3', 'caf\u00c3'],
  ['the escape of the upper set', '\x9b2J', '\ufffd2J'],
  ['half a surrogate and a byte that is none', '\xed\xa0\x80 \xff', '\u00ed\u00a0\ufffd \u00ff'],
])('%s', (_what, bytes, text) => {
  expect(whole(Buffer.from(bytes, 'latin1'))).toBe(text);
});
