import type { SessionReport } from '../core/model';
import { type Failure, failure } from './failure';
import { fingerprintOf, keyTypeOf } from './host-key';
import type { KnownHosts, Look } from './known-hosts';

export interface HostCheck {
  readonly host: string;
  readonly port: number;
  /** The fingerprint that the profile names; only a revocation outranks it. */
  readonly pinned: string | null;
  readonly knownHosts: KnownHosts;
  readonly acceptNew: boolean;
}

export interface Verdict {
  readonly hostKey: NonNullable<SessionReport['hostKey']>;
  readonly expected: string | null;
  readonly failure: Failure | null;
  /** A new key that was accepted: kept once its owner has proved to hold it. */
  readonly remember: boolean;
  /** The store names a certificate authority for this host, which nothing here can follow. */
  readonly authority: boolean;
}

type Seen = Verdict['hostKey'];

const verdict = (hostKey: Seen, part: Partial<Verdict> = {}): Verdict => ({
  hostKey,
  expected: null,
  failure: null,
  remember: false,
  authority: false,
  ...part,
});

const named = ({ type, fingerprint }: Seen): string => `${type} ${fingerprint}`;

const changed = (seen: Seen, expected: readonly string[]): Verdict =>
  verdict(seen, {
    expected: expected.join(' '),
    failure: failure('host-key-changed', `now ${named(seen)}, known ${expected.join(' ')}`),
  });

const revoked = (seen: Seen): Verdict =>
  verdict(seen, { failure: failure('host-key-revoked', `${named(seen)} is marked @revoked`) });

/** A new key where certificates are the rule is not accepted unseen: whoever set the rule trusts no bare key. */
const underAuthority = (seen: Seen): Verdict =>
  verdict(seen, {
    authority: true,
    failure: failure(
      'host-key-unknown',
      `${named(seen)}; @cert-authority is set for this host, and host certificates cannot be verified here`,
    ),
  });

const judged = (seen: Seen, look: Exclude<Look, 'match' | 'revoked'>, acceptNew: boolean): Verdict => {
  if (look === 'unknown-but-authority') return underAuthority(seen);
  if (look !== 'unknown') return changed(seen, look.changed);
  return acceptNew
    ? verdict(seen, { remember: true })
    : verdict(seen, { failure: failure('host-key-unknown', named(seen)) });
};

const againstPin = (seen: Seen, pinned: string): Verdict => {
  const fingerprint = pinned.trim().replace(/=+$/, '');
  return fingerprint === seen.fingerprint ? verdict(seen) : changed(seen, [fingerprint]);
};

/** Judges a host key before any credential is asked for. Unknown, changed and revoked keys are refused. */
export const verifyHost = async (key: Buffer, check: HostCheck): Promise<Verdict> => {
  const seen = { type: keyTypeOf(key), fingerprint: fingerprintOf(key) };
  const look = await check.knownHosts.look(check.host, check.port, seen.type, key);
  if (look.ok && look.value === 'revoked') return revoked(seen);
  if (check.pinned !== null) return againstPin(seen, check.pinned);
  if (!look.ok) {
    const why = `${look.problem.code} ${String(look.problem.params.reason ?? '')}`;
    return verdict(seen, { failure: failure('host-key-unknown', `${named(seen)}; ${why}`) });
  }
  return look.value === 'match' || look.value === 'revoked' ? verdict(seen) : judged(seen, look.value, check.acceptNew);
};
