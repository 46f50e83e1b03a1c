import { applianceNamed } from '../../core/checks';
import type { Act, Appliance, SessionReport } from '../../core/model';
import { type Opened, openKnownHosts, openSession, type Session } from '../../ssh';
import { type ActAnswer, type ActContext, brokenAnswer } from '../world';
import { Credentials } from './credentials';
import { type Logins, loginsOf } from './logins';
import { ownLimit } from './own-limit';
import { sessionText } from './session-text';
import { wrongAppliance } from './wrong-appliance';

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
  const logins = loginsOf(appliance, {
    credentials: input.credentials ?? sessions.credentials,
    secretOf: input.secretOf,
    ...(input.codeOf === undefined ? {} : { codeOf: input.codeOf }),
    signal: context.signal,
  });
  let login = '';
  const { name, host, user, sshPort: port, hostKey } = appliance;
  const opened = await openSession(
    { name, host, port, user, hostKey },
    {
      ...logins.appliance,
      jump: logins.jump,
      knownHosts: openKnownHosts(input.knownHostsPath),
      acceptNewHostKeys: input.acceptNewHostKeys,
      timeoutMs: ownLimit(context),
      signal: context.signal,
      onText: (text: string) => {
        if (login.length < 20_000) login += text;
        input.onEvent({ kind: 'transcript', at: input.now().toISOString(), appliance: name, text });
      },
    },
  );
  logins.over(opened.report);
  return { ...(await judged(opened, appliance, context)), login, logins };
};

const left = (offered: boolean) => (offered ? 'one-login' : 'one-connection');

/** The lines that a login leaves are ours, at the jump host too. */
const noteLogins = (report: SessionReport, logins: Logins, { note }: ActContext): void => {
  const { jump } = report;
  if (jump && jump.failure?.code !== 'connect-refused' && jump.banner !== null)
    note({ to: jump.target, what: 'ssh-login', leaves: left(jump.attempts > 0) });
  if (report.connections > 0) note({ to: report.target, what: 'ssh-login', leaves: left(logins.offered()) });
};

const WITHHELD = {
  'credential-withheld': 'the same credential was refused, or twice left without an answer, elsewhere',
  'attempts-used-up': 'two logins there have come to nothing already',
} as const;

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
  const { session, report, login, logins } = await connect(named, context, sessions);
  noteLogins(report, logins, context);
  const withheld = logins.withheld();
  if (withheld !== null)
    return brokenAnswer(
      'ssh-session',
      'blocked-upstream',
      `ssh: no password was offered to ${appliance.name}: ${WITHHELD[withheld]}`,
    );
  if (session !== null) sessions.keep(appliance.name, session);
  const text = sessionText(appliance, report, login);
  return { check: 'ssh-session', answered: { kind: 'session', report, text }, evidence: `${text}\n`, source: null };
};
