import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const fixtures = join(__dirname, '../../fixtures');

/** A sample of `tests/fixtures/cli`, byte by byte as characters, so that pager bytes stay what they are. */
export const cliSample = (name: string): string => readFileSync(join(fixtures, 'cli', name), 'latin1');

export const configBytes = (name: string): Uint8Array => readFileSync(join(fixtures, 'config', name));

/** What a Windows terminal's log makes of a capture. */
export const withCarriageReturns = (text: string): string => text.replaceAll('\n', '\r\n');

/** What a web page makes of it: no indentation, single blanks, no empty lines. */
export const flattened = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim().replace(/ +/g, ' '))
    .filter((line) => line !== '')
    .join('\n');

/** What a terminal of this width makes of it: a real line end after so many characters, without a mark. */
export const wrappedAt = (text: string, columns: number): string =>
  text
    .split('\n')
    .flatMap((line) => line.match(new RegExp(`.{1,${columns}}`, 'g')) ?? [''])
    .join('\n');

export const wrappedAt80 = (text: string): string => wrappedAt(text, 80);
