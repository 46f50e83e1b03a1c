import type { CertificateUnseen, ChainOrder, TlsCertificate } from '../model';
import { readCertificate } from './certificate';

/** What a responder showed of itself: its own certificate, the whole chain, its order, or why there is none to see. */
export interface CertificateFacts {
  readonly certificate: TlsCertificate | null;
  readonly chain: TlsCertificate[];
  readonly chainOrder: ChainOrder | null;
  readonly certificateUnseen: CertificateUnseen | null;
}

/** A chain is a handful; a peer that sends hundreds is not followed further. */
const LONGEST_CHAIN = 16;

/**
 * How a chain stands, by names alone: each is to be followed by its issuer (RFC 5246 section 7.4.2). A signature is not
 * checked, so `self-signed` says that one certificate names itself as its issuer.
 */
export const chainOrderOf = (chain: readonly TlsCertificate[]): ChainOrder | null => {
  const [own] = chain;
  if (own === undefined) return null;
  if (chain.length === 1) return own.subject === own.issuer ? 'self-signed' : 'single';
  return chain.every((one, index) => index === chain.length - 1 || one.issuer === chain[index + 1]?.subject)
    ? 'in-order'
    : 'out-of-order';
};

/** Why no certificate came, from what was agreed on; null where nothing was agreed either way. */
const unseenBecause = (
  agreed: { readonly protocol: string; readonly anonymous: boolean } | null,
): CertificateUnseen => {
  if (agreed === null) return 'no-handshake';
  if (agreed.anonymous) return 'anonymous';
  return agreed.protocol === 'TLSv1.3' ? 'tls-1.3' : 'cut-off';
};

/**
 * The facts of a chain of DER, the responder's own first; where its own cannot be read there is no certificate, with
 * the reason. `agreed` is what was negotiated by the connection that is asked about.
 */
export const certificateFacts = (
  ders: readonly Uint8Array[],
  agreed: { readonly protocol: string; readonly anonymous: boolean } | null,
): CertificateFacts => {
  const read = ders.slice(0, LONGEST_CHAIN).map(readCertificate);
  const chain = read.filter((one) => one !== null);
  const certificate = read[0] ?? null;
  const unseen = ders.length === 0 ? unseenBecause(agreed) : 'unreadable';
  return {
    certificate,
    chain: certificate === null ? [] : chain,
    // A gap would make neighbours of certificates that were none.
    chainOrder: certificate === null || chain.length < ders.length ? null : chainOrderOf(chain),
    certificateUnseen: certificate === null ? unseen : null,
  };
};
