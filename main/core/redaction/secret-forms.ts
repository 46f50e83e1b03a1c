import { CERTIFICATE_REMOVED, SECRET_REMOVED } from './marker';
import { type Found, removeSecretElements } from './secret-elements';
import type { Kind } from './table';

const lines = (body: string, marker: string, first: (line: string) => string): string =>
  body.replace(/[^\s][^\r\n]*/g, (line) => (line.trimEnd() === marker ? line : first(line)));

/** PEM (RFC 7468): the body goes, the armour stays as a sign of what stood there. An end that was cut off counts. */
const PEM = /(-----BEGIN ([A-Z0-9 ]+)-----)([\s\S]*?)(?=-----END \2-----|-----BEGIN |$)/g;

const removePem = (text: string, found: Found, certificates: boolean): string =>
  text.replace(PEM, (whole, head: string, label: string, body: string) => {
    if (/PRIVATE KEY/.test(label)) return head + lines(body, SECRET_REMOVED, (line) => found(line, 'key', false));
    if (!certificates || !/CERTIFICATE/.test(label)) return whole;
    return (
      head +
      lines(body, CERTIFICATE_REMOVED, (line) => {
        found(line, 'certificate', false);
        return CERTIFICATE_REMOVED;
      })
    );
  });

interface Form {
  readonly kind: Kind;
  /** Group 1 stays, group 2 is the secret. */
  readonly pattern: RegExp;
  readonly sure: boolean;
}

/** Already removed, masked by the appliance, or a question with its proposed answer (`[N]>`). */
const NOT_A_VALUE = '(?!\\[(?:secret|certificate) removed\\]|\\*+(?:\\s|$)|\\[[^\\]\\s]*\\]>)';
const VALUE = `(${NOT_A_VALUE}(?:"[^"\\r\\n]+"|'[^'\\r\\n]+'|(?=\\S*[\\p{L}\\p{N}])[^\\s<>]+))`;

const FORMS: readonly Form[] = [
  // `$6$salt$hash` of crypt(5), `{SSHA}…` of RFC 2307.
  { kind: 'hash', sure: false, pattern: /()(\$(?:1|2[abxy]?|5|6|7|y|gy|argon2\w*)\$[A-Za-z0-9./$=,+-]{6,})/g },
  { kind: 'hash', sure: false, pattern: /(\{S?(?:SHA|MD5|CRYPT)\d*\})([A-Za-z0-9+/=]{16,})/g },
  // `password: hunter2`, `"secret"="…"`, `snmp community: public`; a colon with nothing behind it is a question.
  {
    kind: 'password',
    sure: true,
    pattern: new RegExp(
      `(\\b(?:pass(?:word|phrase|wd|code)|pwd|mot de passe|secret|community|api[ _-]?key|auth[ _-]?key|token|credentials?|session[ _-]?id)["']?[ \\t\\u00a0\\u202f]*[:=][ \\t]*)${VALUE}`,
      'giu',
    ),
  },
  // RFC 4954: `AUTH PLAIN AHVzZXIAcGFzcw==`; RFC 7235: `Authorization: Basic …`.
  {
    kind: 'password',
    sure: false,
    pattern: /(\bAUTH (?:PLAIN|LOGIN|CRAM-MD5|XOAUTH2) )([A-Za-z0-9+/=]{4,})/gi,
  },
  { kind: 'password', sure: false, pattern: /(\bAuthorization: *(?:Basic|Bearer|Digest) +)((?!\[secret)[^\s"]+)/gi },
  { kind: 'secret', sure: false, pattern: /(\bsession )((?=[A-Za-z_-]*\d)(?=[\d_-]*[A-Za-z])[A-Za-z0-9_-]{8,})/g },
  // A password inside an address: `ftp://user:password@host`.
  { kind: 'password', sure: false, pattern: /(\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@]+:)((?!\[secret)[^\s/@]+)(?=@)/gi },
  // Public keys of RFC 4253 identify people and machines.
  {
    kind: 'key',
    sure: false,
    pattern: /(\b(?:ssh-(?:rsa|dss|ed25519)|ecdsa-sha2-nistp\d+) )(AAAA[A-Za-z0-9+/=]{8,})/g,
  },
];

/** The letters inside quotation marks, which themselves stay. */
const unquoted = (value: string): [string, string, string] => {
  const mark = /^(["'])[\s\S]*\1$/.exec(value)?.[1] ?? '';
  return mark === '' || value.length < 2 ? ['', value, ''] : [mark, value.slice(1, -1), mark];
};

const removeForm = (text: string, { kind, pattern, sure }: Form, found: Found): string =>
  text.replace(pattern, (whole, before: string, value: string) => {
    const [open, inner, close] = unquoted(value);
    return inner === SECRET_REMOVED || inner === '' ? whole : before + open + found(inner, kind, sure) + close;
  });

/**
 * Removes what is a secret by its form: private keys, secret elements of a configuration, password hashes, values
 * behind the word password and its kin. `found` hears each of them and answers what stands there instead.
 */
export const removeForms = (text: string, found: Found, options: { certificates: boolean }): string => {
  const armoured = removePem(text, found, options.certificates);
  return FORMS.reduce((rest, form) => removeForm(rest, form, found), removeSecretElements(armoured, found));
};
