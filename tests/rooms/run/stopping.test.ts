import { afterEach, describe, expect, test } from 'vitest';
import type { Site } from '../../../main/core/model';
import { type Listener, listenAs } from '../../support/listener';
import { live, site } from '../../support/plan-site';
import { labOf, ran, secretsOf, withAppliance } from '../../support/run';
import { TIMED } from '../../support/timed';

const listeners: Listener[] = [];
const silent = async (): Promise<number> => {
  const listener = await listenAs(() => undefined);
  listeners.push(listener);
  return listener.port;
};
afterEach(async () => {
  await Promise.all(listeners.splice(0).map((one) => one.close()));
});

/** Two appliances that accept connections and never say a word. */
const silentSite = async (): Promise<Site> => {
  const place = async (name: string, role: 'esa' | 'sma') => ({
    ...live(name, role, 1),
    host: '127.0.0.1',
    sshPort: await silent(),
    quarantine: { interface: null, address: '127.0.0.1', port: await silent() },
  });
  return {
    ...site(await place('esa1', 'esa'), await place('sma1', 'sma')),
    direction: 'esa-to-sma',
    cluster: 'standalone',
  };
};

describe('stopping everything', () => {
  test('each row says cancelled within 200 ms, and the run says that it was stopped', TIMED, async () => {
    const stop = new AbortController();
    let stoppedAt = 0;
    let lastRowAt = 0;
    let asked = 0;
    const { outcome, events } = await ran(await silentSite(), {
      signal: stop.signal,
      onEvent: (event) => {
        if (event.kind === 'observed') lastRowAt = performance.now();
        if (event.kind !== 'about-to') return;
        asked += 1;
        if (asked !== 2) return;
        stoppedAt = performance.now();
        stop.abort();
      },
    });
    expect(lastRowAt - stoppedAt).toBeLessThan(200);
    expect(outcome.cancelled).toBe(true);
    expect(events.at(-1)).toMatchObject({ kind: 'ended', cancelled: true });
    const rows = outcome.observations.map((one) => [one.outcome, one.reason]);
    const missing = rows.filter(([, reason]) => reason === 'no-material');
    expect(rows.length - missing.length).toBeGreaterThan(10);
    expect(rows.filter(([, reason]) => reason !== 'no-material')).toEqual(
      rows.slice(missing.length).map(() => ['cancelled', 'cancelled']),
    );
  });

  test('stopped before it began, it opens nothing', async () => {
    const of = await silentSite();
    const { outcome } = await ran(of, { signal: AbortSignal.abort() });
    expect(listeners.map((one) => one.accepted())).toEqual([0, 0, 0, 0]);
    expect(new Set(outcome.observations.map((one) => one.outcome))).toEqual(new Set(['cancelled']));
  });

  test('each step of the plan has exactly one row', async () => {
    const stop = new AbortController();
    const { outcome } = await ran(await silentSite(), {
      signal: stop.signal,
      onEvent: (event) => event.kind === 'about-to' && stop.abort(),
    });
    const steps = outcome.observations.map((one) => one.step);
    expect(new Set(steps).size).toBe(steps.length);
    expect(steps).toContain('reach@esa1>sma1:esa-to-sma');
  });
});

test('a deadline ends it, and the rows say that the time was over', async () => {
  const { outcome, events } = await ran(await silentSite(), { limitMs: 120 });
  expect(outcome.cancelled).toBe(false);
  expect(events.at(-1)).toMatchObject({ kind: 'ended', cancelled: false });
  const stopped = outcome.observations.filter((one) => one.outcome === 'cancelled');
  expect(stopped.length).toBeGreaterThan(10);
  expect(new Set(stopped.map((one) => one.reason))).toEqual(new Set(['out-of-time']));
});

test('one step is stopped, the rest goes on', async () => {
  const lab = await labOf('healthy');
  const stop = new AbortController();
  const { outcome, of } = await ran(withAppliance(lab.site, 'esa1', { host: '127.0.0.1', sshPort: await silent() }), {
    secretOf: secretsOf(lab),
    stepSignal: (step) => (step === 'ssh-session@esa1' ? stop.signal : undefined),
    onEvent: (event) => event.kind === 'about-to' && event.step === 'ssh-session@esa1' && stop.abort(),
  });
  await lab.close();
  const short = (step: string) => [of(step).outcome, of(step).reason];
  expect(short('ssh-session@esa1')).toEqual(['cancelled', 'cancelled']);
  expect(short('queue@esa1')).toEqual(['skipped', 'blocked-upstream']);
  expect(short('ssh-session@sma1')).toEqual(['passed', null]);
  expect(short('queue@sma1')).toEqual(['passed', null]);
  expect(outcome.cancelled).toBe(false);
});
