import type { ReceivedHello } from './client-hello';
import type { DhShare, EcdhShare } from './key-exchange';
import { type Suite, suiteNamed } from './suites';
import { atLeast, type TlsVersion, versionCode, versions } from './versions';

/** How a responder of the practice lab answers. Everything of chance is handed in. */
export type ResponderPolicy = {
  /** OpenSSL names, in the responder's order. */
  readonly suites: readonly string[];
  /**
   * Whose order decides. `initiator` is what AsyncOS is assumed to do: IronPort's published TLS layer never sets
   * the server-preference option (inferred; no statement by Cisco found).
   */
  readonly order: 'initiator' | 'responder';
  /** Up to TLS 1.2; this responder has no 1.3. */
  readonly versions: readonly TlsVersion[];
  /** 32 bytes. */
  readonly random: Uint8Array;
  readonly dh: DhShare | null;
  readonly ecdh: EcdhShare | null;
  /** DER, own certificate first; empty: anonymous suites only. */
  readonly certificates: readonly Uint8Array[];
  readonly keyType: 'RSA' | 'ECDSA' | null;
  /**
   * Signs a ServerKeyExchange: gets the bytes to sign and answers signature and scheme (TLS 1.2). Null: of the
   * authenticated suites only those with RSA key exchange are picked.
   */
  readonly sign: ((content: Uint8Array) => { readonly signature: Uint8Array; readonly scheme: number }) | null;
};

/** The newest version that both have; supported_versions decides where it is there (RFC 8446 section 4.2.1). */
export const pickVersion = (policy: ResponderPolicy, hello: ReceivedHello): TlsVersion | null => {
  const offered = (version: TlsVersion): boolean =>
    hello.supportedVersions.length > 0
      ? hello.supportedVersions.includes(versionCode(version))
      : versionCode(version) <= hello.version;
  const common = versions.filter((version) => policy.versions.includes(version) && offered(version));
  return common.filter((version) => version !== 'TLSv1.3').at(-1) ?? null;
};

const hasShare = (policy: ResponderPolicy, suite: Suite, hello: ReceivedHello): boolean => {
  if (suite.keyExchange === 'DH') return policy.dh !== null;
  if (suite.keyExchange !== 'ECDH' || !policy.ecdh) return false;
  return hello.groups.length === 0 || hello.groups.includes(policy.ecdh.group);
};

/** Whether this responder can carry the suite out: a share for the key exchange, a key that fits, a signer. */
const able = (policy: ResponderPolicy, version: TlsVersion, hello: ReceivedHello, suite: Suite): boolean => {
  if (!atLeast(version, suite.from) || suite.from === 'TLSv1.3') return false;
  if (suite.anonymous) return hasShare(policy, suite, hello);
  if (policy.certificates.length === 0 || suite.authentication !== policy.keyType) return false;
  if (suite.keyExchange === 'RSA') return true;
  return policy.sign !== null && hasShare(policy, suite, hello);
};

const known = (names: readonly string[]): Suite[] =>
  names.map(suiteNamed).filter((suite): suite is Suite => suite !== null);

/** The suite on which this policy and this offer agree at this version; null where they share none. */
export const pickSuite = (policy: ResponderPolicy, version: TlsVersion, hello: ReceivedHello): Suite | null => {
  const own = known(policy.suites).filter((suite) => able(policy, version, hello, suite));
  if (policy.order === 'responder') return own.find((suite) => hello.suites.includes(suite.code)) ?? null;
  const code = hello.suites.find((offered) => own.some((suite) => suite.code === offered));
  return own.find((suite) => suite.code === code) ?? null;
};
