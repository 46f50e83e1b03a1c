import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outputOf } from '../../../main/core/asyncos/output';
import { fastest } from '../../support/fastest';
import { TIMED } from '../../support/timed';

const askedIn = (line: string) => outputOf(`esa1.example.com> version\n${line}`).questions[0] ?? null;

describe('a question in a command’s text', () => {
  it.each([
    ['[1]> 3', '3'],
    ['[]> ', ''],
    ['[Y]>', ''],
    ['[a[b]> c', 'c'],
    ['[x]> [y] z', '[y] z'],
    ['[x]> [y]> z', 'z'],
    ['[RC4-SHA:RC4-MD5:ALL]>   DEFAULT  ', 'DEFAULT'],
  ])('%j: the last brackets that ask, and what was typed behind them', (line, answer) => {
    expect(askedIn(line)).toEqual({ line: 2, asks: expect.any(String), answer });
  });

  it('holds the words before its brackets', () => {
    expect(askedIn('Show network addresses as numbers? [N]> y')?.asks).toBe('Show network addresses as numbers?');
  });

  it.each(['[', ']>', ']> [', '[a] >', '[a]b]>', '- [x] a'])('%j asks nothing', (line) => {
    expect(askedIn(line)).toBeNull();
  });

  it('is no longer than a cipher list', () => {
    expect(askedIn(`[${'x'.repeat(3990)}]> y`)?.answer).toBe('y');
    expect(askedIn(`[${'x'.repeat(4000)}]> y`)).toBeNull();
  });

  it('is found wherever the plain pattern finds one', () => {
    const letter = fc.constantFrom('[', ']', '>', ' ', 'a', '1');
    fc.assert(
      fc.property(fc.string({ unit: letter, maxLength: 24 }), (text) => {
        // One more word, so that the line is not blank and not a prompt.
        const line = `= ${text}.`;
        const expected = /^(.*)\[([^\]]*)\]>(?: ?(.*))?$/.exec(line);
        expect(askedIn(line)?.answer ?? null).toBe(expected === null ? null : (expected[3] ?? '').trim());
      }),
    );
  });
});

it('long lines of brackets cost no more than as many letters in short lines', TIMED, () => {
  const [short, long] = [Array(960).fill('['.repeat(250)), Array(60).fill('['.repeat(4000))];
  expect(fastest(() => outputOf(long.join('\n'))) / fastest(() => outputOf(short.join('\n')))).toBeLessThan(6);
});
