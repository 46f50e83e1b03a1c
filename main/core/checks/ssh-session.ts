import { type Reason, SessionReport } from '../model';
import { eachAppliance } from './appliance-targets';
import { broken, check } from './check';
import { lineWhere } from './lines';
import { applianceNamed, reachableLive } from './roster';

const REASONS: Record<NonNullable<SessionReport['failure']>['code'], Reason> = {
  'resolve-failed': 'name-unknown',
  'connect-refused': 'refused',
  'connect-timed-out': 'timed-out',
  unreachable: 'unreachable',
  reset: 'reset',
  'not-ssh': 'not-the-expected-speaker',
  algorithms: 'algorithms',
  'host-key-unknown': 'host-key-unknown',
  'host-key-changed': 'host-key-changed',
  'host-key-revoked': 'host-key-revoked',
  'auth-refused': 'auth-refused',
  'second-factor': 'second-factor',
  'no-credential': 'no-credential',
  'passphrase-expired': 'passphrase-expired',
  'unexpected-question': 'unexpected-question',
  'no-prompt': 'not-understood',
  'wrong-appliance': 'wrong-appliance',
  'jump-host': 'jump-host',
  'timed-out': 'timed-out',
  cancelled: 'cancelled',
  'our-mistake': 'our-mistake',
};

/** Does the appliance let us in? Every command of that appliance waits for it. */
export const sshSession = check({
  id: 'ssh-session',
  by: 'session',
  command: null,
  roles: ['esa', 'sma'],
  needs: [],
  seconds: 3,
  connections: 1,
  leaves: 1,
  // The first prompt may take half a minute, and logins that share a credential wait for the first of them.
  limitMs: 90_000,
  data: SessionReport,
  targets: eachAppliance(['esa', 'sma']),
  live: (target, { site }) =>
    reachableLive(applianceNamed(site, target.vantage)) ? { kind: 'open-session', appliance: target.vantage } : null,
  read(answered) {
    if (answered.kind !== 'session') return broken(answered);
    const { failure } = answered.report;
    const lines = lineWhere(answered.text, (line) => line.trim() !== '');
    // A refused login says nothing about the quarantine path, so it is not a fault found.
    if (failure) return { outcome: 'could-not-tell', reason: REASONS[failure.code], data: answered.report, lines };
    return { outcome: 'passed', reason: null, data: answered.report, lines };
  },
});
