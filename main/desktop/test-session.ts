import type { SessionTest } from '../../preload/contract';
import { type Appliance, bad, good, problem, type Result, type SessionReport, type Site } from '../core/model';
import { wrongAppliance } from '../run';
import { credentialFor, openKnownHosts, openSession } from '../ssh';
import type { Logins } from './logins';

/** Long enough for a slow appliance, short enough for somebody who waits at a button. */
const LIMIT_MS = 20_000;

/** `judged`: what the report itself does not say. */
const shown = (report: SessionReport, judged: 'credential-withheld' | 'wrong-appliance' | null): SessionTest => {
  const { hostKey, expected, version, durationMs } = report;
  const failure = judged ?? report.failure?.code ?? null;
  return {
    ok: failure === null,
    failure,
    fingerprint: hostKey?.fingerprint ?? null,
    expected,
    keyType: hostKey?.type ?? null,
    version,
    durationMs,
  };
};

interface TestNeeds {
  readonly knownHostsPath: string;
  readonly logins: Logins;
  readonly site: Site;
}

/**
 * Logs in once and out again. A refused key, login or network is an answer, not a problem; `appliance-without-login`
 * says that the site has no host or no user for it. An unknown host key is never accepted here, and a login that was
 * refused before is not offered again (`credential-withheld`).
 */
export const testSession = async (appliance: Appliance, needs: TestNeeds): Promise<Result<SessionTest>> => {
  const { name, host, user, sshPort: port, hostKey, auth } = appliance;
  if (host === null || user === null) return bad(problem('appliance-without-login', name));
  const offer = needs.logins.credentials.offerFor({
    name,
    user,
    resolve: () => credentialFor(auth, name, (of) => needs.logins.secretOf(of), process.env),
  });
  const { session, report } = await openSession(
    { name, host, port, user, hostKey },
    {
      credential: offer.credential,
      knownHosts: await openKnownHosts(needs.knownHostsPath),
      acceptNewHostKeys: false,
      timeoutMs: LIMIT_MS,
    },
  );
  offer.over(report);
  await session?.close();
  const another = session === null ? null : wrongAppliance(needs.site, appliance, report);
  return good(shown(report, offer.withheld ? 'credential-withheld' : another === null ? null : 'wrong-appliance'));
};
