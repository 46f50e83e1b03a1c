import { applianceNamed } from '../../core/checks';
import type { Act, Appliance, SessionReport } from '../../core/model';
import { credentialFor, type Opened, openKnownHosts, openSession, type Session } from '../../ssh';
import { type ActAnswer, type ActContext, brokenAnswer } from '../world';
import { Credentials } from './credentials';
import { ownLimit } from './own-limit';
import { wrongAppliance } from './wrong-appliance';

/** The report as text, so that the finding can quote it. */
const textOf = (appliance: Appliance, report: SessionReport, login: string): string =>
  [
    `ssh: ${appliance.name} at ${report.target}`,
    ...(report.banner ? [`ssh: server says ${report.banner}`] : []),
    ...(report.hostKey ? [`ssh: host key ${report.hostKey.type} ${report.hostKey.fingerprint}`] : []),
    ...(report.expected ? [`ssh: host key expected ${report.expected}`] : []),
    ...(report.failure
      ? [`ssh: not connected, ${report.failure.code}: ${report.failure.detail}`]
      : [`ssh: prompt ${report.prompt ?? ''}`]),
    ...(login === '' ? [] : ['', login]),
  ].join('\n');

/** Sessions of one run, one for each appliance, closed together. */
export class Sessions {
  private readonly open = new Map<string, Session>();
  readonly credentials = new Credentials();

  of(appliance: string): Session | null {
    return this.open.get(appliance) ?? null;
  }

  keep(appliance: string, session: Session): void {
    this.open.set(appliance, session);
  }

  async close(): Promise<void> {
    await Promise.all([...this.open.values()].map((session) => session.close()));
    this.open.clear();
  }
}

type Reachable = Appliance & { readonly host: string; readonly user: string };

/** A session at another appliance than the one meant is of no use: what it says would be filed under the wrong name. */
const judged = async (opened: Opened, appliance: Appliance, { input }: ActContext): Promise<Opened> => {
  const detail = opened.session === null ? null : wrongAppliance(input.site, appliance, opened.report);
  if (detail === null) return opened;
  await opened.session?.close();
  return { session: null, report: { ...opened.report, failure: { code: 'wrong-appliance', detail } } };
};

const connect = async (appliance: Reachable, context: ActContext, sessions: Sessions) => {
  const { input } = context;
  const offer = (input.credentials ?? sessions.credentials).offerFor({
    name: appliance.name,
    user: appliance.user,
    resolve: () => credentialFor(appliance.auth, appliance.name, input.secretOf, process.env),
    signal: context.signal,
  });
  let login = '';
  const opened = await openSession(
    {
      name: appliance.name,
      host: appliance.host,
      port: appliance.sshPort,
      user: appliance.user,
      hostKey: appliance.hostKey,
    },
    {
      credential: offer.credential,
      knownHosts: await openKnownHosts(input.knownHostsPath),
      acceptNewHostKeys: input.acceptNewHostKeys,
      timeoutMs: ownLimit(context),
      signal: context.signal,
      onText: (text: string) => {
        if (login.length < 20_000) login += text;
        input.onEvent({ kind: 'transcript', at: input.now().toISOString(), appliance: appliance.name, text });
      },
    },
  );
  offer.over(opened.report);
  return { ...(await judged(opened, appliance, context)), login, offered: offer.offered, withheld: offer.withheld };
};

/** Logs in once and keeps the session for the commands that follow. */
export const actOpenSession = async (
  act: Extract<Act, { kind: 'open-session' }>,
  context: ActContext,
  sessions: Sessions,
): Promise<ActAnswer> => {
  const appliance = applianceNamed(context.input.site, act.appliance);
  if (appliance === null || appliance.host === null || appliance.user === null)
    return brokenAnswer('ssh-session', 'no-credential');
  const named = { ...appliance, host: appliance.host, user: appliance.user };
  const { session, report, login, offered, withheld } = await connect(named, context, sessions);
  if (report.connections > 0)
    context.note({
      to: `${appliance.host}:${appliance.sshPort}`,
      what: 'ssh-login',
      leaves: offered ? 'one-login' : 'one-connection',
    });
  if (withheld)
    return brokenAnswer(
      'ssh-session',
      'blocked-upstream',
      `ssh: no password was offered to ${appliance.name}: the same credential was refused elsewhere`,
    );
  if (session !== null) sessions.keep(appliance.name, session);
  const text = textOf(appliance, report, login);
  return { check: 'ssh-session', answered: { kind: 'session', report, text }, evidence: `${text}\n`, source: null };
};
