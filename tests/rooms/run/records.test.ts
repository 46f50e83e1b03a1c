import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunEvent, TlsReport } from '../../../main/core/model';
import type { Lab } from '../../../main/lab';
import { offline, site } from '../../support/plan-site';
import { labOf, type Ran, ran, secretsOf } from '../../support/run';

let lab: Lab;
let seen: Ran;
beforeAll(async () => {
  lab = await labOf('healthy');
  seen = await ran(lab.site, { secretOf: secretsOf(lab) });
});
afterAll(() => lab.close());

describe('the order of things', () => {
  test('begins with started and ends with ended, once each', () => {
    expect([seen.order[0], seen.order.at(-1)]).toEqual(['started', 'ended']);
    expect(seen.order.filter((one) => one === 'started' || one === 'ended').length).toBe(2);
  });

  test('tells what is about to be asked before what was observed', () => {
    const asked = seen.order.filter((one) => one.startsWith('about-to '));
    expect(asked.length).toBeGreaterThan(10);
    for (const one of asked) {
      const step = one.slice('about-to '.length);
      expect([step, seen.order.indexOf(one) < seen.order.indexOf(`observed ${step}`)]).toEqual([step, true]);
    }
  });

  test('is about to ask nothing that it skips', () => {
    const skipped = seen.outcome.observations.filter((one) => one.outcome === 'skipped').map((one) => one.step);
    expect(skipped.filter((step) => seen.order.includes(`about-to ${step}`))).toEqual([]);
  });

  test('keeps evidence before the observation that cites it', () => {
    const cited = seen.outcome.observations.filter((one) => one.evidence !== null);
    expect(cited.length).toBeGreaterThan(10);
    const late = cited.filter(
      (one) => seen.order.indexOf(`kept ${one.evidence}`) > seen.order.indexOf(`observed ${one.step}`),
    );
    expect(late).toEqual([]);
  });

  test('asks one thing at a time in each lane', () => {
    const lanes = new Map<string, string>();
    const crossed: string[] = [];
    for (const one of seen.order) {
      const [what, step = ''] = one.split(/ (.*)/);
      const lane = step.split('@')[1]?.split('>')[0] ?? '';
      if (what === 'about-to' && lanes.has(lane)) crossed.push(step);
      if (what === 'about-to') lanes.set(lane, step);
      if (what === 'observed' && lanes.get(lane) === step) lanes.delete(lane);
    }
    expect(crossed).toEqual([]);
  });
});

test('each quote stands in its evidence, on its line, under its hash', () => {
  const wrong = seen.outcome.observations.flatMap((row) =>
    row.quotes.filter(({ quote, source, line, sha256 }) => {
      const path = source.replace(/^[a-z]+:/, '').replace(/:\d+$/, '');
      const lines =
        seen.kept
          .get(path)
          ?.split('\n')
          .map((one) => one.replace(/\r+$/, '')) ?? [];
      return lines[(line ?? 0) - 1] !== quote || createHash('sha256').update(quote).digest('hex') !== sha256;
    }),
  );
  expect(wrong).toEqual([]);
});

test('observations have numbers of their own', () => {
  const ids = seen.outcome.observations.map((one) => one.id);
  expect(new Set(ids).size).toBe(ids.length);
});

describe('the footprint', () => {
  const whats = () => seen.outcome.footprint.map((one) => one.what);

  test('has an entry for each login', () => {
    expect(whats().filter((what) => what === 'ssh-login').length).toBe(2);
  });

  test('has an entry for each command, the same ones that the appliances got', () => {
    const commands = whats().filter((what) => what.startsWith('command:'));
    const asked = seen.outcome.observations.filter(
      (one) => one.how === 'live' && !['ssh-session', 'tls-offer'].includes(one.check) && one.outcome !== 'skipped',
    );
    expect(commands.length).toBe(asked.length);
    const got = Object.values(lab.received()).flat();
    for (const what of new Set(commands))
      expect(got.some((line) => line.startsWith(what.slice('command:'.length)))).toBe(true);
  });

  test('has an entry for each connection of this laptop', () => {
    const probes = seen.outcome.observations.filter((one) => one.check === 'tls-offer' && one.data !== null);
    const connections = probes.reduce((sum, one) => sum + (one.data as TlsReport).connections, 0);
    expect(connections).toBeGreaterThan(0);
    expect(whats().filter((what) => what !== 'ssh-login' && !what.startsWith('command:')).length).toBe(connections);
  });
});

test('what is left on an appliance is told as it happens, before the row it belongs to', async () => {
  const told: string[] = [];
  const row = (event: RunEvent) => {
    if (event.kind === 'observed' && event.observation.check === 'ssh-session')
      told.push(`row ${event.observation.vantage}`);
  };
  const { outcome } = await ran(lab.site, {
    secretOf: secretsOf(lab),
    onEvent: row,
    onFootprint: (entry) => void (entry.what === 'ssh-login' && told.push('left')),
  });
  expect(told.filter((one) => one === 'left')).toHaveLength(
    outcome.footprint.filter((one) => one.what === 'ssh-login').length,
  );
  expect(told[0]).toBe('left');
  expect(told.lastIndexOf('left')).toBeLessThan(told.length - 1);
});

describe('resuming', () => {
  const asked = ({ order }: Ran) =>
    order
      .filter((one) => one.startsWith('about-to '))
      .map((one) => one.slice('about-to '.length))
      .toSorted();

  test('with everything seen, nothing is asked', async () => {
    const again = await ran(lab.site, { observations: seen.outcome.observations, secretOf: secretsOf(lab) });
    expect(asked(again)).toEqual([]);
    expect(again.outcome.observations.length).toBe(seen.outcome.observations.length);
  });

  test('what is missing is asked, with the login it needs, and nothing else', async () => {
    const missing = ['queue@esa1', 'mail-logs@esa1'];
    const earlier = seen.outcome.observations.filter((one) => !missing.includes(one.step));
    const again = await ran(lab.site, { observations: earlier, secretOf: secretsOf(lab) });
    expect(asked(again)).toEqual(['mail-logs@esa1', 'queue@esa1', 'ssh-session@esa1']);
    expect(missing.map((step) => again.of(step).outcome)).toEqual(['passed', 'passed']);
  });

  test('what was stopped is asked again, and no number is given twice', async () => {
    const earlier = seen.outcome.observations.map((one) =>
      one.step === 'queue@sma1'
        ? { ...one, outcome: 'cancelled' as const, reason: 'cancelled' as const, data: null, quotes: [] }
        : one,
    );
    const again = await ran(lab.site, { observations: earlier, secretOf: secretsOf(lab) });
    expect(asked(again)).toEqual(['queue@sma1', 'ssh-session@sma1']);
    const rows = again.outcome.observations;
    expect(rows.filter((one) => one.step === 'queue@sma1').map((one) => one.outcome)).toEqual(['passed']);
    expect(new Set(rows.map((one) => one.id)).size).toBe(rows.length);
  });
});

describe('our own mistakes', () => {
  test('evidence that cannot be kept costs that row, and the run goes on', async () => {
    const broken = await ran(lab.site, {
      secretOf: secretsOf(lab),
      keepEvidence: async (path) => {
        if (path.includes('/queue-')) throw new Error('no room');
        return undefined;
      },
    });
    expect(broken.of('queue@esa1')).toMatchObject({
      outcome: 'could-not-tell',
      reason: 'our-mistake',
      data: null,
      quotes: [],
      evidence: null,
    });
    expect(broken.of('mail-logs@esa1').outcome).toBe('passed');
    expect(broken.events.at(-1)?.kind).toBe('ended');
  });

  test('an actor that throws costs that row, with its words in the evidence', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mistakes-'));
    writeFileSync(join(folder, 'status.txt'), 'esa1> status\nSystem status: Online\n');
    const files = offline('esa1', 'esa', {
      cli: [
        { command: 'tophosts', file: join(folder, 'not-there.txt') },
        { command: 'status', file: join(folder, 'status.txt') },
      ],
    });
    const broken = await ran(site(files, offline('sma1', 'sma', {})), {
      onProblem: () => {
        throw new RangeError('a bug of ours');
      },
    });
    rmSync(folder, { recursive: true });
    expect(broken.of('queue@esa1#1')).toMatchObject({ outcome: 'could-not-tell', reason: 'our-mistake' });
    expect([...broken.kept.values()]).toContain('RangeError: a bug of ours\n');
    expect(broken.of('system-status@esa1#1').outcome).toBe('passed');
  });
});
