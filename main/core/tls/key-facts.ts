import { ECParameters } from '@peculiar/asn1-ecc';
import { RSAPublicKey } from '@peculiar/asn1-rsa';
import { AsnParser } from '@peculiar/asn1-schema';
import type { SubjectPublicKeyInfo } from '@peculiar/asn1-x509';

/** What a certificate's public key is; `keyBits` null where the size does not follow from the algorithm or is not known. */
export interface KeyFacts {
  readonly keyType: string;
  readonly keyBits: number | null;
}

/** Algorithms of public keys (RFC 3279, 4055, 5480, 8410), with the name of their kind. */
const KINDS: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.1': 'RSA',
  '1.2.840.113549.1.1.10': 'RSA-PSS',
  '1.2.840.10040.4.1': 'DSA',
  '1.2.840.10045.2.1': 'EC',
  '1.3.101.112': 'ED25519',
  '1.3.101.113': 'ED448',
};

/** Sizes that the algorithm or its curve fixes (RFC 5480, 5639, 8410). */
const FIXED_BITS: Readonly<Record<string, number>> = {
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

/** How many bits an integer has, its sign byte not counted. */
const integerBits = (integer: ArrayBuffer): number => {
  const content = new Uint8Array(integer);
  const first = content.findIndex((byte) => byte !== 0);
  return first < 0 ? 0 : (content.length - first) * 8 - (Math.clz32(content[first] ?? 0) - 24);
};

const bitsOf = ({ algorithm, subjectPublicKey }: SubjectPublicKeyInfo, kind: string): number | null => {
  if (kind.startsWith('RSA')) return integerBits(AsnParser.parse(subjectPublicKey, RSAPublicKey).modulus);
  if (kind !== 'EC') return FIXED_BITS[algorithm.algorithm] ?? null;
  const parameters = algorithm.parameters ? AsnParser.parse(algorithm.parameters, ECParameters) : null;
  return FIXED_BITS[parameters?.namedCurve ?? ''] ?? null;
};

/** The kind and size of a public key; an unknown algorithm stands as its dotted number. Throws where the key is none. */
export const keyFacts = (key: SubjectPublicKeyInfo): KeyFacts => {
  const id = key.algorithm.algorithm;
  const keyType = KINDS[id] ?? id;
  return { keyType, keyBits: bitsOf(key, keyType) };
};
