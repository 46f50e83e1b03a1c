import type { SessionTest } from '../../preload/contract';
import { type Appliance, bad, good, problem, type Result, type SessionReport, type Site } from '../core/model';
import { loginsOf, type Withheld, wrongAppliance } from '../run';
import { openKnownHosts, openSession } from '../ssh';
import type { Logins } from './logins';

/** A slow appliance takes half a minute to its first prompt (asyncos-cli.md section 2). */
const LIMIT_MS = 60_000;

type Judged = Withheld | 'wrong-appliance' | null;

/** What failed, of the jump host where it is the obstacle: then key and words are its own. */
const obstacleOf = (report: SessionReport) => {
  const { jump } = report;
  if (!jump?.failure) return { ...report, jump: null, problem: report.problem ?? null };
  return { ...jump, jump: jump.target };
};

/** `judged`: what the report itself does not say. */
const shown = (report: SessionReport, judged: Judged): SessionTest => {
  const { failure, hostKey, expected, jump, problem: why } = obstacleOf(report);
  const code = judged ?? failure?.code ?? null;
  return {
    ok: code === null,
    failure: code,
    fingerprint: hostKey?.fingerprint ?? null,
    expected,
    keyType: hostKey?.type ?? null,
    version: report.version,
    durationMs: report.durationMs,
    detail: failure?.detail ?? null,
    problem: judged === null ? why : null,
    jump,
  };
};

interface TestNeeds {
  readonly knownHostsPath: string;
  readonly logins: Logins;
  readonly site: Site;
  /** The engineer says that a credential may be offered although it was refused. */
  readonly again: boolean;
}

/**
 * Logs in once and out again. A refused key, login or network is an answer, not a problem; `appliance-without-login`
 * says that the site has no host or no user for it. An unknown host key is never accepted here, and a login that was
 * refused before is not offered again (`credential-withheld`), nor anything after two refusals (`attempts-used-up`).
 */
export const testSession = async (appliance: Appliance, needs: TestNeeds): Promise<Result<SessionTest>> => {
  const { name, host, user, sshPort: port, hostKey } = appliance;
  if (host === null || user === null) return bad(problem('appliance-without-login', name));
  const logins = loginsOf(
    { ...appliance, host, user },
    {
      credentials: needs.logins.credentials,
      secretOf: (of) => needs.logins.secretOf(of),
      codeOf: async (of, question) => needs.logins.answersTo(of, question),
      again: needs.again,
    },
  );
  const { session, report } = await openSession(
    { name, host, port, user, hostKey },
    {
      ...logins.appliance,
      jump: logins.jump,
      knownHosts: openKnownHosts(needs.knownHostsPath),
      acceptNewHostKeys: false,
      timeoutMs: LIMIT_MS,
    },
  );
  logins.over(report);
  await session?.close();
  const another = session === null ? null : wrongAppliance(needs.site, appliance, report);
  return good(shown(report, logins.withheld() ?? (another === null ? null : 'wrong-appliance')));
};
