import { createHash } from 'node:crypto';
import ssh2 from 'ssh2';
import { isPpk } from './ppk-text';
import { isPem, readPem } from './read-pem';
import { readPpk } from './read-ppk';
import { type KeyReading, no } from './reading';

const isPublic = (text: string): boolean => {
  const parsed = ssh2.utils.parseKey(text);
  return !(parsed instanceof Error) && !parsed.isPrivateKey();
};

const readNow = async (text: string, passphrase: string | undefined): Promise<KeyReading> => {
  if (isPpk(text)) return readPpk(text, passphrase);
  if (isPem(text)) return readPem(text, passphrase);
  return no(isPublic(text) ? 'key-not-private' : 'key-unreadable');
};

/** Members of a cluster are logged in to at the same time, mostly with one key: it is opened once. */
const reading = new Map<string, Promise<KeyReading>>();

/**
 * A private key file of OpenSSH, PEM (PKCS#1, SEC 1, PKCS#8) or PuTTY (version 2 and 3) as an unencrypted text that ssh2
 * signs with, the same for the same key whatever it was read from; else why not. Nothing of the key stands in a reason.
 */
export const readPrivateKey = (bytes: Buffer, passphrase: string | undefined): Promise<KeyReading> => {
  const id = createHash('sha256')
    .update(bytes)
    .update('\0')
    .update(passphrase ?? '')
    .digest('hex');
  const running = reading.get(id);
  if (running !== undefined) return running;
  const begun = readNow(bytes.toString('latin1'), passphrase).finally(() => reading.delete(id));
  reading.set(id, begun);
  return begun;
};
