import { createHash } from 'node:crypto';

/** `SHA256:…` of a public key as it stands on the wire, as `ssh-keygen -l` prints it. */
export const fingerprintOf = (key: Buffer): string =>
  `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`;

/** The type that a public key on the wire names (RFC 4253 section 6.6: a string first), or `unknown`. */
export const keyTypeOf = (key: Buffer): string => {
  if (key.length < 4) return 'unknown';
  const length = key.readUInt32BE(0);
  const name = key.subarray(4, 4 + length).toString('latin1');
  return length <= 64 && /^[\w@.-]+$/.test(name) && name.length === length ? name : 'unknown';
};
