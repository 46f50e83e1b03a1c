import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import tls from 'node:tls';

/**
 * Electron links BoringSSL, which has no anonymous suites, no DHE, no Camellia, ARIA or CCM, and no `@SECLEVEL`:
 * a cipher string that names one throws there and passes on Node. This makes Node refuse the same strings, so that
 * they are found without Electron. It shows refusals only, not how BoringSSL negotiates.
 */
const REFUSED = /@SECLEVEL|aNULL|(^|[-+])(ADH|AECDH|DH|DHE|EDH|kDHE|kEDH|CAMELLIA\d*|ARIA\d*|AESCCM8?|CCM8?|SRP)(-|$)/i;
/** Names with a minus sign in front take suites away; those are harmless where unknown. */
const tokens = (/** @type {string} */ list) => list.split(/[:, ]/).filter((token) => !/^[!-]/.test(token));

const refusal = (/** @type {string} */ code, /** @type {string} */ text) => Object.assign(new Error(text), { code });

const demandKnownCiphers = (/** @type {any} */ options) => {
  const list = options?.ciphers;
  if (typeof list !== 'string') return;
  const wrong = tokens(list).find((token) => REFUSED.test(token));
  if (wrong === undefined) return;
  throw wrong.includes('@')
    ? refusal('ERR_SSL_INVALID_COMMAND', `posing as BoringSSL: invalid command ${wrong}`)
    : refusal('ERR_SSL_NO_CIPHER_MATCH', `posing as BoringSSL: no cipher match for ${wrong}`);
};

const unknownCipher = (/** @type {string} */ name) => /^chacha20$|^chacha20-poly1305$|camellia|aria|-ccm/i.test(name);

/** Guards a function of `node:tls` or `node:crypto`. @param {any} room @param {string} name @param {(...all: any[]) => void} guard */
const guarded = (room, name, guard) => {
  const original = room[name];
  room[name] = (/** @type {any[]} */ ...args) => {
    guard(...args);
    return original.apply(room, args);
  };
};

const demandKnownCipher = (/** @type {string} */ name) => {
  if (unknownCipher(name)) throw refusal('ERR_CRYPTO_UNKNOWN_CIPHER', 'posing as BoringSSL: Unknown cipher');
};
/** RFC 2409's groups are missing there, RFC 3526's are not. */
const demandKnownGroup = (/** @type {string} */ name) => {
  if (name === 'modp1' || name === 'modp2')
    throw refusal('ERR_CRYPTO_UNKNOWN_DH_GROUP', 'posing as BoringSSL: Unknown DH group');
};

export const poseAsBoringSsl = () => {
  guarded(tls, 'createSecureContext', demandKnownCiphers);
  guarded(crypto, 'createCipheriv', demandKnownCipher);
  guarded(crypto, 'createDecipheriv', demandKnownCipher);
  guarded(crypto, 'createDiffieHellmanGroup', demandKnownGroup);
  guarded(crypto, 'getDiffieHellman', demandKnownGroup);
  const [ciphers, suites] = [crypto.getCiphers, tls.getCiphers];
  crypto.getCiphers = () => ciphers().filter((name) => !unknownCipher(name));
  tls.getCiphers = () => suites().filter((name) => !REFUSED.test(name));
  syncBuiltinESMExports();
};
