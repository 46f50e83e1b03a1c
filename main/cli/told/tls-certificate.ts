import type { TlsCertificate, TlsReport } from '../../core/model';
import type { Words } from '../../core/texts';

const keyText = ({ keyType, keyBits }: TlsCertificate): string =>
  [keyType, keyBits].filter((one) => one !== null).join(' ');

/** A suite with a certificate may have been agreed on by another question than the one that is told first. */
const keyOf = ({ negotiated }: TlsReport): string =>
  negotiated === null || negotiated.anonymous ? 'cli:tls.certificateElsewhere' : 'cli:tls.certificate';

const chainLines = ({ chain, chainOrder }: TlsReport, words: Words): string[] =>
  chain.length < 2 ? [] : [words.say(`cli:tls.chain.${chainOrder ?? 'unreadable'}`, { certificates: chain.length })];

/** The certificate that was shown, with its chain; or why none was seen. */
export const certificateLines = (report: TlsReport, words: Words): string[] => {
  const { certificate, certificateUnseen, negotiated } = report;
  if (certificate !== null) {
    const { subject, issuer, notAfter, sha256 } = certificate;
    const said = { subject, issuer, notAfter, sha256, key: keyText(certificate) };
    return [words.say(keyOf(report), said), ...chainLines(report, words)];
  }
  if (negotiated === null) return [];
  return [words.say(`cli:tls.unseen.${certificateUnseen ?? 'unknown'}`)];
};
