import { describe, expect, test } from 'vitest';
import { type CheckDefinition, checkNamed } from '../../../main/core/checks';
import { reach } from '../../../main/core/checks/reach';
import type { SessionReport, TlsReport } from '../../../main/core/model';
import { TARGET } from '../../support/fixture';
import { answersOf, failureOf, hiddenListener, siteOf, world } from '../../support/observations';

const check = (id: string): CheckDefinition => {
  const found = checkNamed(id);
  if (!found) throw new Error(`no check ${id}`);
  return found;
};

describe('tls-offer', () => {
  const whole = world('esa-to-sma').probe().data as TlsReport;
  const read = (rest: Partial<TlsReport>, text = '') => {
    const { outcome, reason, lines } = check('tls-offer').read(
      { kind: 'tls', report: { ...whole, ...rest }, text },
      TARGET,
    );
    return { outcome, reason, lines: lines.map((one) => one.line) };
  };

  test('an agreement passes; the lines that decide are quoted', () => {
    const text = [
      'Probe of 192.0.2.20:7025 from laptop',
      '#1+0.001 TCP: connected to 192.0.2.20:7025',
      '#1+0.010 S: 220 sma1.example.com ESMTP',
      '#1+0.011 C: EHLO laptop',
      '#1+0.020 TLS: ServerHello TLSv1.2 AES128-SHA',
    ].join('\n');
    expect(read({ failure: null }, text)).toEqual({ outcome: 'passed', reason: null, lines: [2, 3, 5] });
  });

  test.each([
    ['connect-refused', 'failed', 'refused'],
    ['connect-timed-out', 'failed', 'timed-out'],
    ['unreachable', 'failed', 'unreachable'],
    ['reset', 'failed', 'reset'],
    ['not-smtp', 'failed', 'not-the-expected-speaker'],
    ['starttls-missing', 'failed', 'fault-seen'],
    ['tls-alert', 'failed', 'fault-seen'],
    ['resolve-failed', 'could-not-tell', 'name-unknown'],
    ['too-many-connections', 'could-not-tell', 'too-many-connections'],
    ['cancelled', 'could-not-tell', 'cancelled'],
  ] as const)('%s: %s, %s', (code, outcome, reason) => {
    expect(read(failureOf(code))).toMatchObject({ outcome, reason });
  });

  test('a laptop without a network has not looked: nothing is said of the listener', () => {
    const attempt = (errno: string) => ({ address: '192.0.2.20', outcome: 'unreachable' as const, errno, ms: 0 });
    const tcp = (...errnos: string[]) => ({ resolvedMs: 0, addresses: ['192.0.2.20'], attempts: errnos.map(attempt) });
    const outcomeWith = (...errnos: string[]) => read({ ...failureOf('unreachable'), tcp: tcp(...errnos) }).outcome;
    expect([
      outcomeWith('ENETUNREACH'),
      outcomeWith('ENETUNREACH', 'EHOSTUNREACH'),
      outcomeWith('EHOSTUNREACH'),
    ]).toEqual(['could-not-tell', 'failed', 'failed']);
  });

  test('this laptop never touches an appliance without a host', () => {
    const site = siteOf('esa1');
    const bare = { ...site, appliances: site.appliances.map((one) => ({ ...one, host: null })) };
    const target = { vantage: 'laptop', subject: 'sma1:7025', peer: 'esa1', flow: 'esa-to-sma' } as const;
    expect(check('tls-offer').live(target, { site: bare, answers: answersOf() }, [])).toBe(null);
    expect(check('tls-offer').live(target, { site, answers: answersOf() }, [])).toMatchObject({ kind: 'tls-probe' });
  });
});

describe('ssh-session', () => {
  const report: SessionReport = {
    target: '192.0.2.10:22',
    banner: 'SSH-2.0-x',
    hostKey: null,
    expected: null,
    offers: null,
    prompt: 'esa1> ',
    machine: 'esa1',
    mode: 'standalone',
    disconnected: false,
    version: null,
    model: null,
    failure: null,
    connections: 1,
    durationMs: 1,
  };
  const read = (failure: SessionReport['failure']) => {
    const { outcome, reason } = check('ssh-session').read(
      { kind: 'session', report: { ...report, failure }, text: '\nssh: esa1' },
      TARGET,
    );
    return { outcome, reason };
  };

  test('a prompt passes', () => {
    expect(read(null)).toEqual({ outcome: 'passed', reason: null });
  });

  test.each([
    ['auth-refused', 'auth-refused'],
    ['host-key-unknown', 'host-key-unknown'],
    ['host-key-changed', 'host-key-changed'],
    ['resolve-failed', 'name-unknown'],
    ['connect-refused', 'refused'],
    ['connect-timed-out', 'timed-out'],
    ['algorithms', 'algorithms'],
    ['no-prompt', 'not-understood'],
  ] as const)('a login that fails is no fault of the quarantine: %s', (code, reason) => {
    expect(read({ code, detail: '' })).toEqual({ outcome: 'could-not-tell', reason });
  });
});

describe('whom a pasted connect is about', () => {
  const w = world('esa-to-sma');
  const site = siteOf('esa1', 'esa2');
  const target = { vantage: 'esa1', subject: 'sma1:7025', peer: 'sma1', flow: 'esa-to-sma' } as const;
  const about = (host: string, port: number, vantage = 'esa1', seen = [w.status('initiator', 'online')]) =>
    reach.about?.({ host, port, outcome: 'connected' }, { ...target, vantage }, { site, answers: answersOf() }, seen);

  test('the SMA, by name or address', () => {
    for (const host of ['sma1', 'sma1.example.com', '192.0.2.20'])
      expect(about(host, 7025)).toEqual({ vantage: 'esa1', subject: 'sma1:7025', peer: 'sma1', flow: 'esa-to-sma' });
  });

  test('one of the ESAs, from the SMA', () => {
    expect(about('192.0.2.12', 7025, 'sma1')).toEqual({
      vantage: 'sma1',
      subject: 'esa2:7025',
      peer: 'esa2',
      flow: 'sma-to-esa',
    });
  });

  test('another port or another host is about nobody of this site', () => {
    expect([about('192.0.2.20', 22), about('203.0.113.9', 7025)]).toEqual([null, null]);
  });

  test('the port that an export names, where the profile has none', () => {
    const bare = {
      ...site,
      appliances: site.appliances.map((one) => ({ ...one, quarantine: { ...one.quarantine, port: null } })),
    };
    const seen = [w.config('sma1', { listeners: [hiddenListener(7026)] })];
    const found = reach.about?.(
      { host: '192.0.2.20', port: 7026, outcome: 'refused' },
      target,
      { site: bare, answers: answersOf() },
      seen,
    );
    expect(found?.subject).toBe('sma1:7026');
  });
});

describe('tls-verify', () => {
  const site = siteOf('esa1');
  const live = {
    ...site,
    appliances: site.appliances.map((one) => ({ ...one, user: 'admin', auth: { kind: 'agent' } as const })),
  };
  const targets = check('tls-verify').targets({ site: live, answers: answersOf({ direction: 'both' }) });

  test('is asked of the ESA only, for the way it initiates', () => {
    expect(targets).toEqual([{ vantage: 'esa1', subject: 'sma1:7025', peer: 'sma1', flow: 'esa-to-sma' }]);
  });

  test('dials the listener; the domain is a name, whatever the address', () => {
    const asked = targets.map((one) => check('tls-verify').live(one, { site: live, answers: answersOf() }, []));
    expect(asked).toEqual([
      {
        kind: 'command',
        appliance: 'esa1',
        command: 'tlsverify',
        args: { domain: 'sma1', destination: '192.0.2.20:7025' },
      },
    ]);
  });

  test('is not asked for an IPv6 address, whose form at this prompt is not known', () => {
    const quarantine = { interface: null, address: '2001:db8::20', port: 7025 };
    const six = { ...live, appliances: live.appliances.map((one) => ({ ...one, quarantine })) };
    expect(targets.map((one) => check('tls-verify').live(one, { site: six, answers: answersOf() }, []))).toEqual([
      null,
    ]);
  });
});
