import { describe, expect, test } from 'vitest';
import { checks } from '../../../main/core/checks';
import { type Answers, Plan, type Site, type Step } from '../../../main/core/model';
import { planOf } from '../../../main/core/plan';
import { catalogues, wordsIn } from '../../../main/core/texts';
import { answersOf } from '../../support/observations';
import { live, liveSite, offline, site } from '../../support/plan-site';

const plan = (of: Site, answers: Partial<Answers> = {}) => planOf(of, answersOf(answers));
const ids = (steps: readonly Step[]): string[] => steps.map((one) => one.id);
const ofCheck = (steps: readonly Step[], check: string) => steps.filter((one) => one.check === check);
const done = (steps: readonly Step[]) => steps.filter((one) => one.skip === null);

describe('a live pair', () => {
  const { steps } = plan(liveSite(1), { direction: 'esa-to-sma', cluster: 'standalone' });

  test('asks each appliance, the listener’s side for its ports, the initiator for its way, this laptop for the offer', () => {
    expect(ids(done(steps))).toEqual([
      'ssh-session@esa1',
      'ssh-session@sma1',
      'version@esa1',
      'version@sma1',
      'system-status@esa1',
      'system-status@sma1',
      'interfaces@esa1',
      'interfaces@sma1',
      'cipher-lists@esa1',
      'cipher-lists@sma1',
      'cipher-verify@esa1',
      'managed-appliances@sma1',
      'queue@esa1',
      'queue@sma1',
      'alerts@esa1',
      'alerts@sma1',
      'log-subscriptions@esa1',
      'log-subscriptions@sma1',
      'tls-offer@laptop>sma1:esa-to-sma/esa1',
      'listening@sma1',
      'reach@esa1>sma1:esa-to-sma',
      'tls-verify@esa1>sma1:esa-to-sma',
      'mail-logs@esa1',
      'mail-logs@sma1',
    ]);
  });

  test('one lane for each vantage point', () => {
    expect(new Set(steps.map((one) => one.lane))).toEqual(new Set(['esa1', 'sma1', 'laptop']));
    expect(steps.every((one) => one.lane === one.vantage)).toBe(true);
  });

  test('a configuration is never fetched: its absence is no lack of a credential', () => {
    expect(ofCheck(steps, 'configuration').map((one) => [one.how, one.skip])).toEqual([
      ['none', 'no-material'],
      ['none', 'no-material'],
    ]);
  });

  test('commands wait for their own appliance’s login', () => {
    const waits = (id: string) => steps.find((one) => one.id === id)?.after;
    expect(waits('queue@esa1')).toEqual(['ssh-session@esa1']);
    expect(waits('ssh-session@esa1')).toEqual([]);
  });

  test('a path waits for what both its ends say of addresses', () => {
    expect(steps.find((one) => one.check === 'reach')?.after).toEqual([
      'ssh-session@esa1',
      'interfaces@esa1',
      'interfaces@sma1',
    ]);
  });

  test('the offer waits for the initiator’s list, what it prints of it, and its release', () => {
    expect(steps.find((one) => one.check === 'tls-offer')?.after.toSorted()).toEqual(
      [
        'version@esa1',
        'version@sma1',
        'interfaces@esa1',
        'interfaces@sma1',
        'cipher-lists@esa1',
        'cipher-lists@sma1',
        'cipher-verify@esa1',
      ].toSorted(),
    );
  });
});

describe('directions', () => {
  const ask = (direction: Answers['direction']) =>
    done(plan(liveSite(1), { direction, cluster: 'standalone' }).steps)
      .filter((one) => ['reach', 'tls-offer', 'listening'].includes(one.check))
      .map((one) => one.id);

  const forward = ['tls-offer@laptop>sma1:esa-to-sma/esa1', 'listening@sma1', 'reach@esa1>sma1:esa-to-sma'];
  const backward = ['tls-offer@laptop>esa1:sma-to-esa/sma1', 'listening@esa1', 'reach@sma1>esa1:sma-to-esa'];

  test.each([
    ['esa-to-sma', forward],
    ['sma-to-esa', backward],
    ['enable-disabled', forward],
    ['both', [...forward, ...backward]],
    ['unknown', [...forward, ...backward]],
  ] as const)('%s', (direction, expected) => {
    expect(ask(direction).toSorted()).toEqual([...expected].toSorted());
  });

  test('the grey Enable button is asked of the way to the SMA, its state, its configuration and its list of ESAs', () => {
    const steps = plan(liveSite(1), { direction: 'enable-disabled' }).steps.map((one) => one.id);
    for (const id of [
      'reach@esa1>sma1:esa-to-sma',
      'system-status@sma1',
      'configuration@sma1',
      'managed-appliances@sma1',
    ])
      expect(steps).toContain(id);
    expect(steps.filter((id) => id.includes('sma-to-esa'))).toEqual([]);
  });
});

describe('cluster', () => {
  test.each([
    ['cluster', ['cluster-members@esa1', 'cluster-members@esa2']],
    ['unknown', ['cluster-members@esa1', 'cluster-members@esa2']],
    ['standalone', []],
  ] as const)('%s', (cluster, expected) => {
    expect(ids(ofCheck(plan(liveSite(2), { cluster }).steps, 'cluster-members'))).toEqual(expected);
  });
});

describe('logs', () => {
  const logs = (answer: Answers['logs'], of = liveSite(1)) =>
    ofCheck(plan(of, { logs: answer }).steps, 'mail-logs').map((one) => [one.vantage, one.how, one.skip]);

  test('from the appliances', () => {
    expect(logs('appliances')).toEqual([
      ['esa1', 'live', null],
      ['sma1', 'live', null],
    ]);
  });

  test('from files that were not given: nothing is fetched, and it is no lack of a credential', () => {
    expect(logs('files')).toEqual([
      ['esa1', 'none', 'no-material'],
      ['sma1', 'none', 'no-material'],
    ]);
  });

  test('none at all', () => {
    expect(logs('none')).toEqual([]);
  });

  test('files of both logs are read in one step each, live ones beside them', () => {
    const esa = {
      ...live('esa1', 'esa', 10),
      materials: offline('esa1', 'esa', { logs: ['a.log', 'b.log'] }).materials,
    };
    expect(logs('unknown', site(esa, offline('sma1', 'sma', { logs: ['c.log'] })))).toEqual([
      ['esa1', 'material', null],
      ['esa1', 'live', null],
      ['sma1', 'material', null],
    ]);
  });
});

describe('offline', () => {
  const files = site(
    offline('esa1', 'esa', {
      logs: ['esa.log'],
      config: 'esa.xml',
      cli: [
        { command: 'tophosts', file: 'q1.txt' },
        { command: 'tophosts', file: 'q2.txt' },
        { command: 'telnet', file: 'telnet.txt' },
      ],
    }),
    offline('sma1', 'sma', { transcripts: ['putty.log'] }),
  );
  const { steps } = plan(files, { direction: 'both', cluster: 'standalone' });

  test('reads what was given, each file once, and opens nothing', () => {
    expect(done(steps).map((one) => [one.id, one.how, one.material])).toEqual([
      ['transcript@sma1#1', 'material', 'putty.log'],
      ['configuration@esa1#1', 'material', 'esa.xml'],
      ['queue@esa1#1', 'material', 'q1.txt'],
      ['queue@esa1#2', 'material', 'q2.txt'],
      ['reach@esa1>sma1:esa-to-sma#1', 'material', 'telnet.txt'],
      ['mail-logs@esa1#1', 'material', 'esa.log'],
    ]);
    expect(steps.filter((one) => one.cost.connections > 0)).toEqual([]);
  });

  test('the port of the logs may stand in an export, so that is read first', () => {
    expect(steps.find((one) => one.check === 'mail-logs' && one.how === 'material')?.after).toEqual([
      'configuration@esa1#1',
    ]);
  });

  test('no laptop probe at an appliance without a host', () => {
    expect(ofCheck(steps, 'tls-offer').map((one) => [one.how, one.skip])).toEqual([
      ['none', 'no-material'],
      ['none', 'no-material'],
    ]);
  });

  test('a capture may answer every command of its appliance: their absence is not worth a row', () => {
    expect(steps.filter((one) => one.vantage === 'sma1' && one.skip !== null).map((one) => one.id)).toEqual([
      'configuration@sma1',
      'ssh-session@sma1',
      'mail-logs@sma1',
    ]);
  });

  test('everything else says what is missing', () => {
    expect(new Set(steps.filter((one) => one.how === 'none').map((one) => one.skip))).toEqual(new Set(['no-material']));
  });
});

describe('mixed', () => {
  test('a laptop probe goes to the side that has a host only', () => {
    const { steps } = plan(site(offline('esa1', 'esa', {}), live('sma1', 'sma', 20)), { direction: 'both' });
    expect(ofCheck(steps, 'tls-offer').map((one) => [one.id, one.how])).toEqual([
      ['tls-offer@laptop>sma1:esa-to-sma/esa1', 'live'],
      ['tls-offer@laptop>esa1:sma-to-esa/sma1', 'none'],
    ]);
  });

  test('a laptop probe goes to a listener that alone was named, not to an appliance known by files', () => {
    const named = { interface: null, address: '192.0.2.20', port: 7026 };
    const alone = { ...offline('sma1', 'sma', {}), quarantine: named };
    const filed = { ...offline('sma1', 'sma', { logs: ['sma.log'] }), quarantine: named };
    const probe = (sma: typeof alone, esa = live('esa1', 'esa', 10)) =>
      ofCheck(plan(site(esa, sma), { direction: 'esa-to-sma' }).steps, 'tls-offer').map((one) => one.how);
    expect([probe(alone), probe(filed), probe(alone, offline('esa1', 'esa', { logs: ['esa.log'] }))]).toEqual([
      ['live'],
      ['none'],
      ['none'],
    ]);
  });

  test('a host without a way to log in lacks a credential', () => {
    const { steps } = plan(site({ ...live('esa1', 'esa', 10), auth: null }, live('sma1', 'sma', 20)), {});
    const reasons = steps.filter((one) => one.vantage === 'esa1').map((one) => [one.check, one.skip]);
    expect(Object.fromEntries(reasons)).toMatchObject({
      'ssh-session': 'no-credential',
      queue: 'no-credential',
      'mail-logs': 'no-credential',
      configuration: 'no-material',
    });
  });
});

describe('what the engineer leaves out', () => {
  const count = (answers: Partial<Answers>) =>
    done(plan(liveSite(2), { direction: 'esa-to-sma', cluster: 'standalone', ...answers }).steps);

  test('a check, everywhere', () => {
    expect(ofCheck(count({ leftOut: ['queue'] }), 'queue')).toEqual([]);
  });

  test('one step', () => {
    expect(ids(ofCheck(count({ leftOut: ['queue@esa1'] }), 'queue'))).toEqual(['queue@esa2', 'queue@sma1']);
  });

  test('all but some, with what those need', () => {
    const checksLeft = new Set(count({ only: ['queue'] }).map((one) => one.check));
    expect(checksLeft).toEqual(new Set(['ssh-session', 'queue']));
    const forReach = new Set(count({ only: ['reach'] }).map((one) => one.check));
    expect(forReach).toEqual(new Set(['ssh-session', 'interfaces', 'reach']));
  });

  test('it stands in the plan as left out, costs nothing, and nothing waits for it', () => {
    const { steps } = plan(liveSite(1), { leftOut: ['ssh-session'] });
    const sessions = ofCheck(steps, 'ssh-session');
    expect(sessions.map((one) => [one.skip, one.how, one.cost])).toEqual(
      sessions.map(() => ['left-out', 'none', { seconds: 0, connections: 0, commands: 0, lines: 0 }]),
    );
    expect(steps.flatMap((one) => one.after).filter((id) => id.startsWith('ssh-session'))).toEqual([]);
  });
});

describe('every plan', () => {
  const plans = [
    plan(liveSite(20), { direction: 'both', cluster: 'cluster' }),
    plan(site(offline('esa1', 'esa', { logs: ['a'], transcripts: ['t'] }), live('sma1', 'sma', 20)), {}),
    plan(site(), {}),
  ];

  test('is a value of its schema', () => {
    for (const one of plans) expect(Plan.parse(one)).toEqual(one);
  });

  test('names each step once, and the same way each time', () => {
    for (const one of plans) expect(new Set(ids(one.steps)).size).toBe(one.steps.length);
    expect(plan(liveSite(20), { direction: 'both', cluster: 'cluster' })).toEqual(plans[0]);
  });

  test('a step keeps its name when another is left out', () => {
    const whole = ids(plan(liveSite(2)).steps);
    expect(ids(plan(liveSite(2), { leftOut: ['reach', 'queue@esa1'] }).steps)).toEqual(whole);
  });

  test('waits for steps that come before, never in a circle', () => {
    for (const { steps } of plans) {
      const order = ids(steps);
      expect(steps.flatMap((one) => one.after.filter((id) => order.indexOf(id) >= order.indexOf(one.id)))).toEqual([]);
    }
  });

  test('gives each step a reason in both languages', () => {
    for (const language of ['en', 'fr'] as const) {
      const words = wordsIn(language, catalogues[language]);
      const without = plans.flatMap((one) => one.steps).filter((one) => !words.has(`checks:check.${one.check}.why`));
      expect(without).toEqual([]);
    }
  });

  test('totals what its steps cost', () => {
    for (const { steps, cost } of plans)
      for (const key of ['seconds', 'connections', 'lines'] as const)
        expect(cost[key]).toBe(steps.reduce((sum, one) => sum + one.cost[key], 0));
  });

  test('may last as long as its longest lane', () => {
    const { steps, limitMs } = plan(liveSite(1), { direction: 'esa-to-sma', cluster: 'standalone' });
    const ofEsa = done(steps).filter((one) => one.lane === 'esa1');
    expect(limitMs).toBe(ofEsa.reduce((sum, one) => sum + one.limitMs, 0));
  });

  test('asks only what the catalogue of checks knows', () => {
    const known = new Set([...checks.map((one) => one.id), 'transcript']);
    expect(plans.flatMap((one) => one.steps).filter((one) => !known.has(one.check))).toEqual([]);
  });
});

describe('what two vantage points see is compared', () => {
  const besides = (of: Site, answers: Partial<Answers>) =>
    plan(of, answers)
      .steps.filter((one) => one.beside.length > 0)
      .map((one) => [one.id, ...one.beside]);

  test('this laptop’s probe stands beside the initiator’s own looks, in each direction', () => {
    const [probe, back] = ['tls-offer@laptop>sma1:esa-to-sma/esa1', 'tls-offer@laptop>esa1:sma-to-esa/sma1'];
    expect(besides(liveSite(1), { direction: 'both' })).toEqual([
      [probe, 'reach@esa1>sma1:esa-to-sma', 'tls-verify@esa1>sma1:esa-to-sma'],
      [back, 'reach@sma1>esa1:sma-to-esa'],
      ['reach@esa1>sma1:esa-to-sma', probe],
      ['reach@sma1>esa1:sma-to-esa', back],
      ['tls-verify@esa1>sma1:esa-to-sma', probe],
    ]);
  });

  test('each initiator has its own probe beside it', () => {
    const found = besides(liveSite(2), { direction: 'esa-to-sma' }).filter(([id]) => id?.startsWith('reach'));
    expect(found).toEqual([
      ['reach@esa1>sma1:esa-to-sma', 'tls-offer@laptop>sma1:esa-to-sma/esa1'],
      ['reach@esa2>sma1:esa-to-sma', 'tls-offer@laptop>sma1:esa-to-sma/esa2'],
    ]);
  });

  test('what is left out stands beside nothing', () => {
    expect(besides(liveSite(1), { direction: 'esa-to-sma', leftOut: ['tls-offer'] })).toEqual([]);
  });

  test('a probe costs what its budget says', () => {
    const [probe] = ofCheck(plan(liveSite(1), { direction: 'esa-to-sma' }).steps, 'tls-offer');
    expect(probe?.cost).toEqual({ seconds: 2, connections: 3, commands: 0, lines: 6 });
  });
});
