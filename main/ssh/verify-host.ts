import type { SessionReport } from '../core/model';
import { type Failure, failure } from './failure';
import { fingerprintOf, keyTypeOf } from './host-key';
import type { KnownHosts } from './known-hosts';

export interface HostCheck {
  readonly host: string;
  readonly port: number;
  /** The fingerprint that the profile names; it has the last word. */
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
}

const changed = (seen: Verdict['hostKey'], expected: readonly string[]) => ({
  hostKey: seen,
  expected: expected.join(' '),
  failure: failure('host-key-changed', `now ${seen.type} ${seen.fingerprint}, known ${expected.join(' ')}`),
  remember: false,
});

/** Judges a host key before any credential is asked for. Unknown and changed keys are refused. */
export const verifyHost = async (key: Buffer, check: HostCheck): Promise<Verdict> => {
  const seen = { type: keyTypeOf(key), fingerprint: fingerprintOf(key) };
  const accepted = { hostKey: seen, expected: null, failure: null, remember: false };
  if (check.pinned !== null) {
    const pinned = check.pinned.trim().replace(/=+$/, '');
    return pinned === seen.fingerprint ? accepted : changed(seen, [pinned]);
  }
  const look = await check.knownHosts.look(check.host, check.port, seen.type, key);
  if (!look.ok) {
    const why = `${look.problem.code} ${String(look.problem.params.reason ?? '')}`;
    return { ...accepted, failure: failure('host-key-unknown', `${seen.type} ${seen.fingerprint}; ${why}`) };
  }
  if (look.value === 'match') return accepted;
  if (look.value !== 'unknown') return changed(seen, look.value.changed);
  if (check.acceptNew) return { ...accepted, remember: true };
  return { ...accepted, failure: failure('host-key-unknown', `${seen.type} ${seen.fingerprint}`) };
};
