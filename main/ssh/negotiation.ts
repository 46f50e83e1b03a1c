import type { NegotiatedAlgorithms } from 'ssh2';
import { ENABLED_IN_SSHCONFIG, sharedWithSma } from '../core/asyncos/ssh-offers';
import type { SessionReport } from '../core/model';
import { algorithms, legacyAmong } from './algorithms';
import type { FirstWords } from './first-packet';

type Agreed = NonNullable<SessionReport['agreed']>;
export type Disagreement = NonNullable<SessionReport['disagreement']>;

/** What ssh2 agreed on, by the peer's answers: the direction from it is the one that carries text. */
export const agreedOf = ({ kex, serverHostKey, sc }: NegotiatedAlgorithms): Agreed => ({
  kex,
  hostKey: serverHostKey,
  cipher: sc.cipher,
  mac: sc.mac,
});

const PATTERNS = [
  [/key exchange/i, 'kex'],
  [/host key/i, 'hostKey'],
  [/cipher/i, 'cipher'],
  [/mac/i, 'mac'],
] as const;

/** No algorithms, but signs that stand in the first list (RFC 8308 section 2.1; OpenSSH's strict key exchange). */
const SIGNAL = /^(?:ext-info-|kex-strict-)/;

const OURS = { kex: 'kex', hostKey: 'serverHostKey', cipher: 'cipher', mac: 'hmac' } as const;

/**
 * In which list ours and theirs have nothing in common, from ssh2's message and the peer's KEXINIT, and the name to allow
 * there: one that an AsyncOS administrator can enable, else our first. Null where the message is about something else.
 */
export const disagreementIn = (message: string, { kexinit }: FirstWords): Disagreement | null => {
  const list = /no matching/i.test(message) ? PATTERNS.find(([pattern]) => pattern.test(message))?.[1] : undefined;
  if (list === undefined || kexinit === null) return null;
  const ours = [algorithms([])[OURS[list]]].flat().map(String);
  const found = kexinit[list];
  const named = Array.isArray(found) ? found : /C->S/.test(message) ? found.toServer : found.toClient;
  const theirs = named.filter((name) => !SIGNAL.test(name));
  const known: readonly string[] = ENABLED_IN_SSHCONFIG[list];
  return { list, ours, theirs, allow: known.find((name) => ours.includes(name)) ?? ours[0] ?? '' };
};

/** The negotiation's part of a report: everything the peer offers, what was agreed on, and what of it is old. */
export const negotiationReport = ({ kexinit }: FirstWords, agreed: Agreed | null): Partial<SessionReport> => ({
  kexinit,
  offers: kexinit && {
    kex: kexinit.kex,
    hostKey: kexinit.hostKey,
    cipher: kexinit.cipher.toClient,
    mac: kexinit.mac.toClient,
  },
  agreed,
  legacy: agreed === null ? [] : legacyAmong(Object.values(agreed)),
  smaOffers:
    kexinit &&
    sharedWithSma(kexinit.kex, kexinit.cipher.toClient).map((one) => ({
      offer: one.offer,
      kex: [...one.kex],
      cipher: [...one.cipher],
    })),
});
