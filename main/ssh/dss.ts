import { createPublicKey, createVerify } from 'node:crypto';

/** A DSS public key of tiny numbers (p 23, q 11, g 4, y 2). */
const TINY = Buffer.from('301c301406072a8648ce380401300902011702010b020104030400020102', 'hex');

const verifies = (): boolean => {
  try {
    const key = createPublicKey({ key: TINY, format: 'der', type: 'spki' });
    createVerify('sha1').update('').verify(key, Buffer.alloc(46));
    return true;
  } catch {
    return false;
  }
};

/** Whether this runtime signs and verifies DSS at all: BoringSSL, which Electron links, does not (measured on Bun). */
export const hasDss = verifies();
