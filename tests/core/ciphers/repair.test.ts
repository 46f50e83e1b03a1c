import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expand, isAnonymous, withoutAnonymous } from '../../../main/core/ciphers';
import { asTyped, onOneLine } from '../../../main/core/ciphers/repair';
import { Generation } from '../../../main/core/model';
import { cipherStrings } from '../../support/cipher-strings';

describe('the repaired list', () => {
  test.each([
    ['HIGH:MEDIUM', 'HIGH:MEDIUM:-aNULL'],
    ['HIGH:', 'HIGH:-aNULL'],
    ['HIGH, MEDIUM ,', 'HIGH:MEDIUM:-aNULL'],
    [' HIGH MEDIUM;;', 'HIGH:MEDIUM:-aNULL'],
    ['MEDIUM HIGH -SSLv2 !RC4 @STRENGTH -EXPORT', 'MEDIUM:HIGH:-SSLv2:!RC4:@STRENGTH:-EXPORT:-aNULL'],
    ['        RC4-SHA\n        RC4-MD5\n        ALL\n', 'RC4-SHA:RC4-MD5:ALL:-aNULL'],
    ['RC4-SHA\r\nRC4-MD5\r\nALL\r\n', 'RC4-SHA:RC4-MD5:ALL:-aNULL'],
    ['ALL:@SECLEVEL=0', 'ALL:@SECLEVEL=0:-aNULL'],
    ['HIGH:-aNULL:ALL', 'HIGH:-aNULL:ALL:-aNULL'],
    ['DEFAULT ADH', 'DEFAULT:ADH:-aNULL'],
    [':DEFAULT:ADH', ':DEFAULT:ADH:-aNULL'],
    [':HIGH', 'HIGH:-aNULL'],
    ['', '-aNULL'],
  ])('%j', (list, repaired) => expect(withoutAnonymous(list)).toBe(repaired));

  const anyList = cipherStrings(['@STRENGTH', '@SECLEVEL=0', '@SECLEVEL=2', '@NOSUCH']);

  test.each(Generation.options)(
    'in %s lacks every anonymous suite, nothing else, and keeps the order',
    (generation) => {
      fc.assert(
        fc.property(anyList, (list) => {
          const before = expand(list, generation);
          const after = expand(withoutAnonymous(list), generation);
          expect(after.suites).toEqual(before.suites.filter((suite) => !isAnonymous(suite)));
          expect(after.error?.reason === 'bad-command').toBe(before.error?.reason === 'bad-command');
        }),
        { numRuns: 500 },
      );
    },
  );

  test('a list typed anew in an appliance’s form means the same in every generation', () => {
    fc.assert(
      fc.property(anyList, fc.constantFrom(...Generation.options), (list, generation) => {
        expect(expand(asTyped(list), generation).suites).toEqual(expand(list, generation).suites);
      }),
    );
  });

  test('putting a paste on one line moves no character', () => {
    expect(onOneLine('  HIGH\r\n\tMEDIUM\n')).toBe('  HIGH : MEDIUM:');
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(onOneLine(text)).toHaveLength(text.length);
      }),
    );
  });
});
