import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { WatchEvent } from '../../../main/core/model';
import { drops, type Lab, type Moods, startLab } from '../../../main/lab';
import { type WatchInput, type WatchOutcome, watchSite } from '../../../main/run';

const folder = mkdtempSync(join(tmpdir(), 'watch-'));
let lab: Lab | null = null;
afterEach(async () => {
  await lab?.close();
  lab = null;
});

interface Watched {
  readonly outcome: WatchOutcome;
  readonly events: readonly WatchEvent[];
  readonly received: Readonly<Record<string, readonly string[]>>;
}

const labOf = async (scenario: string, moods: Moods = {}): Promise<Lab> => {
  const started = await startLab({ scenario, now: new Date(), moods });
  if (!started.ok) throw new Error(started.problem.code);
  lab = started.value;
  return lab;
};

const watched = async (lab: Lab, rest: Partial<WatchInput> = {}): Promise<Watched> => {
  const events: WatchEvent[] = [];
  const { onEvent, ...input } = rest;
  const outcome = await watchSite({
    site: lab.site,
    secretOf: (name) => lab.secrets.find((one) => one.appliance === name)?.secret ?? null,
    knownHostsPath: join(folder, 'known_hosts'),
    acceptNewHostKeys: false,
    until: null,
    limitMs: 40_000,
    graceMs: 1500,
    now: () => new Date(),
    signal: new AbortController().signal,
    ...input,
    onEvent: (event) => {
      events.push(event);
      onEvent?.(event);
    },
  });
  expect(events.filter((one) => !WatchEvent.safeParse(one).success)).toEqual([]);
  return { outcome, events, received: lab.received() };
};

/** Every line that was typed: nothing but these, and Control-C behind the tail. A busy machine may need a second one. */
const left = ({ received }: Watched): string[] =>
  Object.values(received).map((lines) =>
    lines
      .filter((line, at) => line !== '^C' || lines[at - 1] !== '^C')
      .join(', ')
      .replace(/, exit$/, ''),
  );
const WAY = 'date, tail mail_logs, ^C';

/** Calls back at the first delivery behind the moment when both appliances are followed. */
const onceBothCarry = (happens: () => void) => {
  let following = 0;
  return ({ event }: WatchEvent): void => {
    if (event === 'following') following += 1;
    if (event === 'delivered' && following === 2) happens();
  };
};

describe('watching a site', () => {
  it('ends at the first failure with the story of both sides, and leaves every tail by Control-C', async () => {
    const run = await watched(await labOf('tls-anonymous-cipher'));
    const { outcome, events } = run;
    expect(outcome).toEqual({ end: 'failed', failed: true, followed: 2 });
    expect(left(run)).toEqual([WAY, WAY]);
    expect(
      events
        .filter((one) => one.event === 'following')
        .map((one) => one.appliance)
        .toSorted(),
    ).toEqual(['esa1', 'sma1']);
    const last = events.at(-1);
    expect(last).toMatchObject({ event: 'ended', reason: 'failed' });
    expect(last?.story?.connections.map((one) => one.kind).toSorted()).toEqual(['delivery', 'receiving']);
    expect(last?.story?.causes).toEqual(['tls-anonymous-cipher']);
    const texts = last?.story?.lines.map((one) => `${one.appliance} ${one.text}`) ?? [];
    expect(texts.some((one) => /^esa1 .*DCID \d+ TLS failed: /.test(one))).toBe(true);
    expect(texts.some((one) => /^sma1 .*ICID \d+ TLS success .*cipher ADH-/.test(one))).toBe(true);
  });

  it('ends at the first message that is carried, although one appliance is gone and another drops its session', async () => {
    const running = await labOf('healthy', { esa1: drops(400) });
    const gone = running.site.appliances.map((one) => ({ ...one, name: 'esa9', sshPort: 1 })).slice(0, 1);
    const site = { ...running.site, appliances: [...gone, ...running.site.appliances] };
    const { outcome, events } = await watched(running, { site, until: 'delivered' });
    expect(outcome).toEqual({ end: 'delivered', failed: false, followed: 2 });
    const lost = events.filter((one) => one.event === 'unreached' || one.event === 'dropped');
    expect(lost.map((one) => [one.event, one.appliance, one.reason].join(' ')).toSorted()).toEqual([
      'dropped esa1 connection-closed',
      'unreached esa9 connect-refused',
    ]);
    const { story } = events.at(-1) ?? {};
    expect(story?.connections[0]).toMatchObject({ tls: { result: 'success' }, messages: [{ outcome: 'delivered' }] });
    expect(story?.causes).toEqual([]);
  });

  it('is cancelled cleanly, and says so when its time is over', async () => {
    const running = await labOf('healthy');
    const stop = new AbortController();
    const cancelled = await watched(running, {
      until: 'failed',
      signal: stop.signal,
      onEvent: onceBothCarry(() => stop.abort()),
    });
    expect(cancelled.outcome).toEqual({ end: 'cancelled', failed: false, followed: 2 });
    expect(left(cancelled)).toEqual([WAY, WAY]);
    const late = await watched(running, { until: 'failed', limitMs: 1000 });
    expect(late.outcome.end).toBe('out-of-time');
  });

  it('names the appliance whose session is cut, and ends when nobody is left', async () => {
    const running = await labOf('healthy');
    let cut: Promise<void> | null = null;
    const { outcome, events } = await watched(running, {
      until: 'failed',
      onEvent: onceBothCarry(() => {
        cut ??= running.close();
      }),
    });
    await cut;
    expect(outcome.end).toBe('nobody-left');
    expect(
      events
        .filter((one) => one.event === 'dropped')
        .map((one) => one.appliance)
        .toSorted(),
    ).toEqual(['esa1', 'sma1']);
    rmSync(folder, { recursive: true, force: true });
  });
});
