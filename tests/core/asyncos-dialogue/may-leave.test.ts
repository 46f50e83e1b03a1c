import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayLeave } from '../../../main/core/asyncos/dialogue';
import { FORBIDDEN } from '../../../main/core/asyncos/dialogue/may-leave';

describe('what may leave', () => {
  test.each([
    'version\n',
    'status detail\n',
    'clusterconfig list\n',
    'clusterconfig connstatus\n',
    'applianceconfig list\n',
    'grep -e "CPQ ICID|port 7025" -i mail_logs\n',
    '2001:db8::1\n',
    '::1\n',
    '3\n',
    'Y\n',
    'QUIT\n',
    'exit\n',
    '\x03',
    '\x1d',
    ' ',
    '\n',
  ])('%j', (bytes) => expect(mayLeave(bytes)).toBe(true));

  test.each([
    'clusterconfig\n',
    'clusterconfig removemachine esa2\n',
    'clusterconfig list all\n',
    'userconfig\n',
    'sslconfig inbound\n',
    'saveconfig y 1\n',
    'version; commit\n',
    'version',
    'version\r\n',
    'version\ncommit\n',
    'grep -e "a" ; commit "b"\n',
    'grep -e "a" -i "b\n',
    'COMMIT\n',
    '\x03\n',
    '\x03\x03',
    '\x04',
    '\x1bversion\n',
    'vérsion\n',
    ' version\n',
    '',
    `${'a'.repeat(600)}\n`,
  ])('not %j', (bytes) => expect(mayLeave(bytes)).toBe(false));

  test.each([...FORBIDDEN])('not %s, alone or in a line', (word) => {
    expect([`${word}\n`, `${word.toUpperCase()}\n`, `version ${word}\n`].map(mayLeave)).toEqual([false, false, false]);
  });

  test('never a control character inside a line', () => {
    const control = fc.integer({ min: 0, max: 31 }).map((code) => String.fromCharCode(code));
    fc.assert(
      fc.property(fc.string(), control, fc.string(), (before, key, after) => {
        expect(mayLeave(`${before}a${key}${after}b\n`)).toBe(false);
      }),
    );
  });
});
