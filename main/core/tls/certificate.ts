import { sha256 } from '@noble/hashes/sha2.js';
import type { TlsCertificate } from '../model';
import { hex, textOf } from './bytes';
import { BIT_STRING, type Element, elementAt, elementsIn, INTEGER, integerBits, objectId, SEQUENCE } from './der';
import { nameText } from './distinguished-name';

/**
 * A reader of our own, because @peculiar/x509 asks for a Reflect polyfill and a container before it parses
 * anything, and the core has neither.
 */

/** Signature algorithms by OpenSSL's names (RFC 3279, 4055, 5758, 8410). */
const signatures: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.4': 'md5WithRSAEncryption',
  '1.2.840.113549.1.1.5': 'sha1WithRSAEncryption',
  '1.2.840.113549.1.1.10': 'rsassaPss',
  '1.2.840.113549.1.1.11': 'sha256WithRSAEncryption',
  '1.2.840.113549.1.1.12': 'sha384WithRSAEncryption',
  '1.2.840.113549.1.1.13': 'sha512WithRSAEncryption',
  '1.2.840.113549.1.1.14': 'sha224WithRSAEncryption',
  '1.2.840.10040.4.3': 'dsa-with-SHA1',
  '2.16.840.1.101.3.4.3.2': 'dsa_with_SHA256',
  '1.2.840.10045.4.1': 'ecdsa-with-SHA1',
  '1.2.840.10045.4.3.2': 'ecdsa-with-SHA256',
  '1.2.840.10045.4.3.3': 'ecdsa-with-SHA384',
  '1.2.840.10045.4.3.4': 'ecdsa-with-SHA512',
  '1.3.101.112': 'ED25519',
  '1.3.101.113': 'ED448',
};

/** Sizes that the algorithm or its curve fixes (RFC 5480, 5639, 8410). */
const fixedBits: Readonly<Record<string, number>> = {
  '1.2.840.10045.3.1.1': 192,
  '1.2.840.10045.3.1.7': 256,
  '1.3.132.0.10': 256,
  '1.3.132.0.33': 224,
  '1.3.132.0.34': 384,
  '1.3.132.0.35': 521,
  '1.3.36.3.3.2.8.1.1.7': 256,
  '1.3.36.3.3.2.8.1.1.11': 384,
  '1.3.36.3.3.2.8.1.1.13': 512,
  '1.3.101.112': 256,
  '1.3.101.113': 456,
};
const RSA = ['1.2.840.113549.1.1.1', '1.2.840.113549.1.1.10'];
const DSA = '1.2.840.10040.4.1';
const EC = '1.2.840.10045.2.1';
const UTC_TIME = 23;

/** UTCTime and GeneralizedTime as RFC 5280 section 4.1.2.5 has them: always in Z. */
const timeText = ({ tag, content }: Element): string | null => {
  const text = textOf(content);
  const century = tag === UTC_TIME ? (Number(text.slice(0, 2)) < 50 ? '20' : '19') : '';
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?Z$/.exec(century + text);
  if (!parts) return null;
  const [, year, month, day, hour, minute, second = '00'] = parts;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
};

/** The modulus of RSAPublicKey, behind the count of unused bits of the BIT STRING. */
const rsaBits = (key: Element): number | null => {
  const sequence = elementAt(key.content.subarray(1));
  const [modulus] = (sequence && elementsIn(sequence.content)) || [];
  return modulus?.tag === INTEGER ? integerBits(modulus.content) : null;
};

const keyBits = (info: Element): number | null => {
  const [algorithm, key] = elementsIn(info.content) ?? [];
  const [id, parameters] = (algorithm && elementsIn(algorithm.content)) || [];
  if (!id || key?.tag !== BIT_STRING) return null;
  const name = objectId(id.content);
  if (RSA.includes(name)) return rsaBits(key);
  if (name === EC) return parameters ? (fixedBits[objectId(parameters.content)] ?? null) : null;
  const [prime] = name === DSA && parameters ? (elementsIn(parameters.content) ?? []) : [];
  return prime ? integerBits(prime.content) : (fixedBits[name] ?? null);
};

/** The fields of a TBSCertificate without its optional version (RFC 5280 section 4.1). */
const fieldsOf = (whole: Element): Element[] | null => {
  const fields = elementsIn(whole.content);
  return fields?.[0]?.tag === 0xa0 ? fields.slice(1) : fields;
};

const outerParts = (der: Uint8Array): [Element, Element] | null => {
  const whole = elementAt(der);
  const [tbs, algorithm] = (whole?.tag === SEQUENCE && elementsIn(whole.content)) || [];
  return tbs && algorithm ? [tbs, algorithm] : null;
};

/**
 * The facts of a certificate (RFC 5280 section 4.1), with its SHA-256 over the DER; null where it is no certificate.
 * Judges nothing: neither names, nor dates, nor signatures.
 */
export const readCertificate = (der: Uint8Array): TlsCertificate | null => {
  const outer = outerParts(der);
  const [, , issuer, validity, subject, info] = (outer && fieldsOf(outer[0])) || [];
  const [from, to] = (validity && elementsIn(validity.content)) || [];
  const [algorithm] = (outer && elementsIn(outer[1].content)) || [];
  if (!issuer || !subject || !info || !from || !to || !algorithm) return null;
  const names = { subject: nameText(subject), issuer: nameText(issuer) };
  const dates = { notBefore: timeText(from), notAfter: timeText(to) };
  if (names.subject === null || names.issuer === null || dates.notBefore === null || dates.notAfter === null)
    return null;
  const id = objectId(algorithm.content);
  return {
    subject: names.subject,
    issuer: names.issuer,
    sha256: hex(sha256(der)),
    notBefore: dates.notBefore,
    notAfter: dates.notAfter,
    keyBits: keyBits(info),
    signature: signatures[id] ?? id,
  };
};
