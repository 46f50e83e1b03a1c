import { applianceNamed } from '../../core/checks';
import type { Act, Appliance, SessionReport } from '../../core/model';
import { credentialFor, openKnownHosts, openSession, type Session } from '../../ssh';
import { type ActAnswer, type ActContext, brokenAnswer } from '../world';

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
  /** The first login with a credential goes alone: cluster members share their users, and refusals lock the account. */
  private readonly firstLogin = new Map<string, Promise<boolean>>();

  of(appliance: string): Session | null {
    return this.open.get(appliance) ?? null;
  }

  keep(appliance: string, session: Session): void {
    this.open.set(appliance, session);
  }

  /** Runs `login` after the first login with the same credential; answers null where that one was refused. */
  async afterFirst<T extends { readonly refused: boolean }>(
    credential: string,
    login: () => Promise<T>,
  ): Promise<T | null> {
    const first = this.firstLogin.get(credential);
    if (first !== undefined) return (await first) ? login() : null;
    const attempt = login();
    this.firstLogin.set(
      credential,
      attempt.then(
        (done) => !done.refused,
        () => true,
      ),
    );
    return attempt;
  }

  async close(): Promise<void> {
    await Promise.all([...this.open.values()].map((session) => session.close()));
    this.open.clear();
  }
}

const credentialKey = (appliance: Appliance, secret: string | null): string =>
  `${appliance.user}\0${secret ?? JSON.stringify(appliance.auth)}`;

const connect = async (appliance: Appliance & { host: string; user: string }, context: ActContext) => {
  const { input } = context;
  let login = '';
  const knownHosts = await openKnownHosts(input.knownHostsPath);
  const opened = await openSession(
    {
      name: appliance.name,
      host: appliance.host,
      port: appliance.sshPort,
      user: appliance.user,
      hostKey: appliance.hostKey,
    },
    {
      credential: () => credentialFor(appliance.auth, appliance.name, input.secretOf, process.env),
      knownHosts,
      acceptNewHostKeys: input.acceptNewHostKeys,
      timeoutMs: context.limitMs,
      signal: context.signal,
      onText: (text: string) => {
        if (login.length < 20_000) login += text;
        input.onEvent({ kind: 'transcript', at: input.now().toISOString(), appliance: appliance.name, text });
      },
    },
  );
  return { ...opened, login, refused: opened.report.failure?.code === 'auth-refused' };
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
  const opened = await sessions.afterFirst(credentialKey(appliance, context.input.secretOf(appliance.name)), () =>
    connect(named, context),
  );
  if (opened === null)
    return brokenAnswer(
      'ssh-session',
      'blocked-upstream',
      `ssh: ${appliance.name} was not asked: the same credential was refused elsewhere`,
    );
  context.note({ to: `${appliance.host}:${appliance.sshPort}`, what: 'ssh-login', leaves: 'one-login' });
  if (opened.session !== null) sessions.keep(appliance.name, opened.session);
  const { login, report } = opened;
  return {
    check: 'ssh-session',
    answered: { kind: 'session', report, text: textOf(appliance, report, login) },
    evidence: `${textOf(appliance, report, login)}\n`,
    source: null,
  };
};
