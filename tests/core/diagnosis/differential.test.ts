import { describe, expect, test } from 'vitest';
import { diagnose } from '../../../main/core/diagnosis';
import type { Answers, Finding, Observation, Site } from '../../../main/core/model';
import { answersOf, failureOf, hiddenListener, siteOf, world } from '../../support/observations';

const forward = world('esa-to-sma');
const backward = world('sma-to-esa');
const second = world('sma-to-esa', 'esa2');

const ask = (seen: readonly Observation[], answers: Partial<Answers> = {}, site: Site = siteOf('esa1')) =>
  diagnose(site, answersOf({ direction: 'esa-to-sma', cluster: 'standalone', ...answers }), seen);

const primaryOf = (...seen: readonly Observation[]) => {
  const { verdict, primary } = ask(seen);
  return { verdict, primary };
};

const find = (findings: readonly Finding[], code: string, flow = 'esa-to-sma', esa = 'esa1') =>
  findings.find((one) => one.code === code && one.flow === flow && one.appliances[0] === esa);

const state = (findings: readonly Finding[], code: string, flow?: string, esa?: string) => {
  const found = find(findings, code, flow, esa);
  return found && { status: found.status, key: found.because.key, consequenceOf: found.consequenceOf };
};

const refusedInLog = { code: 'path-refused' };

describe('tie-break 1: one command ends both', () => {
  test('the responder is offline and its port refused: the listener is primary', () => {
    const { primary, findings } = ask([forward.status('responder', 'offline'), forward.reach('refused')]);
    expect(primary).toEqual(['listener-suspended']);
    expect(state(findings, 'system-offline')).toEqual({
      status: 'confirmed',
      key: 'status-offline',
      consequenceOf: 'listener-suspended',
    });
  });

  test('the responder is offline and nobody looked at its port: the appliance is primary', () => {
    expect(primaryOf(forward.status('responder', 'offline'))).toEqual({
      verdict: 'fault',
      primary: ['system-offline'],
    });
  });

  test('the initiator is offline: the appliance is primary, its delivery the consequence', () => {
    const { primary, findings } = ask([forward.status('initiator', 'offline'), forward.status('responder', 'online')]);
    expect([primary, state(findings, 'delivery-suspended')?.consequenceOf]).toEqual([
      ['system-offline'],
      'system-offline',
    ]);
  });

  test('the initiator is offline and the responder’s listener suspended: two causes', () => {
    const { primary, findings } = ask([
      forward.status('initiator', 'offline'),
      forward.status('responder', 'receiving-suspended'),
      forward.listens(22),
    ]);
    expect([primary, state(findings, 'system-offline')?.consequenceOf]).toEqual([
      ['listener-suspended', 'system-offline'],
      null,
    ]);
  });

  test('the remedy goes to the appliance that is offline', () => {
    const { findings } = ask([forward.status('responder', 'offline')]);
    expect(find(findings, 'system-offline')?.remedy.map(({ at, where }) => [at, where])).toEqual([
      ['sma1', 'people'],
      ['sma1', 'sma-cli'],
      ['sma1', 'sma-cli'],
    ]);
  });
});

describe('tie-break 2: refused, and why', () => {
  test('no reason known: the refusal is primary', () => {
    expect(primaryOf(forward.reach('refused'))).toEqual({ verdict: 'fault', primary: ['path-refused'] });
  });

  test('a confirmed reason is primary, the refusal its consequence', () => {
    const { primary, findings } = ask([forward.reach('refused'), forward.status('responder', 'receiving-suspended')]);
    expect([primary, state(findings, 'path-refused')]).toEqual([
      ['listener-suspended'],
      { status: 'confirmed', key: 'initiator-says', consequenceOf: 'listener-suspended' },
    ]);
  });

  test('a suspected reason does not displace it, and is no root of its own', () => {
    const { primary, findings } = ask([forward.reach('refused'), forward.listens(22)]);
    expect(primary).toEqual(['path-refused']);
    expect(state(findings, 'listener-suspended')).toEqual({
      status: 'suspected',
      key: 'does-not-listen',
      consequenceOf: null,
    });
  });

  test('a port mismatch that is confirmed explains it', () => {
    const { primary, findings } = ask([
      forward.log('initiator', { grounds: [refusedInLog] }),
      forward.config('sma1', { listeners: [hiddenListener(7026)] }),
      forward.listens(7026),
    ]);
    expect([primary, state(findings, 'path-refused')?.consequenceOf]).toEqual([
      ['listener-port-mismatch'],
      'listener-port-mismatch',
    ]);
  });

  test('a service that an export calls off is only suspected, so the refusal stays primary', () => {
    const off = { enabled: false, interface: null, port: null, level: null, at: 'line 2' };
    expect(primaryOf(forward.reach('refused'), forward.config('sma1', { quarantine: off })).primary).toEqual([
      'path-refused',
    ]);
  });
});

describe('tie-break 3: a member’s missing interface', () => {
  const cluster = { direction: 'sma-to-esa', cluster: 'cluster' } as const;
  const missing = {
    quarantine: { enabled: true, interface: 'PVO', port: 7025, level: 'cluster Main', at: 'line 1' },
    missingInterfaces: [{ machine: 'esa1.example.com', interface: 'PVO', near: null, at: 'line 2' }],
  };

  test.each(['refused', 'timed-out'])('beats %s of that member', (outcome) => {
    const seen = [backward.config('esa1', missing), backward.reach(outcome)];
    const { primary, findings } = ask(seen, cluster);
    const code = outcome === 'refused' ? 'path-refused' : 'path-timeout';
    expect([primary, state(findings, code, 'sma-to-esa')?.consequenceOf]).toEqual([
      ['cluster-interface-missing'],
      'cluster-interface-missing',
    ]);
  });

  test('does not explain what the SMA refuses', () => {
    const seen = [forward.config('esa1', missing), forward.reach('refused')];
    const { primary, findings } = ask(seen, { ...cluster, direction: 'esa-to-sma' });
    expect([primary, state(findings, 'path-refused')?.consequenceOf]).toEqual([
      ['path-refused', 'cluster-interface-missing'],
      null,
    ]);
  });

  test('leaves the other member alone', () => {
    const seen = [backward.config('esa1', missing), second.carried('initiator')];
    const { findings } = ask(seen, cluster, siteOf('esa1', 'esa2'));
    expect(state(findings, 'cluster-interface-missing', 'sma-to-esa', 'esa2')?.status).toBe('not-checked');
  });

  test('stays open for standalone ESAs, unless an export says otherwise', () => {
    const alone = ask([], { direction: 'sma-to-esa' }).findings;
    const told = ask([backward.config('esa1', missing)], { direction: 'sma-to-esa' }).findings;
    expect([
      state(alone, 'cluster-interface-missing', 'sma-to-esa')?.status,
      state(told, 'cluster-interface-missing', 'sma-to-esa')?.status,
    ]).toEqual(['not-checked', 'confirmed']);
  });
});

describe('tie-break 4: one TLS cause', () => {
  const anonymous = { code: 'tls-anonymous-cipher' };
  const certificate = { code: 'tls-certificate-not-cpq', grade: 'inferred', strength: 'suggests' } as const;
  const cipher = { code: 'tls-no-common-cipher', grade: 'inferred' } as const;
  const protocol = { code: 'tls-no-common-protocol', grade: 'inferred' } as const;

  test('an anonymous suite was seen: never a wrong certificate', () => {
    const { primary, findings } = ask([forward.log('initiator', { grounds: [anonymous, certificate] })]);
    expect([primary, state(findings, 'tls-certificate-not-cpq')]).toEqual([
      ['tls-anonymous-cipher'],
      { status: 'not-checked', key: 'hidden-by', consequenceOf: null },
    ]);
  });

  test('a list that merely admits anonymous suites does not hide a rejected certificate', () => {
    const { primary } = ask([forward.list('HIGH:MEDIUM'), forward.log('initiator', { grounds: [certificate] })]);
    expect(primary).toEqual(['tls-anonymous-cipher', 'tls-certificate-not-cpq']);
  });

  test('no suite agreed at all: protocol before cipher', () => {
    const { primary, findings } = ask([forward.log('initiator', { grounds: [cipher, protocol] })]);
    expect([primary, state(findings, 'tls-no-common-cipher')?.key]).toEqual([['tls-no-common-protocol'], 'hidden-by']);
  });
});

describe('tie-break 5: STARTTLS missing', () => {
  const stripped = forward.log('initiator', { grounds: [{ code: 'starttls-missing' }] });

  test('with a masked banner it is inspection', () => {
    const { primary, findings } = ask([stripped, forward.reach('connected', { banner: '220 ************' })]);
    expect([primary, state(findings, 'starttls-missing')?.consequenceOf]).toEqual([
      ['smtp-inspection'],
      'smtp-inspection',
    ]);
  });

  test('without, it stays', () => {
    const { primary } = ask([stripped, forward.reach('connected', { banner: '220 sma1 ESMTP' })]);
    expect(primary).toEqual(['starttls-missing']);
  });
});

describe('tie-break 6: symptoms', () => {
  test('a queue is primary when nothing upstream is even suspected', () => {
    expect(primaryOf(forward.queue(131))).toEqual({ verdict: 'fault', primary: ['queue-backlog'] });
  });

  test('a suspicion upstream takes it', () => {
    const { primary, findings } = ask([forward.queue(131), forward.probe(failureOf('connect-timed-out'))]);
    expect([primary, state(findings, 'queue-backlog')?.consequenceOf]).toEqual([['path-timeout'], 'path-timeout']);
  });

  test('bounces and a queue both follow from the path', () => {
    const { primary, findings } = ask([
      forward.queue(131),
      forward.log('initiator', { grounds: [refusedInLog, { code: 'message-bounced' }] }),
    ]);
    const consequences = findings.filter((one) => one.consequenceOf !== null).map((one) => one.code);
    expect([primary, consequences.toSorted()]).toEqual([['path-refused'], ['message-bounced', 'queue-backlog']]);
  });

  test('a queue of the SMA follows from the one ESA that fails', () => {
    const site = siteOf('esa1', 'esa2');
    const seen = [backward.queue(7), second.reach('refused'), backward.carried('initiator')];
    const { primary, findings } = ask(seen, { direction: 'sma-to-esa' }, site);
    expect([primary, state(findings, 'queue-backlog', 'sma-to-esa', 'esa1')?.consequenceOf]).toEqual([
      ['path-refused'],
      'path-refused',
    ]);
  });
});

describe('tie-break 7: the directions apart', () => {
  test('both at once have primaries of their own', () => {
    const { primary, findings } = ask([forward.reach('refused'), backward.reach('timed-out', { id: 'back' })], {
      direction: 'both',
    });
    expect(primary).toEqual(['path-refused', 'path-timeout']);
    expect([state(findings, 'path-refused')?.status, state(findings, 'path-timeout', 'sma-to-esa')?.status]).toEqual([
      'confirmed',
      'confirmed',
    ]);
    expect(find(findings, 'path-timeout')?.status).toBe('ruled-out');
  });

  test('forward healthy, backward refused: one stateful rule', () => {
    const { verdict, primary, findings } = ask(
      [forward.carried(), forward.reach('connected', { id: 'there' }), backward.reach('refused', { id: 'back' })],
      { direction: 'both' },
    );
    expect({ verdict, primary }).toEqual({ verdict: 'fault', primary: ['path-refused'] });
    expect([state(findings, 'path-refused')?.status, state(findings, 'path-refused', 'sma-to-esa')?.status]).toEqual([
      'ruled-out',
      'confirmed',
    ]);
  });

  test('the SSH question and the port are independent: both are reported', () => {
    const { primary } = ask(
      [
        backward.log('initiator', { grounds: [{ code: 'command-client-fault', peer: null }] }),
        backward.reach('timed-out'),
      ],
      { direction: 'sma-to-esa' },
    );
    expect(primary).toEqual(['path-timeout', 'command-client-fault']);
  });

  test('two independent causes are kept apart: the listener is down and the initiator filtered', () => {
    const { primary } = ask([
      forward.status('responder', 'receiving-suspended'),
      forward.listens(22),
      forward.reach('timed-out'),
    ]);
    expect(primary).toEqual(['listener-suspended', 'path-timeout']);
  });
});

describe('tie-break 8: healthy needs positive evidence', () => {
  const stale = (rest: readonly Observation[]) => ask([forward.carried(), ...rest]).verdict;

  test('a success and nothing after it', () => {
    expect(primaryOf(forward.carried())).toEqual({ verdict: 'healthy', primary: [] });
  });

  test.each([
    ['nothing at all', []],
    [
      'both online, the port reached, the queue empty',
      [
        forward.status('initiator', 'online'),
        forward.status('responder', 'online'),
        forward.reach('connected'),
        forward.queue(0),
      ],
    ],
    ['a handshake with this laptop', [forward.agreed('AES128-SHA', null)]],
  ])('inconclusive: %s', (_name, seen) => {
    expect(ask(seen)).toMatchObject({ verdict: 'inconclusive', primary: [] });
  });

  test('one direction of two is not enough', () => {
    expect(ask([forward.carried()], { direction: 'both' }).verdict).toBe('inconclusive');
  });

  test('one pair of two is not enough', () => {
    expect(ask([forward.carried()], {}, siteOf('esa1', 'esa2')).verdict).toBe('inconclusive');
  });

  test('a site without a pair is inconclusive', () => {
    expect(ask([], {}, { ...siteOf('esa1'), appliances: [] })).toEqual({
      verdict: 'inconclusive',
      primary: [],
      findings: [],
    });
  });

  test.each([
    [
      'the newest connection failed without words',
      [
        forward.log('initiator', {
          successes: [forward.success('initiator')],
          latest: [forward.latest('initiator', 'tls-failed')],
          id: 'later',
        }),
      ],
    ],
    [
      'the log ends with a cause outside this catalogue',
      [forward.log('initiator', { grounds: [{ code: 'tls-handshake-reset', strength: 'suggests' }], id: 'later' })],
    ],
    ['the initiator does not know the responder’s name', [forward.reach('name-unknown')]],
    ['the destination is marked down', [forward.queue(0, { down: true })]],
  ])('a success is stale when %s', (_name, rest) => {
    expect(stale(rest)).toBe('inconclusive');
  });

  test.each([
    ['the initiator is refused now', [forward.reach('refused')]],
    [
      'this laptop’s connect is answered with a reset, the initiator was not asked',
      [forward.probe(failureOf('connect-refused'))],
    ],
    ['the responder says that it is offline', [forward.status('responder', 'offline')]],
    ['the responder does not listen', [forward.listens(22)]],
    ['messages pile up', [forward.queue(131)]],
  ])('a success does not hide a fault: %s', (_name, rest) => {
    expect(stale(rest)).toBe('fault');
  });

  test.each([
    [
      'the newest connection is still open',
      [forward.log('initiator', { latest: [forward.latest('initiator', 'open')], id: 'later' })],
    ],
    ['this laptop is filtered', [forward.probe(failureOf('connect-timed-out'))]],
    [
      'this laptop’s own handshake failed at the responder',
      [
        forward.log('responder', {
          successes: [forward.success('responder')],
          latest: [forward.latest('responder', 'tls-failed', { peer: '198.51.100.9' })],
          id: 'theirs',
        }),
      ],
    ],
    ['one message is under way', [forward.queue(1)]],
    ['another port of the responder is not open', [forward.listens(22, 7025)]],
  ])('healthy all the same when %s', (_name, rest) => {
    expect(ask([forward.carried(), ...rest])).toMatchObject({ verdict: 'healthy', primary: [] });
  });
});

describe('tie-break 9: what is over', () => {
  const healed = forward.log('initiator', {
    grounds: [
      { ...refusedInLog, history: true },
      { code: 'tls-anonymous-cipher', history: true },
    ],
    successes: [forward.success('initiator', { at: '2026-11-24T20:40:00' })],
  });

  test('a healed fault is healthy, and its finding says when it began and ended', () => {
    const { verdict, primary, findings } = ask([healed]);
    expect({ verdict, primary }).toEqual({ verdict: 'healthy', primary: [] });
    expect(findings.filter((one) => one.history).map((one) => [one.code, one.because.params.from])).toEqual([
      ['path-refused', '2026-11-24 20:00:00'],
      ['tls-anonymous-cipher', '2026-11-24 20:00:00'],
    ]);
  });

  test('over, and nothing carried since, is inconclusive', () => {
    const { verdict, primary } = ask([forward.log('initiator', { grounds: [{ ...refusedInLog, history: true }] })]);
    expect({ verdict, primary }).toEqual({ verdict: 'inconclusive', primary: [] });
  });

  test('is nobody’s consequence and explains nothing', () => {
    const { findings } = ask([healed, forward.queue(131)]);
    expect([state(findings, 'path-refused')?.consequenceOf, state(findings, 'queue-backlog')?.consequenceOf]).toEqual([
      null,
      null,
    ]);
  });
});

describe('what an upstream fault hides is not checked', () => {
  test('nothing of TLS is ruled out behind a refused port', () => {
    const { findings } = ask([
      forward.list('HIGH:!aNULL', 'tlsv1/tlsv1.2'),
      forward.version('9.0.0-100'),
      forward.agreed('AES128-SHA', 'HIGH:!aNULL'),
      forward.reach('refused'),
    ]);
    const tls = findings.filter((one) => one.code.startsWith('tls-') || one.code.startsWith('starttls'));
    expect(tls.map((one) => one.status)).toEqual(tls.map(() => 'not-checked'));
    expect(find(findings, 'tls-anonymous-cipher')?.because).toMatchObject({
      key: 'hidden-by',
      params: { code: 'path-refused' },
    });
  });

  test('a setting that makes a TLS fault likely waits behind a refused port', () => {
    const { primary, findings } = ask([forward.list('HIGH:MEDIUM'), forward.reach('refused')]);
    expect([primary, state(findings, 'tls-anonymous-cipher')?.key]).toEqual([['path-refused'], 'hidden-by']);
  });

  test('a TLS fault that the log shows stands beside a newer refusal', () => {
    const { primary } = ask([
      forward.log('initiator', { grounds: [{ code: 'tls-anonymous-cipher' }] }),
      forward.reach('refused'),
    ]);
    expect(primary).toEqual(['path-refused', 'tls-anonymous-cipher']);
  });

  test('a suspected fault hides nothing', () => {
    const { findings } = ask([forward.probe(failureOf('connect-refused')), forward.list('HIGH:!aNULL')]);
    expect(state(findings, 'tls-anonymous-cipher')?.status).toBe('ruled-out');
  });

  test('a cipher fault hides the certificate', () => {
    const { findings } = ask([forward.log('initiator', { grounds: [{ code: 'tls-anonymous-cipher' }] })]);
    expect(state(findings, 'tls-certificate-not-cpq')?.status).toBe('not-checked');
  });
});

describe('the vantage truth table', () => {
  const reaches = {
    'yes, 220': forward.reach('connected', { banner: '220 sma1 ESMTP' }),
    refused: forward.reach('refused'),
    timeout: forward.reach('timed-out'),
    masked: forward.reach('connected', { banner: '220 ***************' }),
  };
  const laptops = {
    yes: forward.probe(),
    refused: forward.probe(failureOf('connect-refused')),
    timeout: forward.probe(failureOf('connect-timed-out')),
  };

  test.each([
    ['yes, 220', 'yes', [], 'inconclusive'],
    ['yes, 220', 'refused', [], 'inconclusive'],
    ['yes, 220', 'timeout', [], 'inconclusive'],
    ['refused', 'refused', ['path-refused'], 'fault'],
    ['refused', 'yes', ['path-refused'], 'fault'],
    ['refused', 'timeout', ['path-refused'], 'fault'],
    ['timeout', 'yes', ['path-timeout'], 'fault'],
    ['timeout', 'timeout', ['path-timeout'], 'fault'],
    ['timeout', 'refused', ['path-timeout', 'path-refused'], 'fault'],
    ['masked', 'yes', ['smtp-inspection'], 'fault'],
  ] as const)('the initiator: %s; this laptop: %s → %j, %s', (own, laptop, primary, verdict) => {
    expect(primaryOf(reaches[own], laptops[laptop])).toEqual({ verdict, primary });
  });

  test.each([
    ['refused', 'path-refused'],
    ['timeout', 'path-timeout'],
  ] as const)('this laptop alone, %s, only suspects', (laptop, code) => {
    const { findings } = ask([laptops[laptop]]);
    expect(findings.filter((one) => one.status === 'confirmed')).toEqual([]);
    expect(state(findings, code)?.status).toBe('suspected');
  });

  test('this laptop alone rules out that the listener is down', () => {
    expect(state(ask([laptops.yes]).findings, 'listener-suspended')?.status).toBe('ruled-out');
  });
});

describe('whose line it is', () => {
  const site = siteOf('esa1', 'esa2');
  const both = { direction: 'sma-to-esa' } as const;

  test('a line of the SMA’s log is about the ESA whose address it names', () => {
    const { findings } = ask([second.log('initiator', { grounds: [refusedInLog] })], both, site);
    expect([
      state(findings, 'path-refused', 'sma-to-esa', 'esa1')?.status,
      state(findings, 'path-refused', 'sma-to-esa', 'esa2')?.status,
    ]).toEqual(['not-checked', 'confirmed']);
  });

  test('a line about an unknown address accuses none of several ESAs', () => {
    const stranger = second.log('initiator', { grounds: [{ ...refusedInLog, peer: '198.51.100.7' }] });
    expect(ask([stranger], both, site)).toMatchObject({ verdict: 'inconclusive', primary: [] });
  });

  test('where no address of the ESAs is known, a line suspects each and confirms none', () => {
    const bare = {
      ...site,
      appliances: site.appliances.map((one) => ({
        ...one,
        host: null,
        quarantine: { interface: null, address: null, port: null },
      })),
    };
    const { findings } = ask([second.log('initiator', { grounds: [refusedInLog] })], both, bare);
    expect(findings.filter((one) => one.code === 'path-refused').map((one) => one.status)).toEqual([
      'suspected',
      'suspected',
    ]);
    expect(ask([second.carried()], both, bare).verdict).toBe('inconclusive');
  });

  test('a translated address of the only ESA suspects, and its success counts', () => {
    const peer = '198.51.100.7';
    const failed = backward.log('initiator', { grounds: [{ ...refusedInLog, peer }] });
    const carried = backward.log('initiator', { successes: [backward.success('initiator', { peer })] });
    expect(state(ask([failed], both).findings, 'path-refused', 'sma-to-esa')?.status).toBe('suspected');
    expect(ask([carried], both).verdict).toBe('healthy');
  });

  test('a stranger beside the known address is somebody else: this laptop, or an ESA of another site', () => {
    const peer = '198.51.100.9';
    const log = forward.log('responder', {
      grounds: [{ code: 'tls-no-common-cipher', peer }],
      successes: [forward.success('responder')],
    });
    expect(primaryOf(log)).toEqual({ verdict: 'healthy', primary: [] });
  });
});

test('every cause of the catalogue that applies appears once for each pair and flow, roots first', () => {
  const { findings } = ask([forward.reach('refused'), forward.queue(3)], { direction: 'both' }, siteOf('esa1', 'esa2'));
  const keys = findings.map((one) => `${one.code} ${one.flow} ${one.appliances.join()}`);
  expect(new Set(keys).size).toBe(keys.length);
  expect(findings[0]?.code).toBe('path-refused');
});

test('the order of observations of different checks never matters', () => {
  const seen = [
    forward.carried(),
    forward.queue(131),
    forward.reach('refused'),
    forward.status('responder', 'receiving-suspended'),
    forward.list('HIGH:MEDIUM'),
    forward.probe(failureOf('connect-refused')),
  ];
  const codes = (diagnosis: ReturnType<typeof ask>) =>
    diagnosis.findings.map(({ code, status, because, consequenceOf }) => ({ code, status, because, consequenceOf }));
  expect(codes(ask([...seen].reverse()))).toEqual(codes(ask(seen)));
});

describe('how long a success speaks for now', () => {
  const success = (at: string) => forward.log('initiator', { successes: [forward.success('initiator', { at })] });

  test.each([
    ['2026-11-24T20:00:00.000Z', 'healthy'],
    ['2026-11-21T21:00:00.000Z', 'healthy'],
    ['2026-11-21T20:00:00.000Z', 'inconclusive'],
    ['2025-11-24T20:00:00.000Z', 'inconclusive'],
  ])('asked live at 20:40, the last one of %s: %s', (at, verdict) => {
    expect(ask([success(at)]).verdict).toBe(verdict);
  });
});

test('a run that was stopped may find a fault, never health', () => {
  const stopped = { ...forward.reach('connected'), data: null, outcome: 'cancelled', reason: 'cancelled' } as const;
  expect(ask([forward.carried(), stopped]).verdict).toBe('inconclusive');
  expect(ask([forward.queue(131), stopped]).verdict).toBe('fault');
});
