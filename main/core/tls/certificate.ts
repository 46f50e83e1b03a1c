import { sha256 } from '@noble/hashes/sha2.js';
import { AsnParser } from '@peculiar/asn1-schema';
import { Certificate, type Time } from '@peculiar/asn1-x509';
import type { TlsCertificate } from '../model';
import { hex } from './bytes';
import { nameText } from './distinguished-name';
import { keyFacts } from './key-facts';

/**
 * Read with the parts that @peculiar/x509 is made of: the package itself asks for a Reflect polyfill and a container
 * before it parses anything, and the core has neither.
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

/** Real certificates take a few kilobytes; what a hostile peer sends beyond this is not parsed. */
export const LONGEST_CERTIFICATE = 64 * 1024;

/** `2026-11-24T20:40:00Z`; throws on a date that is none. */
const timeText = (time: Time): string => time.getTime().toISOString().replace('.000', '');

const factsOf = (der: Uint8Array): TlsCertificate => {
  const { tbsCertificate: whole, signatureAlgorithm } = AsnParser.parse(der, Certificate);
  return {
    subject: nameText(whole.subject),
    issuer: nameText(whole.issuer),
    sha256: hex(sha256(der)),
    notBefore: timeText(whole.validity.notBefore),
    notAfter: timeText(whole.validity.notAfter),
    ...keyFacts(whole.subjectPublicKeyInfo),
    signature: signatures[signatureAlgorithm.algorithm] ?? signatureAlgorithm.algorithm,
  };
};

/**
 * The facts of a certificate (RFC 5280 section 4.1), with its SHA-256 over the DER; null where it is no certificate or
 * longer than `LONGEST_CERTIFICATE`. Judges nothing: neither names, nor dates, nor signatures.
 */
export const readCertificate = (der: Uint8Array): TlsCertificate | null => {
  if (der.length > LONGEST_CERTIFICATE) return null;
  try {
    return factsOf(der);
  } catch {
    // The library throws on any bytes that are no certificate: that is an answer here, not a fault.
    return null;
  }
};
