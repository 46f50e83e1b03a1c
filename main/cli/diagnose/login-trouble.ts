import { type Observation, type Problem, problem, SessionReport } from '../../core/model';

type Told = Pick<SessionReport, 'target' | 'hostKey' | 'expected' | 'authority'> & {
  readonly failure: NonNullable<SessionReport['failure']>;
  readonly problem: Problem | null;
};

/** What failed, of the jump host where it is the obstacle: its name, its key, its words. */
const obstacleOf = (report: SessionReport): Told | null => {
  const { jump, failure } = report;
  if (failure === null) return null;
  if (!jump?.failure) return { ...report, failure, problem: report.problem ?? null };
  const target = `${report.target} via ${jump.target}`;
  return { ...jump, target, failure: jump.failure };
};

const codeOf = ({ failure, authority }: Told): string =>
  failure.code === 'host-key-unknown' && authority ? 'session-host-key-authority' : `session-${failure.code}`;

const textOf = (told: Told, where: string): Problem =>
  told.problem !== null
    ? { ...told.problem, where }
    : problem(codeOf(told), where, {
        fingerprint: told.hostKey?.fingerprint ?? '?',
        type: told.hostKey?.type ?? '?',
        expected: told.expected ?? '?',
        detail: told.failure.detail,
      });

/** The line that says what to do about a login that failed; null for other rows and for logins that did not. */
export const loginTrouble = ({ check, outcome, data, vantage }: Observation): Problem | null => {
  if (check !== 'ssh-session' || outcome === 'passed') return null;
  const report = SessionReport.safeParse(data).data;
  const told = report === undefined ? null : obstacleOf(report);
  return told === null ? null : textOf(told, `${vantage} (${told.target})`);
};

/** The line that says on which old algorithms a login went; null where they are modern. */
export const legacyLogin = ({ check, outcome, data, vantage }: Observation): Problem | null => {
  if (check !== 'ssh-session' || outcome !== 'passed') return null;
  const report = SessionReport.safeParse(data).data;
  if (report?.legacy === undefined || report.legacy.length === 0) return null;
  return problem('session-legacy', `${vantage} (${report.target})`, { names: report.legacy.join(', ') });
};
