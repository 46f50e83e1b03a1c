import { createDecipheriv, createHmac, timingSafeEqual } from 'node:crypto';
import { hasDss } from '../dss';
import { type KeyParts, opensshForm } from './openssh-form';
import { isTooCostly, type PpkSecrets, ppkSecrets } from './ppk-secrets';
import { type PpkText, readPpkText } from './ppk-text';
import { type KeyReading, no } from './reading';
import { framed, frames } from './wire';

/** How many parts each type has in the public and in the private blob. */
const SHAPES: Readonly<Record<string, readonly [number, number]>> = {
  'ssh-rsa': [2, 4],
  'ssh-dss': [4, 1],
  'ssh-ed25519': [1, 1],
  'ecdsa-sha2-nistp256': [2, 1],
  'ecdsa-sha2-nistp384': [2, 1],
  'ecdsa-sha2-nistp521': [2, 1],
};

const decrypted = ({ encryption, privateBlob }: PpkText, { cipherKey, iv }: PpkSecrets): Buffer | null => {
  if (encryption === 'none') return privateBlob;
  if (privateBlob.length === 0 || privateBlob.length % 16 !== 0) return null;
  const decipher = createDecipheriv('aes-256-cbc', cipherKey, iv).setAutoPadding(false);
  return Buffer.concat([decipher.update(privateBlob), decipher.final()]);
};

/** The MAC covers type, encryption, comment and both blobs, the private one as it is when decrypted, padding and all. */
const isUntouched = (key: PpkText, plain: Buffer, { macKey }: PpkSecrets): boolean => {
  const hmac = createHmac(key.version === 2 ? 'sha1' : 'sha256', macKey);
  const texts = [key.type, key.encryption].map((one) => Buffer.from(one, 'latin1'));
  for (const part of [...texts, key.comment, key.publicBlob, plain]) hmac.update(framed(part));
  const digest = hmac.digest();
  return digest.length === key.mac.length && timingSafeEqual(digest, key.mac);
};

const ordered = (type: string, shown: readonly Buffer[], hidden: readonly Buffer[]): readonly Buffer[] => {
  const [first = Buffer.alloc(0), second = Buffer.alloc(0)] = shown;
  const [one = Buffer.alloc(0), p = Buffer.alloc(0), q = Buffer.alloc(0), inverse = Buffer.alloc(0)] = hidden;
  if (type === 'ssh-rsa') return [second, first, one, inverse, p, q];
  return type === 'ssh-ed25519' ? [first, Buffer.concat([one, first])] : [...shown, one];
};

const partsOf = ({ type, publicBlob }: PpkText, plain: Buffer): KeyParts | null => {
  const [shownCount, hiddenCount] = SHAPES[type] ?? [0, 0];
  const [named, ...shown] = frames(publicBlob, 1 + shownCount) ?? [];
  const hidden = frames(plain, hiddenCount);
  if (named?.toString('latin1') !== type || shown.length !== shownCount || hidden === null) return null;
  return {
    type,
    publicParts: shown.map(framed),
    privateParts: ordered(type, shown, hidden).map(framed),
  };
};

/** What a file says of itself that leaves nothing to read. */
const refused = (key: PpkText, passphrase: string | undefined): KeyReading | null => {
  const usable = SHAPES[key.type] !== undefined && (key.type !== 'ssh-dss' || hasDss);
  if (!usable) return no('key-type-unsupported', { type: key.type });
  if (key.encryption === 'none') return null;
  if (key.encryption !== 'aes256-cbc') return no('key-format-unsupported', { format: key.encryption });
  if (passphrase === undefined) return no('key-passphrase-missing');
  const affordable = key.version === 2 || (key.derivation !== null && !isTooCostly(key.derivation));
  return affordable ? null : no('key-too-costly');
};

/**
 * A PuTTY private key file of version 2 or 3 (RSA, DSS, ECDSA, Ed25519; encrypted or not), its MAC checked, as the
 * unencrypted OpenSSH form. Reads nothing of a file whose MAC is wrong.
 */
export const readPpk = async (text: string, passphrase: string | undefined): Promise<KeyReading> => {
  const read = readPpkText(text);
  if (!read.ok)
    return read.why === 'cut' ? no('key-cut') : no('key-format-unsupported', { format: `PPK ${read.version}` });
  const { key } = read;
  const not = refused(key, passphrase);
  if (not !== null) return not;
  const secrets = await ppkSecrets(key, passphrase ?? '');
  const plain = decrypted(key, secrets);
  if (plain === null) return no('key-cut');
  if (!isUntouched(key, plain, secrets)) return no(key.encryption === 'none' ? 'key-damaged' : 'key-passphrase-wrong');
  const parts = partsOf(key, plain);
  return parts === null ? no('key-damaged') : { ok: true, key: opensshForm(parts) };
};
