import { block, Cursor } from './bytes';

/** The chain as DER, the responder's own first; null where a length does not fit. Source: RFC 5246 section 7.4.2. */
export const readCertificates = (body: Uint8Array): Uint8Array[] | null => {
  const outer = new Cursor(body);
  const inner = new Cursor(outer.block(3));
  const found: Uint8Array[] = [];
  while (inner.ok && inner.left > 0) found.push(inner.block(3));
  return outer.ok && inner.ok ? found : null;
};

export const writeCertificates = (chain: readonly Uint8Array[]): Uint8Array =>
  block(3, ...chain.map((certificate) => block(3, certificate)));
