import { describe, expect, test } from 'vitest';
import {
  acrossListeners,
  acrossVantages,
  isJustMade,
  namesMiddlebox,
  relationOf,
  type Shown,
} from '../../../main/core/diagnosis/compare-certificates';
import { certificateNamed } from '../../support/observations';

const shown = (listener: string, vantage: string, sha256: string, issuer = 'CN=CPQ'): Shown => ({
  listener,
  vantage,
  at: '2026-11-24T20:40:00.000Z',
  certificate: certificateNamed('CN=CPQ', issuer, sha256),
});
const short = (found: readonly { one: Shown; other: Shown; relation: string }[]) =>
  found.map(({ one, other, relation }) =>
    [one.vantage, one.listener, other.vantage, other.listener, relation].join(' '),
  );

test('two certificates are the same, of the same issuer, or different', () => {
  const one = certificateNamed('CN=a', 'CN=root', '01');
  expect([
    relationOf(one, { ...one, subject: 'CN=other spelling' }),
    relationOf(one, certificateNamed('CN=b', 'CN=root', '02')),
    relationOf(one, certificateNamed('CN=b', 'CN=b', '02')),
  ]).toEqual(['same', 'same-issuer', 'different']);
});

describe('certificates of two listeners from two vantage points', () => {
  const all = [
    shown('sma1', 'laptop', '01'),
    shown('sma1', 'esa1', '09', 'CN=Company CA'),
    shown('esa1', 'laptop', '01'),
    shown('esa1', 'sma1', '02'),
  ];

  test('each listener is compared with itself', () => {
    expect(short(acrossVantages(all))).toEqual([
      'laptop sma1 esa1 sma1 different',
      'laptop esa1 sma1 esa1 same-issuer',
    ]);
  });

  test('and with the other', () => {
    expect(short(acrossListeners(all))).toEqual([
      'laptop sma1 laptop esa1 same',
      'laptop sma1 sma1 esa1 same-issuer',
      'esa1 sma1 laptop esa1 different',
      'esa1 sma1 sma1 esa1 different',
    ]);
  });

  test('nothing is compared with what the same vantage point saw there before', () => {
    expect(short(acrossVantages([shown('sma1', 'laptop', '01'), shown('sma1', 'laptop', '02')]))).toEqual([]);
  });
});

test('a device on the way is known by the words of its certificate', () => {
  const names = [
    'CN=FortiGate CA',
    'O=Example, CN=TLS Inspection CA',
    'CN=Zscaler Root',
    'CN=web proxy',
    'CN=sma1.example.com',
  ];
  expect(names.map((issuer) => namesMiddlebox(certificateNamed('CN=sma1', issuer, '01')))).toEqual([
    true,
    true,
    true,
    true,
    false,
  ]);
});

test('a certificate is just made within the hour before it was seen', () => {
  const since = (notBefore: string) =>
    isJustMade({
      ...shown('sma1', 'laptop', '01'),
      certificate: { ...certificateNamed('CN=a', 'CN=a', '01'), notBefore },
    });
  expect(
    ['2026-11-24T20:39:00Z', '2026-11-24T19:40:00Z', '2026-11-24T19:39:59Z', '2026-11-24T21:00:00Z'].map(since),
  ).toEqual([true, true, false, false]);
});
