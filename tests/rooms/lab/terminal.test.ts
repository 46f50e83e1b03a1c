import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyOf, nextPage, print } from '../../../main/lab/terminal';

const WIPE = `\r${' '.repeat(25)}\r`;

describe('the terminal of the lab', () => {
  it('ends lines with CR LF and breaks long ones at the window without a mark', () => {
    expect(print(`${'a'.repeat(90)}\nb`, { rows: 24, columns: 80 })).toEqual({
      bytes: `${'a'.repeat(80)}\r\n${'a'.repeat(10)}\r\nb`,
      held: [],
    });
  });

  it('stops below the last row but one and goes on after a key, as the pager of an appliance', () => {
    const window = { rows: 3, columns: 80 };
    const first = print('1\n2\n3\n4\n5', window);
    expect(first).toEqual({ bytes: '1\r\n2\r\n-Press Any Key For More-', held: ['3', '4', '5'] });
    const second = nextPage(first.held, window);
    expect(second).toEqual({ bytes: `${WIPE}3\r\n4\r\n-Press Any Key For More-`, held: ['5'] });
    expect(nextPage(second.held, window)).toEqual({ bytes: `${WIPE}5`, held: [] });
  });

  it('loses nothing at any height and width', () => {
    const size = fc.record({ rows: fc.integer({ min: 0, max: 60 }), columns: fc.integer({ min: 0, max: 200 }) });
    const text = fc.array(fc.string({ maxLength: 300, unit: fc.constantFrom('x', 'y', ' ') }), { maxLength: 100 });
    fc.assert(
      fc.property(text, size, (lines, window) => {
        let screen = print(lines.join('\n'), window);
        let all = screen.bytes;
        while (screen.held.length > 0) {
          screen = nextPage(screen.held, window);
          all += screen.bytes;
        }
        const plain = all.replaceAll(`-Press Any Key For More-${WIPE}`, '').replaceAll('\r\n', '');
        expect(plain).toBe(lines.join(''));
      }),
    );
  });

  it('takes a return with its line feed for one Enter', () => {
    expect([keyOf(0x0d, 0x61), keyOf(0x0a, 0x0d), keyOf(0x0a, 0x61)].map(({ kind }) => kind)).toEqual([
      'enter',
      'nothing',
      'enter',
    ]);
  });
});
