import { isAnonymous } from './anonymous';
import { SSLV2 } from './suite';

/** What two ends would agree on; null where they share nothing. */
export interface Agreement {
  readonly clientOrder: string | null;
  readonly serverOrder: string | null;
}

const first = (leading: readonly string[], other: readonly string[]): string | null => {
  const there = new Set(other);
  return leading.find((suite) => there.has(suite)) ?? null;
};

/**
 * What initiator and responder agree on below TLS 1.3: the first suite of the initiator's list that the responder has
 * (`clientOrder`, OpenSSL's habit, RFC 5246 section 7.4.1.3), or of the responder's list (`serverOrder`,
 * SSL_OP_CIPHER_SERVER_PREFERENCE). Suites of SSLv2 do not count. With an inventory as the responder's side this is the
 * whole truth; with two lists the responder's certificate decides too: see `agreeWithRsa`.
 */
export const agree = (initiator: readonly string[], responder: readonly string[]): Agreement => {
  const asked = initiator.filter((suite) => !suite.endsWith(SSLV2));
  return { clientOrder: first(asked, responder), serverOrder: first(responder, asked) };
};

/** DSS, ECDSA and fixed Diffie-Hellman need a certificate that is not an ordinary RSA one. */
const servedByRsa = (suite: string): boolean => isAnonymous(suite) || !/(DSS|ECDSA)-|^(EC)?DH-/.test(suite);

/**
 * The same for two lists and a responder that holds one RSA certificate, which is what a mail appliance has
 * [inferred: the key type of the hidden CPQ certificate is not documented]. Where RSA leaves nothing in common, the
 * lists alone are compared.
 */
export const agreeWithRsa = (initiator: readonly string[], responder: readonly string[]): Agreement => {
  const served = agree(initiator, responder.filter(servedByRsa));
  return served.clientOrder === null ? agree(initiator, responder) : served;
};
