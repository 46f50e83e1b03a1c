import { describe, expect, it } from 'vitest';
import { isAnonymousSuite } from '../../../main/core/logs/anonymous';
import { classifyConnect, classifyTls } from '../../../main/core/logs/failure';

describe('text behind TLS failed', () => {
  it.each([
    ['verify error: no certificate from server', 'tls-anonymous-cipher', 'decides', 'inferred'],
    [
      "(337047686, 'error:1416F086:SSL routines::certificate verify failed')",
      'tls-certificate-not-cpq',
      'suggests',
      'inferred',
    ],
    ['verify error:num=18:self signed certificate', 'tls-certificate-not-cpq', 'suggests', 'inferred'],
    [
      "(337092801, 'error:1417A0C1:SSL routines:tls_post_process_client_hello:no shared cipher')",
      'tls-no-common-cipher',
      'decides',
      'inferred',
    ],
    [
      "(336151568, 'error:14094410:SSL routines:ssl3_read_bytes:sslv3 alert handshake failure')",
      'tls-no-common-cipher',
      'suggests',
      'inferred',
    ],
    ['(337678594, damaged', 'tls-no-common-protocol', 'decides', 'inferred'],
    ['unsupported protocol', 'tls-no-common-protocol', 'decides', 'inferred'],
    [
      "(336027804, 'error:1407609C:SSL routines:SSL23_GET_CLIENT_HELLO:http request')",
      'port-conflict',
      'suggests',
      'inferred',
    ],
    ['STARTTLS unexpected response', 'starttls-missing', 'decides', 'sourced'],
    ['[Errno 54] Connection reset by peer', 'tls-handshake-reset', 'suggests', 'sourced'],
    ['something new', null, 'suggests', 'inferred'],
    [null, null, 'suggests', 'inferred'],
  ])('%s', (reason, code, strength, grade) => {
    expect(classifyTls(reason)).toEqual({ code, strength, grade });
  });
});

describe('details of a Connection Error', () => {
  it.each([
    ['[Errno 61] Connection refused', 'path-refused', 'decides', 'sourced', 'refused'],
    ['[Errno 61]', 'path-refused', 'decides', 'inferred', 'refused'],
    ['timeout · connection timed out', 'path-timeout', 'decides', 'sourced', 'timed-out'],
    ['[Errno 60]', 'path-timeout', 'decides', 'inferred', 'timed-out'],
    ['[Errno 65] No route to host', 'delivery-interface-no-route', 'suggests', 'inferred', 'timed-out'],
    ['[Errno 64] Host is down', 'path-timeout', 'suggests', 'inferred', 'timed-out'],
    ["[Errno 49] Can't assign requested address", 'interface-changed', 'suggests', 'inferred', 'error'],
    ['EOF · network error', null, 'suggests', 'inferred', 'aborted'],
    ['[Errno 0] Error · network error', null, 'suggests', 'inferred', 'aborted'],
    ['[Errno 54] Connection reset by peer', null, 'suggests', 'inferred', 'aborted'],
    ['DNS Soft Error', 'dns-failure', 'suggests', 'inferred', 'error'],
    ['never seen', null, 'suggests', 'inferred', 'error'],
  ])('%s', (details, code, strength, grade, outcome) => {
    expect(classifyConnect(details)).toEqual({ code, strength, grade, outcome });
  });
});

it.each([
  ['ADH-AES256-GCM-SHA384', true],
  ['AECDH-AES256-SHA', true],
  ['EXP-ADH-RC4-MD5', true],
  ['TLS_DH_anon_WITH_AES_128_CBC_SHA', true],
  ['ECDHE-RSA-AES256-GCM-SHA384', false],
  ['DHE-RSA-AES256-SHA', false],
  [null, false],
])('%s is anonymous: %s', (suite, wanted) => {
  expect(isAnonymousSuite(suite)).toBe(wanted);
});
