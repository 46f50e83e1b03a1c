import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Kind, redactorFor } from '../../../main/core/redaction';
import { materialOf } from './material';

const FIXTURES = join(import.meta.dirname, '../../fixtures');
const fixture = (path: string): string => readFileSync(join(FIXTURES, path), 'latin1');

const redacted = (text: string, secrets: readonly string[] = []): string =>
  redactorFor(materialOf({ texts: [text], secrets })).redact(text);

describe('secrets by their form', () => {
  it.each([
    ['<enc_password>$6$abc$defghijk</enc_password>', '<enc_password>[secret removed]</enc_password>'],
    ['<ldap_server_pass>abc</ldap_server_pass>', '<ldap_server_pass>[secret removed]</ldap_server_pass>'],
    ['<snmp_community>public</snmp_community>', '<snmp_community>[secret removed]</snmp_community>'],
    ['  <key>MIIEvAAA</key>', '  <key>[secret removed]</key>'],
    ['MIIEvAAA</key>', '[secret removed]</key>'],
    ['<key>MIIEvAAA', '<key>[secret removed]'],
    [
      '<snmp_credentials><user>bob</user></snmp_credentials>',
      '<snmp_credentials><user>[secret removed]</user></snmp_credentials>',
    ],
    ['user:$1$salt$hashhash:0:0', 'user:[secret removed]:0:0'],
    ['{SSHA}0123456789abcdef==', '{SSHA}[secret removed]'],
    ['password: hunter2', 'password: [secret removed]'],
    ['{"password":"a b","user":"bob"}', '{"password":"[secret removed]","user":"bob"}'],
    ['mot de passe : truc', 'mot de passe : [secret removed]'],
    ['AUTH PLAIN AHVzZXIAcGFzcw==', 'AUTH PLAIN [secret removed]'],
    ['Authorization: Basic dXNlcjpwYXNz', 'Authorization: Basic [secret removed]'],
    ['ftp://bob:hunter2@host/x', 'ftp://bob:[secret removed]@host/x'],
    ['User bob logged in, session k9X2vQ7Lm0', 'User bob logged in, session [secret removed]'],
    ['ssh-rsa AAAAB3NzaC1yc2E= bob@laptop', 'ssh-rsa [secret removed] bob@laptop'],
    [
      '-----BEGIN RSA PRIVATE KEY-----\r\nMIIE\r\nabcd\r\n-----END RSA PRIVATE KEY-----\r\nrest',
      '-----BEGIN RSA PRIVATE KEY-----\r\n[secret removed]\r\n[secret removed]\r\n-----END RSA PRIVATE KEY-----\r\nrest',
    ],
    ['-----BEGIN PRIVATE KEY-----\nMIIE', '-----BEGIN PRIVATE KEY-----\n[secret removed]'],
  ])('%j', (text, wanted) => {
    expect(redacted(text)).toBe(wanted);
  });

  it.each([
    '<enc_password>*****</enc_password>',
    '<passthrough>on</passthrough>',
    '<keyword_list>free</keyword_list>',
    'Password:',
    'Old Password: ',
    'Enter the passphrase: []>',
    'New passphrase: [N]> ',
    '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----',
    'Choose the passphrase option:\n1. Mask passphrases',
    'DCID 48213 TLS failed: verify error: no certificate from server',
    'SHA256:qkX0JX7PFBIOuFj1CKd1NoCxNJ4zAzHSSD9OuB7mJ5k',
    'TLSv1.2 ECDHE-RSA-AES256-GCM-SHA384',
    'session 12345678',
  ])('leaves %j as it is', (text) => {
    expect(redacted(text)).toBe(text);
  });

  it('takes the secrets out of an export and leaves its lines and everything else', () => {
    const text = fixture('config/esa-secrets-latin1.xml');
    const before = text.split('\n');
    const after = redacted(text).split('\n');
    expect(after.length).toBe(before.length);
    expect(after.flatMap((line, index) => (line === before[index] ? [] : [line.trim()]))).toEqual([
      '<enc_password>[secret removed]</enc_password>',
      '<public_key>[secret removed]</public_key>',
      '<key>[secret removed]</key>',
      '<ldap_server_pass>[secret removed]</ldap_server_pass>',
      '<bounce_verification_secret>[secret removed]</bounce_verification_secret>',
    ]);
  });

  it('changes nothing in what appliances print and log', () => {
    const changed = ['cli', 'logs'].flatMap((folder) =>
      readdirSync(join(FIXTURES, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.name.endsWith('.gz'))
        .map((entry) => join(entry.parentPath, entry.name))
        .filter((path) => {
          const text = readFileSync(path, 'latin1');
          return redacted(text) !== text;
        }),
    );
    expect(changed).toEqual([]);
  });

  it('counts by kind', () => {
    const text = 'password: hunter2x\n<key>abc</key>\n$6$abc$defghijk';
    const tally = new Map<Kind, number>();
    redactorFor(materialOf({ texts: [text] })).redact(text, tally);
    expect(Object.fromEntries(tally)).toEqual({ hash: 1, password: 1, secret: 1 });
  });
});

describe('secrets that are known', () => {
  const secret = 'p&ss <w"rd\'é/1';
  it.each([
    ['as it is', secret],
    ['in XML', 'p&amp;ss &lt;w&quot;rd&apos;é/1'],
    ['in HTML', 'p&amp;ss &lt;w&quot;rd&#39;é/1'],
    ['in a URL', encodeURIComponent(secret)],
    ['in a form', new URLSearchParams({ x: secret }).toString().slice(2)],
    ['in base64', Buffer.from(secret).toString('base64')],
    ['in hexadecimal', Buffer.from(secret).toString('hex')],
    ['in JSON', JSON.stringify(secret).slice(1, -1)],
    ['in JSON in JSON', JSON.stringify(JSON.stringify(secret)).slice(3, -3)],
  ])('%s', (_how, echoed) => {
    expect(redacted(`before ${echoed} after`, [secret])).toBe('before [secret removed] after');
  });

  it.each([0, 1, 2])('in the middle of a base64 text, %d bytes in', (shift) => {
    const echoed = Buffer.from(`${'u'.repeat(shift)}${secret}more`).toString('base64');
    const redactor = redactorFor(materialOf({ texts: [], secrets: [secret] }));
    expect(redactor.leaks(echoed)).toEqual([{ line: 1, kind: 'secret' }]);
    expect(redactor.leaks(redactor.redact(echoed))).toEqual([]);
  });

  it('learns a secret in one text and removes it from all', () => {
    const redactor = redactorFor(materialOf({ texts: ['notes hold Tr0ub4dor&3', '<x_secret>Tr0ub4dor&3</x_secret>'] }));
    expect(redactor.redact('notes hold Tr0ub4dor&3')).toBe('notes hold [secret removed]');
  });

  it('removes a short or common one only where nothing else can be meant', () => {
    const redactor = redactorFor(materialOf({ texts: [], secrets: ['abc', 'cisco', '7025'] }));
    expect(redactor.redact('port 7025 of cisco abc\nabc\n"7025"\r\ncisco\npassword=cisco')).toBe(
      'port 7025 of cisco abc\n[secret removed]\n"[secret removed]"\r\ncisco\npassword=[secret removed]',
    );
    expect(redactor.leaks('port 7025 of cisco abc')).toEqual([]);
  });

  it('says on which line one is left, and not which', () => {
    const redactor = redactorFor(materialOf({ secrets: ['Tr0ub4dor&3'] }));
    expect(redactor.leaks('a\nb Tr0ub4dor&amp;3\n')).toEqual([{ line: 2, kind: 'secret' }]);
  });

  it('keeps the lines of a key that was given as a secret', () => {
    const key = 'AAAABBBBCCCC\nDDDDEEEEFFFF';
    expect(redacted(`x\n${key}\ny`, [key])).toBe('x\n[secret removed]\n[secret removed]\ny');
  });

  it('removes any secret from any text, and a second time changes nothing', () => {
    const secrets = fc.array(fc.string({ minLength: 4, maxLength: 20, unit: 'grapheme' }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(secrets, fc.array(fc.string()), (planted, around) => {
        const text = around.flatMap((piece, index) => [piece, planted[index % planted.length] ?? '']).join(' ');
        const redactor = redactorFor(materialOf({ texts: [text], secrets: planted }));
        const once = redactor.redact(text);
        expect(redactor.leaks(once)).toEqual([]);
        expect(redactor.redact(once)).toBe(once);
        expect(once.split('\n').length).toBe(text.split('\n').length);
      }),
    );
  });

  it('stays quick on a long line', () => {
    const line = `${'a'.repeat(50_000)} ${'<'.repeat(5000)} ${'password'.repeat(2000)} ${'a.'.repeat(20_000)}`;
    const redactor = redactorFor(materialOf({ texts: [line], secrets: ['Tr0ub4dor&3'], pseudonyms: null }));
    expect(redactor.redact(line)).toBe(line);
  });
});
