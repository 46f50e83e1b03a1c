import fc from 'fast-check';
import ipaddr from 'ipaddr.js';
import { describe, expect, it } from 'vitest';
import { type Material, redactorFor } from '../../../main/core/redaction';
import { pseudonymOfAddress } from '../../../main/core/redaction/addresses';
import { materialOf, table } from './material';

const redactorOf = (texts: readonly string[], over: Partial<Material> = {}) =>
  redactorFor(materialOf({ texts, pseudonyms: table, ...over }));
const replaced = (text: string): string => redactorOf([text]).redact(text);

describe('pseudonyms', () => {
  it.each([
    ['reverse dns host esa1.bank.example verified yes', 'reverse dns host host-01.domain-01.invalid verified yes'],
    ['esa1 logged it, ESA1.Bank.Example too', 'host-01 logged it, host-01.domain-01.invalid too'],
    ['a.mx.bank.co.uk and bank.co.uk', 'host-03.zone-01.domain-02.invalid and domain-02.invalid'],
    ['From: <joe@partner.de>', 'From: <user-001@domain-02.invalid>'],
    ['MID 7 Subject "Invoice 88-1204"', 'MID 7 Subject "subject-0001"'],
    ['User netops3 logged in from', 'User account-01 logged in from'],
    ['Serial #: 564DD3A1B2C3-4D5E6F7', 'Serial #: 000000000001-0000001'],
    ['for Example Bank, Lyon', 'for site-01'],
    ['subject=CN=mx.partner.de,O=Partner GmbH,C=DE', 'subject=CN=host-03.domain-02.invalid,O=organisation-01,C=DE'],
    ['250-mx.partner.de and 220 mx.partner.de', '250-host-03.domain-02.invalid and 220 host-03.domain-02.invalid'],
    ['see c:\\Users\\jane\\log and /home/jane/x', 'see ~\\log and ~/x'],
  ])('%j', (text, wanted) => {
    expect(replaced(text)).toBe(wanted);
  });

  it.each([
    'mail.@20261124T000000.s and mail.current, main.py, report.html, ../x.md',
    'Version: 14.2.0-620, OpenSSL 1.0.2.1, 12:34:56, 00:50:56:aa:bb:cc:dd:ee',
    '127.0.0.1 192.0.2.10 198.51.100.7 203.0.113.9 255.255.255.0 0.0.0.0 ::1 2001:db8::1 fe80::',
    'the.cpq.host the.cpq.release.host localhost www.cisco.com',
    'host-01.domain-02.invalid user-014@domain-02.invalid',
    'ECDHE-RSA-AES256-GCM-SHA384 TLSv1.2 e.g. i.e. 1.3.6.1.4.1.9',
    'BIOS: 4.11.fp, SSH-2.0-OpenSSH_8.0, curve25519-sha256@libssh.org, aes256-gcm@openssh.com',
    'Management: Info: Start MID 6 ICID 67542 admin',
  ])('leaves %j as it is', (text) => {
    expect(replaced(text)).toBe(text);
  });

  it('replaces the same value by the same pseudonym wherever it stands, whatever the order of the texts', () => {
    const texts = ['joe@partner.de', 'mx.partner.de 10.20.4.10', 'mx2.partner.de 10.20.4.11 dhcp-10-20-4-10'];
    const forwards = redactorOf(texts);
    const backwards = redactorOf([...texts].reverse());
    expect(texts.map((text) => forwards.redact(text))).toEqual(texts.map((text) => backwards.redact(text)));
    const all = forwards.redact(texts.join('\n'));
    expect(texts.map((text) => forwards.redact(text)).join('\n')).toBe(all);
    expect(forwards.leaks(all)).toEqual([]);
  });

  it('keeps the pseudonyms of an earlier bundle', () => {
    const first = redactorOf(['mx.partner.de 10.20.4.10 joe@partner.de']);
    const second = redactorOf(['aa.partner.de 10.20.4.9 10.20.4.10 ann@partner.de joe@partner.de'], {
      pseudonyms: first.table,
    });
    for (const text of ['mx.partner.de', '10.20.4.10', 'joe@partner.de'])
      expect(second.redact(text)).toBe(first.redact(text));
  });

  it('hides a name among the bytes of a handshake, and keeps their number', () => {
    const hex = (text: string) => Buffer.from(text).toString('hex');
    const redactor = redactorOf(['mx.partner.de']);
    expect(redactor.redact(`160301${hex('mx.partner.de')}0055`)).toBe(`160301${hex('x'.repeat(13))}0055`);
  });

  it('does not take a word of our own texts for a name', () => {
    const text = 'report of sma';
    expect(replaced(text)).toBe(text);
  });

  it('tells where an original is left', () => {
    const redactor = redactorOf(['joe@partner.de & O=Müller & Söhne']);
    expect(redactor.leaks('x\n<b>Müller &amp; Söhne</b>\nJOE@partner.de')).toEqual([
      { line: 2, kind: 'name' },
      { line: 3, kind: 'name' },
    ]);
  });
});

const octets = fc.tuple(...[0, 0, 0, 0].map(() => fc.integer({ min: 0, max: 255 })));
const v6 = fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 16, maxLength: 16 });
const address = fc.oneof(octets, v6).map((bytes) => ipaddr.fromByteArray([...bytes]).toString());
const sameBits = (left: string, right: string): number => {
  const bits = (text: string) =>
    ipaddr
      .parse(text)
      .toByteArray()
      .map((byte) => byte.toString(2).padStart(8, '0'))
      .join('');
  const [a, b] = [bits(left), bits(right)];
  const differs = [...a].findIndex((bit, index) => bit !== b[index]);
  return differs === -1 ? a.length : differs;
};

describe('addresses', () => {
  it('stay valid and of their class', () => {
    fc.assert(
      fc.property(address, (text) => {
        const pseudonym = pseudonymOfAddress('key', text);
        if (pseudonym === null) return;
        expect(ipaddr.parse(pseudonym).range()).toBe(ipaddr.parse(text).range());
      }),
    );
  });

  it('share as many bits as the originals do', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 24 - 1 }), fc.integer({ min: 0, max: 2 ** 24 - 1 }), (left, right) => {
        const inTen = (low: number) => `10.${low >> 16}.${(low >> 8) & 255}.${low & 255}`;
        const [a, b] = [pseudonymOfAddress('key', inTen(left)), pseudonymOfAddress('key', inTen(right))];
        expect(sameBits(a ?? '', b ?? '')).toBe(sameBits(inTen(left), inTen(right)));
      }),
    );
  });

  it('map different addresses differently', () => {
    fc.assert(
      fc.property(address, address, (left, right) => {
        fc.pre(left !== right);
        const [a, b] = [pseudonymOfAddress('key', left), pseudonymOfAddress('key', right)];
        expect(a === b && a !== null).toBe(false);
      }),
    );
  });

  it('answers what it answered before', () => {
    expect(
      ['10.20.4.10', '10.20.4.11', '8.8.8.8', '172.20.1.1', '2a01:4f8::1', '::ffff:10.20.4.10'].map((one) =>
        pseudonymOfAddress('key', one),
      ),
    ).toMatchInlineSnapshot(`
      [
        "10.130.157.95",
        "10.130.157.94",
        "8.231.128.176",
        "172.31.40.130",
        "2a01:f684:166e:8179:fed9:c4ba:f23b:7a3d",
        "::ffff:10.130.157.95",
      ]
    `);
  });
});
