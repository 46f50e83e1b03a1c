import { expect, test, vi } from 'vitest';
import {
  type Appliance,
  blankAppliance,
  blankSite,
  type CaseRecord,
  good,
  type Observation,
  openAnswers,
  problem,
  type Result,
} from '../../../main/core/model';
import { CaseSession } from '../../../main/desktop/case-session';
import type { SessionNeeds } from '../../../main/desktop/session-needs';
import type { RunInput, RunOutcome } from '../../../main/run';
import { CaseView } from '../../../preload/contract';

const at = '2026-11-24T20:40:00.000Z';

const record = (rest: Partial<CaseRecord> = {}): CaseRecord => ({
  schema: 'cpq-doctor/case/1',
  id: 'acme',
  name: 'Acme',
  createdAt: at,
  changedAt: at,
  site: { ...blankSite(), appliances: [blankAppliance('esa1', 'esa'), blankAppliance('sma1', 'sma')] },
  answers: openAnswers(),
  observations: [],
  footprint: [],
  notes: '',
  lab: null,
  run: null,
  ...rest,
});

const opened = (one: CaseRecord = record()) => ({ record: one, recovered: null });

const observation = (id: string, outcome: Observation['outcome'] = 'passed'): Observation => ({
  id,
  step: `queue@${id}`,
  check: 'queue',
  vantage: 'esa1',
  subject: 'esa1',
  peer: null,
  flow: null,
  how: 'live',
  outcome,
  reason: outcome === 'cancelled' ? 'cancelled' : null,
  startedAt: at,
  durationMs: 1,
  data: null,
  quotes: [],
  evidence: null,
});

const login = { at, to: '192.0.2.10:22', what: 'ssh-login', leaves: 'one-login' };

/** A run that the test drives: it waits until it is finished or stopped. */
const drivenRun = () => {
  const inputs: RunInput[] = [];
  let finish: (outcome: RunOutcome) => void = () => undefined;
  const run = (input: RunInput) => {
    inputs.push(input);
    return new Promise<RunOutcome>((done) => {
      finish = done;
      input.signal.addEventListener('abort', () =>
        done({ observations: [...input.observations, observation('o9', 'cancelled')], footprint: [], cancelled: true }),
      );
    });
  };
  return { run, inputs, finish: (outcome: Partial<RunOutcome>) => finish({ ...ended, ...outcome }) };
};
const ended: RunOutcome = { observations: [], footprint: [], cancelled: false };

const needs = (rest: Partial<SessionNeeds> = {}) => {
  const saved: CaseRecord[] = [];
  let serial = 0;
  const all: SessionNeeds = {
    save: async (one) => {
      saved.push(one);
      return good(null);
    },
    keepEvidence: async (_record, path) => good(path),
    run: async () => ended,
    practise: async () => ({ ok: false, problem: { code: 'scenario-unknown', where: null, params: {} } }),
    describeMaterials: async () => [],
    knownHostsPath: '/known_hosts',
    now: () => new Date(at),
    nextSerial: () => {
      serial += 1;
      return serial;
    },
    changed: () => undefined,
    progress: () => undefined,
    ...rest,
  };
  return { all, saved };
};

test('every view is what the contract says, and its number counts up', async () => {
  const session = await CaseSession.on(opened(), needs().all);
  const first = CaseView.parse(session.view());
  const second = await session.change((one) => ({ ...one, notes: 'asked the customer' }));
  expect(first.run.state).toBe('not-started');
  expect(second).toMatchObject({ ok: true, value: { notes: 'asked the customer' } });
  expect(session.view().serial).toBeGreaterThan(first.serial);
});

test('a secret is held in memory only: neither the view nor what is saved has it', async () => {
  const { all, saved } = needs();
  const session = await CaseSession.on(opened(), all);
  const view = session.hold([{ appliance: 'esa1', secret: 's3cret-word' }]);
  await session.change((one) => ({ ...one, notes: 'n' }));
  expect(view.secretsHeld).toEqual(['esa1']);
  expect(session.logins.secretOf('esa1')).toBe('s3cret-word');
  expect(JSON.stringify([view, session.view(), saved])).not.toContain('s3cret-word');
});

test('a run shows what is asked, keeps what was seen at once, and ends', async () => {
  const driven = drivenRun();
  const { all, saved } = needs({ run: driven.run });
  const session = await CaseSession.on(opened(), all);
  expect(await session.start()).toMatchObject({ ok: true, value: { run: { state: 'running', asking: [] } } });
  driven.inputs[0]?.onEvent({ kind: 'about-to', at, step: 'queue@o1', limitMs: 5 });
  expect(session.view().run.asking).toEqual([{ step: 'queue@o1', at, limitMs: 5 }]);
  driven.inputs[0]?.onEvent({ kind: 'observed', at, observation: observation('o1') });
  expect(session.view()).toMatchObject({ run: { asking: [] }, observations: [{ id: 'o1' }] });
  expect(await session.start()).toMatchObject({ ok: false, problem: { code: 'run-under-way' } });
  driven.finish({ observations: [observation('o1')] });
  await session.close();
  expect(saved.map((one) => [one.observations.length, one.run?.endedAt ?? null])).toEqual([
    [0, null],
    [1, null],
    [1, at],
  ]);
});

/** A case whose run the end of the app cut off, with one observation of each appliance. */
const interrupted = async (): Promise<CaseRecord> => {
  const driven = drivenRun();
  const { all, saved } = needs({ run: driven.run });
  const session = await CaseSession.on(opened(), all);
  await session.start();
  await session.close();
  return { ...(saved.at(-1) ?? record()), observations: [observation('o1'), ofSma] };
};
const ofSma: Observation = { ...observation('o2'), vantage: 'sma1', subject: 'sma1' };

const minutesLater = (minutes: number) => () => new Date(Date.parse(at) + minutes * 60_000);

test('the end of the app interrupts a run, which then says so and knows its site', async () => {
  const kept = await interrupted();
  expect(kept.run).toEqual({ startedAt: at, endedAt: null, site: kept.site });
  const again = await CaseSession.on(opened(kept), needs().all);
  expect(again.view().run.state).toBe('interrupted');
});

const edited = (one: CaseRecord, name: string, change: Partial<Appliance>): CaseRecord => ({
  ...one,
  site: {
    ...one.site,
    appliances: one.site.appliances.map((each) => (each.name === name ? { ...each, ...change } : each)),
  },
});

test.each<[string, boolean, number, (one: CaseRecord) => CaseRecord, string[]]>([
  ['going on soon', true, 29, (one) => one, ['o1', 'o2']],
  ['going on late', true, 31, (one) => one, []],
  ['going on after an edit of one appliance', true, 1, (one) => edited(one, 'esa1', { host: '192.0.2.9' }), ['o2']],
  ['going on with a record that does not know its site', true, 1, (one) => ({ ...one, run: bare }), []],
  ['beginning anew', false, 1, (one) => one, []],
])('%s keeps what is still present', async (_what, goesOn, minutes, edit, ids) => {
  const driven = drivenRun();
  const { all } = needs({ run: driven.run, now: minutesLater(minutes) });
  const session = await CaseSession.on(opened(edit(await interrupted())), all);
  await session.start(goesOn);
  expect(driven.inputs[0]?.observations.map((one) => one.id)).toEqual(ids);
  expect(session.view().observations.map((one) => one.id)).toEqual(ids);
  expect(session.view().run.startedAt).toBe(ids.length > 0 ? at : minutesLater(minutes)().toISOString());
  await session.close();
});
const bare = { startedAt: at, endedAt: null };

test('the engineer cancels one step, or everything', async () => {
  const driven = drivenRun();
  const session = await CaseSession.on(opened(), needs({ run: driven.run }).all);
  await session.start();
  session.cancel('queue@o1');
  expect(driven.inputs[0]?.stepSignal?.('queue@o1')?.aborted).toBe(true);
  expect(driven.inputs[0]?.signal.aborted).toBe(false);
  session.cancel(null);
  await session.close();
  expect(session.view()).toMatchObject({ run: { state: 'ended' }, observations: [{ outcome: 'cancelled' }] });
});

test('a second run begins anew', async () => {
  const before = record({ observations: [observation('o1')], run: { startedAt: at, endedAt: at } });
  const driven = drivenRun();
  const session = await CaseSession.on(opened(before), needs({ run: driven.run }).all);
  await session.start();
  expect(driven.inputs[0]?.observations).toEqual([]);
  await session.close();
});

test('a fault of ours inside the run leaves the case with what was seen', async () => {
  const broken = async (input: RunInput): Promise<RunOutcome> => {
    input.onFootprint?.(login);
    input.onEvent({ kind: 'observed', at, observation: observation('o1') });
    throw new Error('boom');
  };
  const { all, saved } = needs({ run: broken });
  const session = await CaseSession.on(opened(), all);
  await session.start();
  await session.close();
  expect(session.view()).toMatchObject({
    run: { state: 'interrupted' },
    observations: [{ id: 'o1' }],
    footprint: [login],
  });
  expect(saved.at(-1)).toMatchObject({ observations: [{ id: 'o1' }], footprint: [login] });
});

test('a new run asks anew and keeps the ledger of what earlier ones left on the appliances', async () => {
  const login2 = { ...login, to: '192.0.2.11:22' };
  const leaves = async (input: RunInput): Promise<RunOutcome> => {
    input.onFootprint?.(login2);
    return { ...ended, footprint: [login2] };
  };
  const before = { ...record(), footprint: [login], run: { startedAt: at, endedAt: at } };
  const session = await CaseSession.on(opened(before), needs({ run: leaves }).all);
  await session.start();
  await session.close();
  expect(session.view()).toMatchObject({ observations: [], footprint: [login, login2] });
});

test('a save that fails during a run is said, and no longer when one goes well', async () => {
  const driven = drivenRun();
  const full: Result<unknown> = { ok: false, problem: problem('disk-full', '/case.json') };
  let answer: Result<unknown> = good(null);
  let clock = at;
  const told: CaseView['troubles'][] = [];
  const { all } = needs({ run: driven.run, save: async () => answer, now: () => new Date(clock) });
  const session = await CaseSession.on(opened(), { ...all, changed: () => told.push(session.view().troubles) });
  await session.start();
  const seen = async (id: string) => {
    const before = told.length;
    driven.inputs[0]?.onEvent({ kind: 'observed', at, observation: observation(id) });
    // Once for the event, once for what became of the save.
    await vi.waitFor(() => expect(told.length).toBe(before + 2));
    return session.view();
  };
  clock = '2026-11-24T20:41:00.000Z';
  answer = full;
  expect(await seen('o1')).toMatchObject({
    savedAt: at,
    troubles: { unsaved: problem('disk-full', '/case.json'), unkept: null, recovered: null },
  });
  expect(told.at(-1)).toEqual({ unsaved: problem('disk-full', '/case.json'), unkept: null, recovered: null });
  answer = good(null);
  expect(await seen('o2')).toMatchObject({ savedAt: clock, troubles: { unsaved: null } });
  driven.finish({});
  await session.close();
});

test('evidence that the disk refuses is not claimed, and said until the next run', async () => {
  const driven = drivenRun();
  const refused = problem('disk-full', 'evidence/esa1/queue-1.txt');
  const keepEvidence = async (_record: CaseRecord, path: string) =>
    path === refused.where ? { ok: false as const, problem: refused } : good(path);
  const session = await CaseSession.on(opened(), needs({ run: driven.run, keepEvidence }).all);
  await session.start();
  const keep = (path: string) => driven.inputs[0]?.keepEvidence(path, new Uint8Array());
  expect(await keep('evidence/esa1/version-1.txt')).toBe('evidence/esa1/version-1.txt');
  expect(session.view().troubles.unkept).toBe(null);
  expect(await keep('evidence/esa1/queue-1.txt')).toBe(null);
  expect(session.view().troubles.unkept).toEqual(refused);
  driven.finish({});
  await vi.waitFor(() => expect(session.view().run.state).toBe('ended'));
  expect(session.view().troubles.unkept).toEqual(refused);
  await session.start();
  expect(session.view().troubles.unkept).toBe(null);
  await session.close();
});

test('a mistake of ours in saving ends nothing', async () => {
  const save = async () => {
    throw new Error('boom');
  };
  const session = await CaseSession.on(opened(), needs({ save }).all);
  expect(await session.change((one) => one)).toMatchObject({ ok: false, problem: { code: 'our-mistake' } });
  expect(session.view()).toMatchObject({ savedAt: at, troubles: { unsaved: { code: 'our-mistake' } } });
});

test('a disk that refuses is a problem, and the change is not lost', async () => {
  const full = { ok: false as const, problem: { code: 'disk-full', where: null, params: {} } };
  const session = await CaseSession.on(opened(), needs({ save: async () => full }).all);
  expect(await session.change((one) => ({ ...one, notes: 'kept' }))).toEqual(full);
  expect(session.view().notes).toBe('kept');
});

test('a second run is held against the first once it ended, and a cut-off one changes nothing about that', async () => {
  const first = record({ observations: [observation('o1')], run: { startedAt: at, endedAt: at } });
  const driven = drivenRun();
  const { all, saved } = needs({ run: driven.run });
  const session = await CaseSession.on(opened(first), all);
  expect(session.view().since).toBeNull();
  await session.start();
  expect([session.view().since, saved.at(-1)?.before?.observations]).toEqual([null, [observation('o1')]]);
  driven.finish({ observations: [observation('o2')] });
  await vi.waitFor(() => expect(session.view().run.state).toBe('ended'));
  expect(session.view().since).toMatchObject({ startedAt: at, comparison: { fixed: [], new: [], same: [] } });
  await session.start();
  await session.close();
  expect(saved.at(-1)?.before?.observations).toEqual([observation('o2')]);
});
