import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCommand } from '../../../main/core/asyncos';
import type { SslConfig } from '../../../main/core/asyncos/readers/sslconfig';
import { expand } from '../../../main/core/ciphers';
import {
  generationsByError,
  generationsByVerify,
  offeredAsVerified,
  verifiedName,
  verifyDifference,
} from '../../../main/core/ciphers/generation-signs';
import { Generation } from '../../../main/core/model';
import { cipherStrings } from '../../support/cipher-strings';

const verified = (name: string) => {
  const { data } = readCommand('sslconfig', readFileSync(`tests/fixtures/cli/${name}`, 'utf8'));
  const { verified: suites, verifiedList } = data as SslConfig;
  return { suites: suites.map(verifiedName), list: verifiedList };
};

describe('VERIFY betrays the OpenSSL that printed it', () => {
  test.each([
    ['sslconfig-verify.txt', ['0.9.8']],
    ['sslconfig-verify-0.9.8.txt', ['0.9.8']],
    ['sslconfig-verify-9.6-flattened.txt', ['1.0.1', '1.0.2']],
  ])('%s', (name, generations) => {
    const { suites, list } = verified(name);
    expect(generationsByVerify(suites, list)).toEqual(generations);
  });

  test('the sample with the flattened list is 1.0.2’s, suite by suite', () => {
    const { suites, list } = verified('sslconfig-verify-9.6-flattened.txt');
    expect(verifyDifference(suites, list ?? '', '1.0.2')?.more).toEqual([]);
  });

  test('CHACHA20, CCM or ARIA came with 1.1, whatever list it was', () => {
    expect(generationsByVerify(['ECDHE-RSA-CHACHA20-POLY1305', 'AES128-SHA'], null)).toEqual(['1.1.1', '3.0']);
  });

  test('a list that means the same everywhere says nothing', () => {
    expect(generationsByVerify(['AES256-SHA', 'AES128-SHA'], 'AES256-SHA:AES128-SHA')).toEqual(Generation.options);
    expect(generationsByVerify(['AES256-SHA'], null)).toEqual(Generation.options);
  });

  test('what a generation prints never excludes that generation', () => {
    fc.assert(
      fc.property(cipherStrings(['@STRENGTH']), fc.constantFrom(...Generation.options), (list, generation) => {
        const { suites } = expand(generation === '1.1.1' ? `${list}:@SECLEVEL=0` : list, generation);
        fc.pre(suites.length > 0);
        expect(generationsByVerify(suites, list)).toContain(generation);
        expect(verifyDifference(suites, list, generation)).toBeNull();
        expect(offeredAsVerified(suites, list, generation)).toEqual(expand(list, generation).suites);
      }),
    );
  });

  test('a difference is named', () => {
    expect(verifyDifference(['AES128-SHA', 'DES-CBC-SHA'], 'AES', '0.9.8')).toMatchObject({ more: ['DES-CBC-SHA'] });
    expect(verifyDifference(['AES128-SHA', 'AES256-SHA'], 'AES256-SHA:AES128-SHA', '1.0.2')).toEqual({
      more: [],
      fewer: [],
      order: true,
    });
  });
});

describe('error numbers betray the OpenSSL that raised them', () => {
  test.each([
    ["(336109761, 'error:1408A0C1:SSL routines:ssl3_get_client_hello:no shared cipher')", ['0.9.8', '1.0.1', '1.0.2']],
    ['error:14077410:SSL routines:SSL23_GET_SERVER_HELLO:sslv3 alert handshake failure', ['0.9.8', '1.0.1', '1.0.2']],
    ['error:1417A0C1:SSL routines:tls_post_process_client_hello:no shared cipher', ['1.1.1']],
    ['error:0A0000C1:SSL routines::no shared cipher', ['3.0']],
    ['error:14094410:SSL routines:ssl3_read_bytes:sslv3 alert handshake failure', null],
    ['DCID 1408 TLS failed', null],
    ['', null],
  ])('%s', (line, generations) => expect(generationsByError(line)).toEqual(generations));
});
