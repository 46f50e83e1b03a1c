import { createPrivateKey, type KeyObject } from 'node:crypto';
import ssh2 from 'ssh2';
import { hasDss } from '../dss';
import { armoured, isPemTooCostly } from './key-cost';
import { opensshForm, partsOf } from './openssh-form';
import { type KeyReading, no } from './reading';
import { frames } from './wire';

const BEGIN = /-----BEGIN ((?:[A-Z0-9]+ )*)PRIVATE KEY-----/;

/** Whether a text says that a private key in PEM armour begins in it. */
export const isPem = (text: string): boolean => BEGIN.test(text);

const isEncrypted = (text: string): boolean => /BEGIN ENCRYPTED PRIVATE KEY|Proc-Type: 4,ENCRYPTED/.test(text);

/** `openssh-key-v1`, then the name of the cipher (PROTOCOL.key of OpenSSH). */
const isOpensshEncrypted = (text: string): boolean => {
  const body = armoured(text);
  const [cipher] = frames(body.subarray('openssh-key-v1\0'.length), 1) ?? [];
  return body.toString('latin1', 0, 14) === 'openssh-key-v1' && cipher?.toString('latin1') !== 'none';
};

const converted = (key: KeyObject): KeyReading => {
  const parts = partsOf(key.export({ format: 'jwk' }));
  return parts === null
    ? no('key-type-unsupported', { type: key.asymmetricKeyType ?? 'unknown' })
    : { ok: true, key: opensshForm(parts) };
};

/** PKCS#1, SEC 1 and PKCS#8, encrypted or not, as `node:crypto` reads them. */
const readClassic = (text: string, passphrase: string | undefined): KeyReading => {
  const encrypted = isEncrypted(text);
  if (encrypted && passphrase === undefined) return no('key-passphrase-missing');
  let key: KeyObject;
  try {
    key = createPrivateKey(passphrase === undefined || !encrypted ? text : { key: text, passphrase });
  } catch {
    return no(encrypted ? 'key-passphrase-wrong' : 'key-unreadable');
  }
  const kind = key.asymmetricKeyType ?? 'unknown';
  return ['rsa', 'ec', 'ed25519'].includes(kind) ? converted(key) : no('key-type-unsupported', { type: kind });
};

/** What ssh2 reads itself: OpenSSH's own format, and DSS. */
const readOpenssh = (text: string, passphrase: string | undefined): KeyReading => {
  const encrypted = isEncrypted(text) || isOpensshEncrypted(text);
  if (encrypted && passphrase === undefined) return no('key-passphrase-missing');
  const key = ssh2.utils.parseKey(text, encrypted ? passphrase : undefined);
  if (key instanceof Error) return no(encrypted ? 'key-passphrase-wrong' : 'key-unreadable');
  if (key.type === 'ssh-dss')
    return hasDss ? { ok: true, key: key.getPrivatePEM() } : no('key-type-unsupported', { type: 'ssh-dss' });
  return converted(createPrivateKey(key.getPrivatePEM()));
};

/** A private key in PEM armour, classic or OpenSSH's own, as the unencrypted OpenSSH form. Never throws. */
export const readPem = (text: string, passphrase: string | undefined): KeyReading => {
  const [, kind = ''] = BEGIN.exec(text) ?? [];
  if (!text.includes(`-----END ${kind}PRIVATE KEY-----`)) return no('key-cut');
  if (isPemTooCostly(text)) return no('key-too-costly');
  try {
    return kind === 'OPENSSH ' || kind === 'DSA ' ? readOpenssh(text, passphrase) : readClassic(text, passphrase);
  } catch {
    return no('key-unreadable');
  }
};
