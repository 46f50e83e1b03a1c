import type { SessionTest } from '../../preload/contract';
import { type Appliance, bad, good, problem, type Result, type SessionReport } from '../core/model';
import { credentialFor, openKnownHosts, openSession } from '../ssh';

/** Long enough for a slow appliance, short enough for somebody who waits at a button. */
const LIMIT_MS = 20_000;

const shown = ({ failure, hostKey, expected, version, durationMs }: SessionReport): SessionTest => ({
  ok: failure === null,
  failure: failure?.code ?? null,
  fingerprint: hostKey?.fingerprint ?? null,
  expected,
  keyType: hostKey?.type ?? null,
  version,
  durationMs,
});

interface TestNeeds {
  readonly knownHostsPath: string;
  secretOf(appliance: string): string | null;
}

/**
 * Logs in once and out again. A refused key, login or network is an answer, not a problem; `appliance-without-login`
 * says that the site has no host or no user for it. An unknown host key is never accepted here.
 */
export const testSession = async (appliance: Appliance, needs: TestNeeds): Promise<Result<SessionTest>> => {
  const { name, host, user, sshPort: port, hostKey, auth } = appliance;
  if (host === null || user === null) return bad(problem('appliance-without-login', name));
  const { session, report } = await openSession(
    { name, host, port, user, hostKey },
    {
      credential: () => credentialFor(auth, name, needs.secretOf, process.env),
      knownHosts: await openKnownHosts(needs.knownHostsPath),
      acceptNewHostKeys: false,
      timeoutMs: LIMIT_MS,
    },
  );
  await session?.close();
  return good(shown(report));
};
