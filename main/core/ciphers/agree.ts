import type { CertificateKey } from '../model/cipher-report';
import { atLeast, suiteNamed, type TlsVersion } from '../tls';
import { SSLV2 } from './suite';

/** What two ends would agree on; null where they share nothing. */
export interface Agreement {
  readonly clientOrder: string | null;
  readonly serverOrder: string | null;
}

/** The other end of a negotiation on paper. */
export interface Responder {
  /** In its order of preference: its list expanded, or its measured inventory. */
  readonly suites: readonly string[];
  /** What its certificate holds decides what it serves. Null for a measured inventory: what answered is served. */
  readonly key: CertificateKey | null;
  /** False where it has no parameters for DHE and ADH, or no curve for ECDHE and AECDH. */
  readonly dh?: boolean;
  readonly curves?: boolean;
  /** The newest version that both ends speak, where it is known: suites of a newer one are out. */
  readonly newest?: TlsVersion;
}

/** EDH-RSA-DES-CBC3-SHA and DHE-RSA-DES-CBC3-SHA are one suite: by its code, or by its name where it has none. */
const identityOf = (name: string): number | string => suiteNamed(name)?.code ?? name;

/**
 * Whether a certificate of that key serves the suite (ssl_set_masks of OpenSSL; measured with 1.0.2s, 1.1.1k and 3.0).
 * Fixed Diffie-Hellman needs a certificate that holds DH parameters, and `ECDH-RSA-…` one that an RSA key signed: no
 * self-signed one does.
 */
const servedBy = (name: string, key: CertificateKey): boolean => {
  const suite = suiteNamed(name);
  switch (suite?.authentication) {
    case 'None':
      return true;
    case 'RSA':
    case 'DSS':
    case 'ECDSA':
      return suite.authentication === key;
    case 'ECDH':
      return key === 'ECDSA' && suite.keyExchange === 'ECDH/ECDSA';
    default:
      return suite === null;
  }
};

const canCarry = (name: string, { dh = true, curves = true, newest = 'TLSv1.2' }: Responder): boolean => {
  const suite = suiteNamed(name);
  if (suite === null) return true;
  const grouped = (dh || suite.keyExchange !== 'DH') && (curves || suite.keyExchange !== 'ECDH');
  return grouped && atLeast(newest, suite.from);
};

/** The suites that the responder really serves, in its order. */
const served = (responder: Responder): readonly string[] => {
  const { suites, key } = responder;
  return suites.filter((name) => (key === null || servedBy(name, key)) && canCarry(name, responder));
};

/** The suites of the initiator's list that the responder serves, in the initiator's order; those of SSLv2 do not count. */
export const sharedSuites = (initiator: readonly string[], responder: Responder): readonly string[] => {
  const there = new Set(served(responder).map(identityOf));
  return initiator.filter((suite) => !suite.endsWith(SSLV2) && there.has(identityOf(suite)));
};

/**
 * What both agree on below TLS 1.3, named as the initiator names it: the first shared suite of the initiator's list
 * (`clientOrder`, OpenSSL's habit, RFC 5246 section 7.4.1.3), or of the responder's (`serverOrder`,
 * SSL_OP_CIPHER_SERVER_PREFERENCE). Measured with real peers of four generations by `tests/world/ciphers-paper`.
 */
export const negotiate = (initiator: readonly string[], responder: Responder): Agreement => {
  const shared = sharedSuites(initiator, responder);
  const byIdentity = new Map([...shared].reverse().map((suite) => [identityOf(suite), suite]));
  const leading = served(responder).find((suite) => byIdentity.has(identityOf(suite)));
  return {
    clientOrder: shared[0] ?? null,
    serverOrder: leading === undefined ? null : (byIdentity.get(identityOf(leading)) ?? null),
  };
};

/** The same where what the responder serves is known: a measured inventory. */
export const agree = (initiator: readonly string[], responder: readonly string[]): Agreement =>
  negotiate(initiator, { suites: responder, key: null });

/**
 * The other end by its list alone, with one RSA certificate, which is what a mail appliance has [inferred: the key type
 * of the hidden CPQ certificate is not documented]. Where RSA leaves nothing in common, the lists alone are compared.
 */
export const withRsa = (initiator: readonly string[], responder: readonly string[]): Responder => {
  const rsa: Responder = { suites: responder, key: 'RSA' };
  return sharedSuites(initiator, rsa).length > 0 ? rsa : { suites: responder, key: null };
};

/** What two lists agree on, under that assumption. */
export const agreeWithRsa = (initiator: readonly string[], responder: readonly string[]): Agreement =>
  negotiate(initiator, withRsa(initiator, responder));
