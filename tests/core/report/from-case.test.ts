import { describe, expect, test } from 'vitest';
import { diagnose } from '../../../main/core/diagnosis';
import { type Answers, Drawing, type Observation, type Site, type Wire } from '../../../main/core/model';
import { drawingOf } from '../../../main/core/report/drawing/from-case';
import { answersOf, failureOf, observation, siteOf, world } from '../../support/observations';

const forward = world('esa-to-sma');
const backward = world('sma-to-esa');

const draw = (
  observations: readonly Observation[],
  given: Partial<Answers> = {},
  site: Site = siteOf('esa1'),
  asking: readonly string[] = [],
): Drawing => {
  const answers = answersOf({ direction: 'both', cluster: 'cluster', ...given });
  return drawingOf({ site, answers, diagnosis: diagnose(site, answers, observations), observations, asking });
};

const wireOf = (drawing: Drawing, kind: Wire['kind'], esa = 'esa1'): Wire => {
  const found = drawing.wires.find(
    (one) => one.kind === kind && [one.from, one.to].some((end) => end.appliance === esa),
  );
  if (!found) throw new Error(`no such wire: ${kind} ${esa}`);
  return found;
};
const short = ({ state, break: broken, outcome }: Wire) => ({ state, break: broken, outcome: outcome.key });
const broken = (place: string, glyph: string, code: string) => ({
  state: 'broken',
  break: { place, glyph },
  outcome: `causes:${code}.short`,
});

test('nothing seen: three dashed wires for each ESA', () => {
  const drawing = Drawing.parse(draw([], {}, siteOf('esa1', 'esa2')));
  expect(drawing.wires.map((one) => [one.kind, one.from.appliance, one.to.appliance, one.state])).toEqual(
    ['esa1', 'esa2'].flatMap((esa) => [
      ['quarantine', esa, 'sma1', 'unknown'],
      ['release', 'sma1', esa, 'unknown'],
      ['ssh', 'sma1', esa, 'unknown'],
    ]),
  );
  expect(new Set(drawing.wires.map((one) => one.outcome.key))).toEqual(new Set(['not-checked-yet']));
});

test('a site without an SMA has no wires', () => {
  const site = { ...siteOf('esa1'), appliances: siteOf('esa1').appliances.filter((one) => one.role === 'esa') };
  expect(draw([], {}, site)).toMatchObject({ sma: null, wires: [] });
});

describe('checking', () => {
  const site = siteOf('esa1', 'esa10');

  test.each([
    ['the initiator’s own connect', 'reach@esa1>sma1:esa-to-sma', 'quarantine'],
    ['this laptop in its place', 'tls-offer@laptop>sma1:esa-to-sma/esa1', 'quarantine'],
    ['the SMA’s connect', 'reach@sma1>esa1:sma-to-esa', 'release'],
    ['this laptop in the place of the SMA', 'tls-offer@laptop>esa1:sma-to-esa/sma1', 'release'],
  ] as const)('%s colours that wire and no other', (_name, step, kind) => {
    const drawing = draw([], {}, site, [step]);
    expect(drawing.wires.filter((one) => one.state === 'checking').map((one) => [one.kind, one.id])).toEqual([
      [kind, wireOf(drawing, kind).id],
    ]);
  });

  test('a command at an appliance colours none', () => {
    const drawing = draw([], {}, site, ['system-status@sma1', 'queue@esa1']);
    expect(drawing.wires.filter((one) => one.state === 'checking')).toEqual([]);
  });
});

describe('working', () => {
  test('a message that went through', () => {
    const wire = wireOf(draw([forward.carried()]), 'quarantine');
    expect([short(wire), wire.from.state, wire.to.state]).toEqual([
      { state: 'ok', break: null, outcome: 'ok' },
      'reached',
      'listening',
    ]);
  });

  test('one flow says nothing of the other', () => {
    expect(short(wireOf(draw([forward.carried()]), 'release'))).toEqual({
      state: 'unknown',
      break: null,
      outcome: 'not-checked',
    });
  });

  test('a success that something newer contradicts colours nothing green', () => {
    const wire = wireOf(draw([forward.carried(), forward.queue(0, { down: true })]), 'quarantine');
    expect(wire.state).toBe('unknown');
  });

  test('a queue that merely waits is said in the box, the wire stays green', () => {
    const drawing = draw([forward.carried(), forward.queue(131)]);
    expect([wireOf(drawing, 'quarantine').state, drawing.esas[0]?.note]).toEqual([
      'ok',
      { key: 'causes:queue-backlog.note', params: { count: '131' } },
    ]);
  });
});

describe('broken, and where', () => {
  const missing = {
    quarantine: { enabled: true, interface: 'PVO', port: 7025, level: 'cluster Main', at: 'line 1' },
    missingInterfaces: [{ machine: 'esa1', interface: 'PVO', near: null, at: 'line 2' }],
  };

  test.each([
    ['path-refused', 'far-socket', 'cross', [forward.reach('refused')]],
    ['path-timeout', 'middle', 'wall', [forward.reach('timed-out')]],
    [
      'listener-suspended',
      'far-socket',
      'cross',
      [forward.status('responder', 'receiving-suspended'), forward.listens(22)],
    ],
    ['delivery-suspended', 'near-socket', 'cross', [forward.status('initiator', 'delivery-suspended')]],
    ['system-offline', 'near-socket', 'cross', [forward.status('initiator', 'offline')]],
    ['system-offline', 'far-socket', 'cross', [forward.status('responder', 'offline')]],
    ['smtp-inspection', 'middle', 'wall', [forward.reach('connected', { banner: '220 **************' })]],
    [
      'starttls-missing',
      'far-handshake',
      'lock',
      [forward.log('initiator', { grounds: [{ code: 'starttls-missing' }] })],
    ],
    [
      'tls-anonymous-cipher',
      'near-handshake',
      'lock',
      [forward.log('initiator', { grounds: [{ code: 'tls-anonymous-cipher' }] })],
    ],
  ] as const)('forward: %s at %s', (code, place, glyph, seen) => {
    expect(short(wireOf(draw([...seen]), 'quarantine'))).toEqual(broken(place, glyph, code));
  });

  test('backward: the missing interface is the ESA’s end', () => {
    const wire = wireOf(draw([backward.config('esa1', missing)]), 'release');
    expect([short(wire), wire.to.state]).toEqual([
      broken('far-socket', 'cross', 'cluster-interface-missing'),
      'missing',
    ]);
  });

  test('the root speaks, not its consequences', () => {
    const seen = [forward.status('responder', 'receiving-suspended'), forward.reach('refused'), forward.queue(131)];
    expect(wireOf(draw(seen), 'quarantine').outcome.key).toBe('causes:listener-suspended.short');
  });

  test('only the pair that fails', () => {
    const drawing = draw([world('esa-to-sma', 'esa2').reach('refused')], {}, siteOf('esa1', 'esa2'));
    expect([wireOf(drawing, 'quarantine', 'esa1').state, wireOf(drawing, 'quarantine', 'esa2').state]).toEqual([
      'unknown',
      'broken',
    ]);
  });
});

describe('degraded', () => {
  test('a suspicion that an appliance or a log raises', () => {
    const wire = wireOf(draw([forward.list('HIGH:MEDIUM')]), 'quarantine');
    expect(short(wire)).toEqual({ state: 'degraded', break: null, outcome: 'causes:tls-anonymous-cipher.short' });
  });
});

describe('this laptop alone never colours a wire', () => {
  test.each([
    ['refused', forward.probe(failureOf('connect-refused'))],
    ['no answer', forward.probe(failureOf('connect-timed-out'))],
    ['no STARTTLS', forward.probe(failureOf('starttls-missing'))],
    ['an anonymous suite only', forward.agreed('ADH-AES256-SHA', null, { authenticatedAccepted: false })],
    ['a whole handshake', forward.agreed('AES128-SHA', null)],
  ])('%s', (_name, seen) => {
    expect(short(wireOf(draw([seen]), 'quarantine'))).toEqual({
      state: 'unknown',
      break: null,
      outcome: 'not-checked',
    });
  });

  test('it leaves its mark: how far it came', () => {
    const marks = (seen: Observation) => wireOf(draw([seen]), 'quarantine').marks;
    expect(marks(forward.probe(failureOf('connect-refused')))).toEqual([
      { vantage: 'laptop', stage: 'tcp', ok: false },
    ]);
    expect(marks(forward.agreed('AES128-SHA', null))).toEqual([{ vantage: 'laptop', stage: 'tls', ok: true }]);
  });
});

test('who looked: the initiator, the log, this laptop', () => {
  const seen = [
    forward.reach('refused'),
    forward.log('initiator', { grounds: [{ code: 'path-refused' }] }),
    forward.probe(failureOf('connect-refused')),
  ];
  expect(wireOf(draw(seen), 'quarantine').marks).toEqual([
    { vantage: 'esa1', stage: 'tcp', ok: false },
    { vantage: 'esa1', stage: 'log', ok: false },
    { vantage: 'laptop', stage: 'tcp', ok: false },
  ]);
});

test('a flow that was not asked about is left out', () => {
  expect(short(wireOf(draw([backward.reach('refused')], { direction: 'esa-to-sma' }), 'release'))).toEqual({
    state: 'not-checked',
    break: null,
    outcome: 'left-out',
  });
});

test('the grey Enable button: the ESA’s question is the wire, releases are not enabled yet', () => {
  const drawing = draw([forward.reach('refused')], { direction: 'enable-disabled' });
  expect(drawing.wires.map((one) => [one.kind, one.state, one.outcome.key])).toEqual([
    ['readiness', 'broken', 'causes:path-refused.short'],
    ['release', 'not-checked', 'not-enabled-yet'],
    ['ssh', 'unknown', 'not-checked'],
  ]);
});

describe('the cluster', () => {
  const members = observation('members', 'cluster-members', 'esa1', { cluster: 'Main_Cluster', groups: [] }, [
    'Cluster',
  ]);

  test('bears its own name, and the interface that its setting names', () => {
    expect(draw([members], {}, siteOf('esa1', 'esa2')).cluster).toEqual({
      name: 'Main_Cluster',
      interface: 'Management',
    });
  });

  test('that has not said its name has none', () => {
    expect(draw([], {}, siteOf('esa1', 'esa2')).cluster).toEqual({ name: null, interface: 'Management' });
  });

  test('of one ESA, or of standalone ones, is none', () => {
    expect([draw([members]).cluster, draw([], { cluster: 'standalone' }, siteOf('esa1', 'esa2')).cluster]).toEqual([
      null,
      null,
    ]);
  });
});

test('a connect that was answered is a mark at the greeting, never for the whole wire', () => {
  const marks = (seen: Observation) => wireOf(draw([seen]), 'quarantine').marks;
  expect(marks(forward.reach('connected', { banner: '220 sma1.example.com ESMTP' }))).toEqual([
    { vantage: 'esa1', stage: 'greeting', ok: true },
  ]);
  expect(marks(forward.reach('connected'))).toEqual([{ vantage: 'esa1', stage: 'tcp', ok: true }]);
});
