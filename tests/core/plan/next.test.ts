import { describe, expect, test } from 'vitest';
import type { Act, Answers, Observation, Site, Step } from '../../../main/core/model';
import { next, planOf } from '../../../main/core/plan';
import { answersOf, hiddenListener, world } from '../../support/observations';
import { live, liveSite, offline, seenBy, site } from '../../support/plan-site';

const ids = (rows: readonly { readonly step: Step }[]): string[] => rows.map((one) => one.step.id);

const ask = (of: Site, given: Partial<Answers>) => {
  const answers = answersOf({ direction: 'esa-to-sma', cluster: 'standalone', ...given });
  const plan = planOf(of, answers);
  return {
    plan,
    next: (seen: readonly Observation[]) => next(plan, of, answers, seen),
    step: (id: string): Step => {
      const found = plan.steps.find((one) => one.id === id);
      if (!found) throw new Error(`no step ${id}`);
      return found;
    },
  };
};

/** Answers every ready step at once until nothing is left; what it was asked, in order. */
const playOut = (of: Site, given: Partial<Answers>, answer: (step: Step, act: Act) => Observation) => {
  const asked = ask(of, given);
  const seen: Observation[] = [];
  const acts: Act[] = [];
  for (let round = 0; round < 100; round += 1) {
    const { ready, skipped, finished } = asked.next(seen);
    if (finished) return { acts, seen, rounds: round };
    if (ready.length + skipped.length === 0) throw new Error('nothing to do, and not finished');
    for (const { step, reason } of skipped) seen.push(seenBy(step, null, { outcome: 'skipped', reason }));
    for (const { step, act } of ready) {
      acts.push(act);
      seen.push(answer(step, act));
    }
  }
  throw new Error('it does not end');
};

const passed = (step: Step) => seenBy(step);

test('logins first, the rest when they are through', () => {
  const asked = ask(liveSite(1), {});
  expect(ids(asked.next([]).ready)).toEqual(['ssh-session@esa1', 'ssh-session@sma1']);
  const inEsa = asked.next([passed(asked.step('ssh-session@esa1'))]);
  expect(ids(inEsa.ready).filter((id) => id.includes('@esa1'))).toEqual([
    'version@esa1',
    'system-status@esa1',
    'interfaces@esa1',
    'cipher-lists@esa1',
    'queue@esa1',
    'alerts@esa1',
    'log-subscriptions@esa1',
  ]);
  expect(inEsa.finished).toBe(false);
});

test('what cannot be put is skipped at once, with its reason', () => {
  const { skipped } = ask(liveSite(1), { leftOut: ['queue'] }).next([]);
  expect(skipped.map((one) => [one.step.id, one.reason])).toEqual([
    ['configuration@esa1', 'no-material'],
    ['configuration@sma1', 'no-material'],
    ['queue@esa1', 'left-out'],
    ['queue@sma1', 'left-out'],
  ]);
});

test('a login that failed blocks the commands of that appliance, and of no other', () => {
  const asked = ask(liveSite(1), {});
  const seen = [
    seenBy(asked.step('ssh-session@esa1'), null, { outcome: 'could-not-tell', reason: 'auth-refused' }),
    passed(asked.step('ssh-session@sma1')),
  ];
  const { ready, skipped } = asked.next(seen);
  const blocked = skipped.filter((one) => one.reason === 'blocked-upstream').map((one) => one.step.vantage);
  expect(new Set(blocked)).toEqual(new Set(['esa1']));
  expect(ids(ready)).toContain('system-status@sma1');
  expect(ids(ready)).not.toContain('system-status@esa1');
});

test('an appliance that does not let us in leaves this laptop’s look at its listener', () => {
  const { acts } = playOut(liveSite(1), {}, (step) =>
    step.check === 'ssh-session' ? seenBy(step, null, { outcome: 'could-not-tell', reason: 'refused' }) : passed(step),
  );
  expect(acts.map((one) => one.kind)).toEqual(['open-session', 'open-session', 'tls-probe']);
});

test('a session that was left out leaves nothing to run commands on', () => {
  const { acts } = playOut(liveSite(1), { leftOut: ['ssh-session'] }, passed);
  expect(acts.map((one) => one.kind)).toEqual(['tls-probe']);
});

describe('acts are filled from what was seen', () => {
  const w = world('esa-to-sma');

  const actOf = (of: Site, check: string, seen: readonly Observation[]): Act | undefined => {
    const asked = ask(of, {});
    const before = asked.plan.steps
      .filter((one) => !['reach', 'tls-offer', 'mail-logs'].includes(one.check))
      .map(passed);
    return asked.next([...before, ...seen]).ready.find((one) => one.step.check === check)?.act;
  };
  const portless = site(live('esa1', 'esa', 10), {
    ...live('sma1', 'sma', 20),
    quarantine: { interface: null, address: null, port: null },
  });
  const setting = w.config('sma1', {
    listeners: [hiddenListener(7026)],
    interfaces: [
      { machine: null, name: 'Management', address: '192.0.2.21', prefix: 24, ssh: 22, hostname: null, at: 'line 1' },
    ],
  });

  test('the port that is assumed when nobody says one', () => {
    expect(actOf(portless, 'reach', [])).toEqual({
      kind: 'command',
      appliance: 'esa1',
      command: 'telnet',
      args: { interface: 'Auto', host: '192.0.2.20', port: '7025' },
    });
  });

  test('address and port of the export', () => {
    expect(actOf(portless, 'reach', [setting])).toMatchObject({ args: { host: '192.0.2.21', port: '7026' } });
  });

  test('this laptop offers the initiator’s list', () => {
    expect(actOf(liveSite(1), 'tls-offer', [w.list('HIGH:MEDIUM'), w.version('9.1.1-038')])).toEqual({
      kind: 'tls-probe',
      host: '192.0.2.200',
      port: 7025,
      offer: 'HIGH:MEDIUM',
      suites: expect.arrayContaining(['ADH-CAMELLIA256-SHA']),
    });
  });

  test('a list that no OpenSSL understands is not offered', () => {
    expect(actOf(liveSite(1), 'tls-offer', [w.list('!@#')])).toMatchObject({ offer: null });
  });

  test('the log’s question names every port that is known', () => {
    const act = actOf(portless, 'mail-logs', [setting]);
    if (act?.kind !== 'command') throw new Error('no command');
    expect(act.args.expression).toContain('port:? 7025|port:? 7026');
  });

  test('files are read with the port of an export', () => {
    const files = site(
      offline('esa1', 'esa', { logs: ['esa.log'] }),
      offline('sma1', 'sma', { config: 'sma.xml', logs: ['sma.log'] }),
    );
    const asked = ask(files, {});
    const before = asked.next([]);
    expect(ids(before.ready)).toEqual(['configuration@sma1#1']);
    const after = asked.next([seenBy(asked.step('configuration@sma1#1')), setting]);
    expect(after.ready.map((one) => one.act)).toEqual([
      { kind: 'read-logs', paths: ['esa.log'], role: 'esa', ports: [7025, 7026] },
      { kind: 'read-logs', paths: ['sma.log'], role: 'sma', ports: [7025, 7026] },
    ]);
  });
});

describe('twenty ESAs', () => {
  const given = { direction: 'esa-to-sma', cluster: 'cluster' } as const;
  const TLS = {
    schema: 'cpq-doctor/tls/1',
    target: '192.0.2.200:7025',
    vantage: 'laptop',
    banner: null,
    ehlo: [],
    starttls: true,
    negotiated: null,
    anonymousAcceptedIfForced: null,
    certificate: null,
    inventory: null,
    partial: null,
    failure: null,
    authenticatedAccepted: null,
    connections: 1,
    durationMs: 1,
  };
  const answers =
    (listOf: (esa: string) => string | null, releaseOf: (esa: string) => string) => (step: Step, act: Act) => {
      if (act.kind === 'tls-probe')
        return seenBy(step, { ...TLS, offered: act.offer, offeredSuites: act.suites ?? [] });
      if (step.check === 'cipher-lists')
        return seenBy(step, { inbound: null, outbound: { method: null, ciphers: listOf(step.vantage) } });
      return step.check === 'version' ? seenBy(step, { version: releaseOf(step.vantage) }) : passed(step);
    };
  const probes = (listOf: (esa: string) => string | null, releaseOf: (esa: string) => string) => {
    const { acts, seen } = playOut(liveSite(20), given, answers(listOf, releaseOf));
    const spared = seen.filter((one) => one.check === 'tls-offer' && one.reason === 'already-seen').length;
    return { asked: acts.filter((one) => one.kind === 'tls-probe').length, spared };
  };

  test('with one list and one release: one handshake for all', () => {
    expect(
      probes(
        () => 'HIGH:MEDIUM',
        () => '14.2.0-620',
      ),
    ).toEqual({ asked: 1, spared: 19 });
  });

  test('without any list: one handshake for all', () => {
    expect(
      probes(
        () => null,
        () => '14.2.0-620',
      ),
    ).toEqual({ asked: 1, spared: 19 });
  });

  test('with another list on one: two', () => {
    expect(
      probes(
        (esa) => (esa === 'esa7' ? 'HIGH' : 'HIGH:MEDIUM'),
        () => '14.2.0-620',
      ),
    ).toEqual({ asked: 2, spared: 18 });
  });

  test('with the same words and another OpenSSL on one: two, for the words mean other suites', () => {
    expect(
      probes(
        () => 'HIGH:MEDIUM',
        (esa) => (esa === 'esa7' ? '9.1.0-032' : '14.2.0-620'),
      ),
    ).toEqual({
      asked: 2,
      spared: 18,
    });
  });

  test('a handshake that was stopped spares nobody another one', () => {
    let first = true;
    const { acts } = playOut(liveSite(3), given, (step, act) => {
      if (act.kind !== 'tls-probe' || !first)
        return answers(
          () => 'HIGH',
          () => '14.2.0-620',
        )(step, act);
      first = false;
      return seenBy(step, null, { outcome: 'cancelled', reason: 'cancelled' });
    });
    expect(acts.filter((one) => one.kind === 'tls-probe').length).toBe(2);
  });

  test('an equal question waits while one is under way, and is neither asked nor skipped', () => {
    const asked = ask(liveSite(2), given);
    const before = asked.plan.steps
      .filter((one) => !['tls-offer', 'reach', 'mail-logs'].includes(one.check))
      .map(passed);
    const { ready, skipped } = asked.next(before);
    const offers = (rows: readonly { step: Step }[]) => ids(rows).filter((id) => id.startsWith('tls-offer'));
    expect([offers(ready), offers(skipped)]).toEqual([['tls-offer@laptop>sma1:esa-to-sma/esa1'], []]);
  });
});

describe('finished', () => {
  test('when each step has an observation, whatever it says', () => {
    const asked = ask(liveSite(1), {});
    const seen = asked.plan.steps.map((step) => seenBy(step, null, { outcome: 'could-not-tell', reason: 'reset' }));
    expect(asked.next(seen)).toEqual({ ready: [], skipped: [], finished: true });
  });

  test('an empty site is finished before it begins', () => {
    expect(ask(site(), {}).next([])).toEqual({ ready: [], skipped: [], finished: true });
  });

  test('every plan comes to an end', () => {
    const files = site(
      offline('esa1', 'esa', { logs: ['a'], config: 'b', transcripts: ['c'] }),
      live('sma1', 'sma', 20),
    );
    expect(() => playOut(files, { direction: 'both' }, passed)).not.toThrow();
    expect(() => playOut(liveSite(20), { direction: 'both', cluster: 'cluster' }, passed)).not.toThrow();
  });
});

describe('a blocked way ends what hangs on it, and nothing else', () => {
  const { site, plan } = { site: liveSite(1), plan: planOf(liveSite(1), answersOf({ direction: 'esa-to-sma' })) };
  const answers = answersOf({ direction: 'esa-to-sma' });
  const byCheck = (check: string) => plan.steps.filter((one) => one.check === check);
  const session = byCheck('ssh-session').map((one) => seenBy(one, {}, { outcome: 'passed' }));
  const before = plan.steps
    .filter(
      (one) => ['version', 'interfaces', 'cipher-lists', 'cipher-verify'].includes(one.check) && one.skip === null,
    )
    .map((one) => seenBy(one));
  const met = (outcome: string, how: 'live' | 'material' = 'live') =>
    byCheck('reach').map((one) => seenBy(one, { host: '192.0.2.200', port: 7025, outcome }, { how }));
  const stand = (observations: readonly Observation[]) => {
    const found = next(plan, site, answers, [...session, ...before, ...observations]);
    return {
      skipped: found.skipped.filter(({ reason }) => reason === 'blocked-upstream').map(({ step }) => step.check),
      ready: found.ready.map(({ step }) => step.check),
    };
  };

  test.each(['refused', 'timed-out', 'unreachable'])('%s: the initiator’s own TLS is not tried', (outcome) => {
    const { skipped, ready } = stand(met(outcome));
    expect(skipped).toEqual(['tls-verify']);
    expect(ready).toEqual(expect.arrayContaining(['tls-offer', 'mail-logs', 'queue', 'listening', 'system-status']));
  });

  test('reached: it is tried', () => {
    const { skipped, ready } = stand(met('connected'));
    expect([skipped, ready.includes('tls-verify')]).toEqual([[], true]);
  });

  test('it waits for the way to be tried first', () => {
    expect(stand([]).ready).not.toContain('tls-verify');
    expect(byCheck('tls-verify')[0]?.after).toContain(byCheck('reach')[0]?.id);
  });

  test('what was pasted of another time blocks nothing', () => {
    expect(stand(met('refused', 'material')).skipped).toEqual([]);
  });
});
