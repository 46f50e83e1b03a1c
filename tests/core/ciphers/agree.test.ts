import { describe, expect, test } from 'vitest';
import { agree, agreeWithRsa, expand } from '../../../main/core/ciphers';

describe('agreement', () => {
  test('the initiator’s order and the responder’s order can differ', () => {
    expect(agree(['A', 'B', 'C'], ['C', 'B'])).toEqual({ clientOrder: 'B', serverOrder: 'C' });
  });

  test('nothing in common is null', () =>
    expect(agree(['A'], ['B'])).toEqual({ clientOrder: null, serverOrder: null }));

  test('suites of SSLv2 do not count', () => {
    expect(agree(['RC4-MD5 (SSLv2)'], ['RC4-MD5 (SSLv2)'])).toEqual({ clientOrder: null, serverOrder: null });
  });

  test('0.9.8 HIGH:MEDIUM against 1.0.2 ALL: anonymous by the initiator’s order only (measured)', () => {
    expect(agreeWithRsa(expand('HIGH:MEDIUM', '0.9.8').suites, expand('ALL', '1.0.2').suites)).toEqual({
      clientOrder: 'ADH-CAMELLIA256-SHA',
      serverOrder: 'DHE-RSA-AES256-SHA',
    });
  });

  test('0.9.8 HIGH:MEDIUM against 1.1.1 ALL: never anonymous (measured)', () => {
    expect(agree(expand('HIGH:MEDIUM', '0.9.8').suites, expand('ALL', '1.1.1').suites).clientOrder).toBe(
      'DHE-RSA-CAMELLIA256-SHA',
    );
  });

  test.each([
    ['HIGH:MEDIUM', 'DHE-RSA-AES256-SHA'],
    ['ALL', 'DHE-RSA-AES256-SHA'],
    ['RC4-SHA:RC4-MD5:ALL', 'RC4-SHA'],
  ])('1.0.2 %s against 0.9.8 ALL agrees on %s (measured)', (list, suite) => {
    expect(agree(expand(list, '1.0.2').suites, expand('ALL', '0.9.8').suites).clientOrder).toBe(suite);
  });

  test('an RSA certificate serves no ECDSA or DSS suite, so the anonymous one behind them is seen', () => {
    const list = ['ECDHE-ECDSA-AES256-GCM-SHA384', 'DHE-DSS-AES256-SHA', 'ADH-AES256-SHA'];
    expect(agreeWithRsa(list, list).clientOrder).toBe('ADH-AES256-SHA');
  });

  test('lists that share only ECDSA suites agree on one all the same', () => {
    const list = ['ECDHE-ECDSA-AES256-GCM-SHA384'];
    expect(agreeWithRsa(list, list).clientOrder).toBe('ECDHE-ECDSA-AES256-GCM-SHA384');
  });
});
