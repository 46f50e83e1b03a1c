import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hex, joined } from '../../../main/core/tls/bytes';
import { type Hello, readClientHello, writeClientHello } from '../../../main/core/tls/client-hello';
import { splitMessages } from '../../../main/core/tls/messages';
import { splitRecords } from '../../../main/core/tls/records';
import { readServerHello, writeServerHello } from '../../../main/core/tls/server-hello';
import { type Suite, suiteNamed } from '../../../main/core/tls/suites';

const random = Uint8Array.from({ length: 32 }, (_, index) => index);
const suites = ['ADH-AES256-SHA', 'DHE-RSA-AES256-SHA', 'RC4-MD5']
  .map(suiteNamed)
  .filter((suite): suite is Suite => suite !== null);
const bodyOf = (hello: Hello): Uint8Array => {
  const [record] = splitRecords(writeClientHello(hello)).records;
  const [message] = splitMessages(record?.content ?? new Uint8Array(0)).messages;
  return message?.body ?? new Uint8Array(0);
};

describe('a ClientHello', () => {
  it('keeps the order of the suites and ends them with the renegotiation signal', () => {
    const hello = readClientHello(bodyOf({ version: 'TLSv1.2', suites, random }));
    expect(hello?.suites).toEqual([0x003a, 0x0039, 0x0004, 0x00ff]);
    expect(hello).toMatchObject({ version: 0x0303, supportedVersions: [], random });
    expect([...(hello?.extensions.keys() ?? [])]).toEqual([11, 10, 23, 13]);
  });

  it('of SSLv3 is the bare one of RFC 6101, byte for byte', () => {
    expect(hex(writeClientHello({ version: 'SSLv3', suites, random }))).toBe(
      `16030000330100002f0300${hex(random)}000008003a0039000400ff0100`,
    );
  });

  it('of TLS 1.3 offers that version alone, with an empty key share', () => {
    const hello = readClientHello(bodyOf({ version: 'TLSv1.3', suites, random }));
    expect(hello).toMatchObject({ version: 0x0303, supportedVersions: [0x0304] });
    expect(hello?.extensions.get(51)).toEqual(Uint8Array.of(0, 0));
  });

  it('names the server only when asked to', () => {
    const named = readClientHello(bodyOf({ version: 'TLSv1.2', suites, random, serverName: 'sma1' }));
    expect(hex(named?.extensions.get(0) ?? new Uint8Array(0))).toBe('0007000004736d6131');
  });

  it('cut at any byte is no ClientHello, and no bytes make the reader throw', () => {
    const body = bodyOf({ version: 'TLSv1.2', suites, random });
    const whole = [...body.keys()].filter((end) => readClientHello(body.subarray(0, end)) !== null);
    // Without extensions a hello is whole too: the one cut where they begin.
    expect(whole).toEqual([2 + 32 + 1 + 2 + 8 + 2]);
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void readClientHello(bytes)));
  });
});

describe('a ServerHello', () => {
  it('is read as it was written', () => {
    const body = writeServerHello('TLSv1', random, 0x003a, [[0xff01, Uint8Array.of(0)]]);
    expect(readServerHello(body)).toEqual({
      version: 'TLSv1',
      versionCode: 0x0301,
      suite: 0x003a,
      helloRetryRequest: false,
      group: null,
    });
  });

  it('with supported_versions is of that version', () => {
    const body = writeServerHello('TLSv1.2', random, 0x1301, [[43, Uint8Array.of(3, 4)]]);
    expect(readServerHello(body)).toMatchObject({ version: 'TLSv1.3', suite: 0x1301 });
  });

  it('with a version of no RFC keeps its number', () => {
    const body = joined(Uint8Array.of(3, 9), writeServerHello('TLSv1', random, 0x003a, []).subarray(2));
    expect(readServerHello(body)).toMatchObject({ version: null, versionCode: 0x0309 });
  });

  it('never makes the reader throw', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 120 }), (bytes) => void readServerHello(bytes)));
  });
});
