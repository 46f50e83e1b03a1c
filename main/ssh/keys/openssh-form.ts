import type { JsonWebKey } from 'node:crypto';
import { framed, mpint } from './wire';

/** A private key in parts, each already framed as OpenSSH writes it. */
export interface KeyParts {
  readonly type: string;
  /** What follows the type in the public key. */
  readonly publicParts: readonly Buffer[];
  /** What follows the type in the private section. */
  readonly privateParts: readonly Buffer[];
}

const BLOCK = 8;
const NO_CHECK = Buffer.alloc(8);

const padded = (section: Buffer): Buffer => {
  const missing = (BLOCK - (section.length % BLOCK)) % BLOCK;
  return Buffer.concat([section, Buffer.from(Array.from({ length: missing }, (_, index) => index + 1))]);
};

/**
 * The key as an unencrypted `openssh-key-v1` text (PROTOCOL.key of OpenSSH): the one form of which ssh2 reads every type.
 * It depends on the key only, so that one key read from two formats gives one text.
 */
export const opensshForm = ({ type, publicParts, privateParts }: KeyParts): string => {
  const name = framed(Buffer.from(type));
  const section = padded(Buffer.concat([NO_CHECK, name, ...privateParts, framed(Buffer.alloc(0))]));
  const none = framed(Buffer.from('none'));
  const one = Buffer.of(0, 0, 0, 1);
  const head = [Buffer.from('openssh-key-v1\0'), none, none, framed(Buffer.alloc(0)), one];
  const body = Buffer.concat([...head, framed(Buffer.concat([name, ...publicParts])), framed(section)]);
  const lines = body.toString('base64').match(/.{1,70}/g) ?? [];
  return ['-----BEGIN OPENSSH PRIVATE KEY-----', ...lines, '-----END OPENSSH PRIVATE KEY-----', ''].join('\n');
};

const bytesOf = (text: string | undefined): Buffer => Buffer.from(text ?? '', 'base64url');
const CURVES: Readonly<Record<string, string>> = { 'P-256': 'nistp256', 'P-384': 'nistp384', 'P-521': 'nistp521' };

const rsaParts = (key: JsonWebKey): KeyParts => {
  const [n, e, d, p, q, qi] = [key.n, key.e, key.d, key.p, key.q, key.qi].map((one) => mpint(bytesOf(one)));
  const all = (parts: readonly (Buffer | undefined)[]) => parts.filter((one): one is Buffer => one !== undefined);
  return { type: 'ssh-rsa', publicParts: all([e, n]), privateParts: all([n, e, d, qi, p, q]) };
};

const curveParts = (key: JsonWebKey, curve: string): KeyParts => {
  const point = framed(Buffer.concat([Buffer.of(4), bytesOf(key.x), bytesOf(key.y)]));
  const shown = [framed(Buffer.from(curve)), point];
  return { type: `ecdsa-sha2-${curve}`, publicParts: shown, privateParts: [...shown, mpint(bytesOf(key.d))] };
};

const edwardsParts = (key: JsonWebKey): KeyParts => {
  const [shown, seed] = [bytesOf(key.x), bytesOf(key.d)];
  const point = framed(shown);
  return { type: 'ssh-ed25519', publicParts: [point], privateParts: [point, framed(Buffer.concat([seed, shown]))] };
};

/** The parts of a private key that `node:crypto` exported; null for a type that SSH does not use. */
export const partsOf = (key: JsonWebKey): KeyParts | null => {
  if (key.kty === 'RSA') return rsaParts(key);
  if (key.kty === 'OKP') return key.crv === 'Ed25519' ? edwardsParts(key) : null;
  const curve = CURVES[key.crv ?? ''];
  return key.kty === 'EC' && curve !== undefined ? curveParts(key, curve) : null;
};
