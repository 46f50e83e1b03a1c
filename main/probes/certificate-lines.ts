import type { CertificateUnseen, TlsCertificate } from '../core/model';
import type { CertificateFacts } from '../core/tls';

const UNSEEN: Readonly<Record<CertificateUnseen, string | null>> = {
  'no-handshake': null,
  anonymous: 'TLS: no certificate: the suite agreed on is anonymous',
  'tls-1.3': 'TLS: certificate not seen: TLS 1.3 sends it encrypted, and no handshake is finished here',
  'cut-off': 'TLS: certificate not seen: the flight broke off before it',
  unreadable: 'TLS: the certificate could not be read',
};

const lineOf = (one: TlsCertificate, index: number): string => {
  const which = index === 0 ? 'certificate' : `certificate ${index + 1} of the chain,`;
  return `TLS: ${which} subject "${one.subject}" issuer "${one.issuer}" key ${one.keyType} ${one.keyBits ?? '?'} sha256 ${one.sha256}`;
};

/** The lines of the record that say what was shown, one for each certificate, or why nothing was. */
export const certificateLines = ({ chain, chainOrder, certificateUnseen }: CertificateFacts): string[] => {
  if (certificateUnseen !== null) return [UNSEEN[certificateUnseen]].filter((one) => one !== null);
  return [...chain.map(lineOf), ...(chain.length > 1 ? [`TLS: chain ${chainOrder ?? 'not readable as a whole'}`] : [])];
};
