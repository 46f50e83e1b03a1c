import { momentOf } from '../logs';
import type { TlsCertificate } from '../model';

/** A certificate as one vantage point was shown it by one appliance's quarantine listener. */
export interface Shown {
  readonly listener: string;
  readonly vantage: string;
  /** When it was seen. */
  readonly at: string;
  readonly certificate: TlsCertificate;
}

/** `same-issuer`: two certificates that one authority signed, by its name. */
export type Relation = 'same' | 'same-issuer' | 'different';

export const relationOf = (one: TlsCertificate, other: TlsCertificate): Relation => {
  if (one.sha256 === other.sha256) return 'same';
  return one.issuer === other.issuer ? 'same-issuer' : 'different';
};

export interface Compared<Seen extends Shown> {
  readonly one: Seen;
  readonly other: Seen;
  readonly relation: Relation;
}

const pairsWhere = <Seen extends Shown>(
  shown: readonly Seen[],
  alike: (one: Seen, other: Seen) => boolean,
): readonly Compared<Seen>[] =>
  shown.flatMap((one, index) =>
    shown
      .slice(index + 1)
      .filter((other) => alike(one, other))
      .map((other) => ({ one, other, relation: relationOf(one.certificate, other.certificate) })),
  );

/** Each listener's certificate from each two vantage points. What differs here was changed on one of the ways. */
export const acrossVantages = <Seen extends Shown>(shown: readonly Seen[]): readonly Compared<Seen>[] =>
  pairsWhere(shown, (one, other) => one.listener === other.listener && one.vantage !== other.vantage);

/**
 * The certificates of two appliances' listeners. Whether AsyncOS shows the same hidden one on both is unsourced (domain
 * page, section 8), so a difference here is a hint and no more.
 */
export const acrossListeners = <Seen extends Shown>(shown: readonly Seen[]): readonly Compared<Seen>[] =>
  pairsWhere(shown, (one, other) => one.listener !== other.listener);

/** Words of products and services that end TLS on the way. Recalled, not sourced: a hint and no more. */
const MIDDLEBOX =
  /\b(?:firewall|proxy|inspection|intercept\w*|decrypt\w*|forti\w+|palo alto|zscaler|blue ?coat|sophos|watchguard|check ?point|sonicwall|barracuda|netskope|umbrella|mitmproxy|squid)\b/i;

const HOUR = 3600;

/** Whether an authority's or owner's name is that of a device on the way. */
export const namesMiddlebox = ({ issuer, subject }: TlsCertificate): boolean =>
  MIDDLEBOX.test(issuer) || MIDDLEBOX.test(subject);

/** Whether it came to be valid within the hour before it was seen: devices that intercept make theirs as they go. */
export const isJustMade = ({ certificate, at }: Shown): boolean => {
  const since = momentOf(certificate.notBefore);
  const seen = momentOf(at);
  return since !== null && seen !== null && seen.seconds >= since.seconds && seen.seconds - since.seconds <= HOUR;
};
