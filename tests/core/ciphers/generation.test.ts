import { describe, expect, test } from 'vitest';
import { generationOf, isAnonymous } from '../../../main/core/ciphers';

describe('AsyncOS release to OpenSSL generation', () => {
  test.each([
    ['8.0.1-023', 'esa', '0.9.8', 'sourced'],
    ['9.1.0-032', 'esa', '0.9.8', 'sourced'],
    ['9.1.0', 'sma', '0.9.8', 'inferred'],
    ['9.5.0-035', 'esa', '1.0.2', 'inferred'],
    ['11.1.2-023', 'esa', '1.0.2', 'inferred'],
    ['12.0.0-452', 'sma', '1.0.2', 'sourced'],
    ['12.0.0-452', 'esa', '1.0.2', 'inferred'],
    ['12.5.0', 'sma', '1.0.2', 'inferred'],
    ['13.5.1-277', 'sma', '1.0.2', 'sourced'],
    ['13.8.1', 'sma', '1.0.2', 'inferred'],
    ['14.2.0-620', 'esa', '1.0.2', 'inferred'],
    ['15.0.0-334', 'sma', '1.0.2', 'inferred'],
    ['15.5.1-055', 'esa', '1.1.1', 'inferred'],
    ['16.0.0-100', 'esa', '1.1.1', 'inferred'],
    ['17.1', 'sma', '1.1.1', 'inferred'],
    ['Version: 14.2.0-620', 'esa', '1.0.2', 'inferred'],
  ] as const)('%s of the %s', (version, role, generation, grade) => {
    expect(generationOf(version, role)).toEqual({ generation, grade });
  });

  test.each([null, '', 'unknown'])('without a release (%j) the fault is not hidden', (version) => {
    expect(generationOf(version, 'esa')).toEqual({ generation: '0.9.8', grade: 'inferred' });
  });

  test('without a role nothing is called sourced', () => {
    expect(generationOf('8.0.1-023')).toEqual({ generation: '0.9.8', grade: 'inferred' });
  });
});

test.each([
  ['ADH-AES256-SHA', true],
  ['AECDH-NULL-SHA', true],
  ['EXP-ADH-RC4-MD5', true],
  ['TLS_DH_anon_WITH_AES_128_CBC_SHA', true],
  ['TLS_ECDH_ANON_WITH_AES_128_CBC_SHA', true],
  ['ECDHE-RSA-AES256-GCM-SHA384', false],
  ['DH-RSA-AES256-SHA', false],
  ['TLS_AES_256_GCM_SHA384', false],
  ['', false],
])('%s is anonymous: %s', (name, anonymous) => expect(isAnonymous(name)).toBe(anonymous));
