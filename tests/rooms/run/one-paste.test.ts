import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Observation, Site } from '../../../main/core/model';
import { sshLines } from '../../../main/core/plan';
import { scenarios } from '../../../main/lab';
import { collectedAt, type PasteWindow, pasted, ranOnce, WIDE } from '../../support/paste';
import { offline } from '../../support/plan-site';
import { labOf, ran, secretsOf } from '../../support/run';

const folder = mkdtempSync(join(tmpdir(), 'one-paste-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Captures = Readonly<Record<string, readonly string[]>>;
interface Answer {
  readonly check: string;
  readonly vantage: string;
  readonly outcome: string;
  readonly reason: string | null;
  readonly data: unknown;
}

/** The clock runs on between the two readings; the size of a piece is its terminal's, not the appliance's. */
const apart = new Set(['asOf', 'upSince', 'oldestMessage', 'bytes']);
const timeless = (data: unknown): unknown =>
  JSON.parse(JSON.stringify(data ?? null, (key, value) => (apart.has(key) ? null : nameless(value))));

/** A log without a dated line names nobody: its source is then the prompt's name, or the host of the `ssh` line. */
const nameless = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'firstAt' in value && value.firstAt === null && 'source' in value
    ? { ...value, source: null }
    : value;

/** What a window's width moves: where a line stands, how many there are, and where a quoted one was broken. */
const placeless = (answers: readonly (Answer | null)[]): unknown =>
  JSON.parse(
    JSON.stringify(answers, (key, value) => {
      if (key === 'line' || key === 'lines') return null;
      return key === 'text' && typeof value === 'string' ? value.replaceAll('\n', '') : value;
    }),
  );

/** The newest answer of each check that the blocks can answer, at each appliance. */
const answersIn = (site: Site, observations: readonly Observation[]): (Answer | null)[] =>
  collectedAt(site).flatMap(({ appliance: vantage, commands }) =>
    commands.map(({ check }) => {
      const found = observations.findLast((one) => one.check === check && one.vantage === vantage);
      if (!found) return null;
      return { check, vantage, outcome: found.outcome, reason: found.reason, data: timeless(found.data) };
    }),
  );

/** The same site, of which only these captures are known. */
const withCaptures = (site: Site, captures: Captures): Site => ({
  ...site,
  appliances: site.appliances.map((one) => ({
    ...offline(one.name, one.role, {
      transcripts: (captures[one.name] ?? []).map((text, at) => keep(`${one.name}-${at}.log`, text)),
    }),
    quarantine: one.quarantine,
  })),
});

const keep = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text, 'latin1');
  return path;
};

const byPaste = async (site: Site, captures: Captures): Promise<(Answer | null)[]> =>
  answersIn(site, (await ran(withCaptures(site, captures))).outcome.observations);

/** What a scenario answers over SSH, and the captures of its blocks in windows of these sizes. */
const recorded = async (scenario: string, windows: readonly PasteWindow[]) => {
  const lab = await labOf(scenario);
  try {
    const collections = collectedAt(lab.site);
    const only = [...new Set(collections.flatMap(({ commands }) => commands.map(({ check }) => check)))];
    const { outcome } = await ran(lab.site, { secretOf: secretsOf(lab), given: { only } });
    const captures: Record<string, string>[] = [];
    for (const window of windows) {
      const texts: Record<string, string> = {};
      for (const { appliance, block } of collections) texts[appliance] = await pasted(lab, appliance, block, window);
      captures.push(texts);
    }
    const once: Record<string, { asked: string; said: string }[]> = {};
    for (const one of collections) {
      const lines = sshLines(lab.site, one);
      if (!lines.ok) throw new Error(lines.problem.code);
      const said = one.commands.map(({ line }) => ranOnce(lab, one.appliance, line));
      once[one.appliance] = (await Promise.all(said)).map((text, at) => ({ asked: lines.value[at] ?? '', said: text }));
    }
    return { site: lab.site, once, live: answersIn(lab.site, outcome.observations), captures };
  } finally {
    await lab.close();
  }
};

const eachText = (texts: Readonly<Record<string, string>>, change: (text: string) => readonly string[]): Captures =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, change(text)]));

/** These are read as far as they go; what is missing is null. */
const MAY_BE_SHORT = new Set(['version', 'system-status']);
/** The fields that say something else than the whole does; tables at their end may be shorter. */
const contradictions = (part: unknown, whole: unknown): string[] =>
  Object.entries(part ?? {}).flatMap(([key, value]) => {
    const other: unknown = Object.entries(whole ?? {}).find(([name]) => name === key)?.[1];
    if (value !== null && typeof value === 'object') return contradictions(value, other);
    return value === null || value === other ? [] : [`${key}: ${value}, not ${other}`];
  });

const WINDOWS: readonly PasteWindow[] = [WIDE, { rows: 24, columns: 80 }, { rows: 50, columns: 132 }];

describe.each(scenarios.map(({ name }) => name))('the block pasted in the scenario %s', (scenario) => {
  let world: Awaited<ReturnType<typeof recorded>>;
  beforeAll(async () => {
    world = await recorded(scenario, WINDOWS);
  }, 60_000);

  const expectEqual = async (captures: Captures) => {
    expect(await byPaste(world.site, captures)).toEqual(world.live);
    expect(world.live).not.toContain(null);
  };

  test('brings the observations that SSH brings', () =>
    expectEqual(eachText(world.captures[0] ?? {}, (text) => [text])));

  test.each([
    ['80 columns and 24 rows, paging', 1],
    ['132 columns', 2],
  ])('brings them, at other lines, from a window of %s', async (_window, at) => {
    const answers = await byPaste(
      world.site,
      eachText(world.captures[at] ?? {}, (text) => [text]),
    );
    expect(placeless(answers)).toEqual(placeless(world.live));
  });

  test('brings them below the header of a PuTTY log, with mixed line ends', () =>
    expectEqual(
      eachText(world.captures[0] ?? {}, (text) => [
        `=~=~=~=~=~=~=~=~=~=~=~= PuTTY log 2026.11.24 02:21:09 =~=~=~=~=~=~=~=~=~=~=~=\nlogin as: admin\n${text
          .split('\r\n')
          .map((line, at) => line + (at % 3 === 0 ? '\n' : at % 3 === 1 ? '\r\n' : '\r\r\n'))
          .join('')}`,
      ]),
    ));

  test('brings them cut in two between commands', () =>
    expectEqual(
      eachText(world.captures[0] ?? {}, (text) => {
        const at = text.search(/^.*> status\r?$/m);
        return [text.slice(0, at), text.slice(at)];
      }),
    ));

  test.each([
    ['as a shell shows them', ''],
    ['typed ahead, so that each line stands there twice', 'ahead'],
  ])('brings them by one-shot ssh lines, %s', (_how, ahead) =>
    expectEqual(
      Object.fromEntries(
        Object.entries(world.once).map(([name, all]) => {
          const early = ahead === '' ? '' : all.map(({ asked }) => `${asked}\n`).join('');
          const shown = all.map(({ asked, said }, at) => `me@jump:~$ ${asked}\n${at === 0 ? early : ''}${said}`);
          return [name, [`${shown.join('')}me@jump:~$ `]];
        }),
      ),
    ),
  );

  // Two scenarios show it: lists in a cluster, and a cipher list whose end decides.
  const decides = /^(?:cluster-interface-missing|tls-anonymous-cipher)$/.test(scenario);
  if (decides)
    test('brings nothing that SSH does not bring, cut off after any line', async () => {
      const [first] = world.site.appliances;
      const lines = (world.captures[0]?.[first?.name ?? ''] ?? '').split('\n');
      const known = new Map(world.live.flatMap((one) => (one === null ? [] : [[`${one.check}@${one.vantage}`, one]])));
      for (let end = 1; end < lines.length; end += 1) {
        const cut = await byPaste(world.site, { [first?.name ?? '']: [lines.slice(0, end).join('\n')] });
        for (const one of cut) {
          // Log lines that are missing at the end are fewer, never other ones.
          if (one === null || one.check === 'mail-logs' || /^(?:skipped|could-not-tell)$/.test(one.outcome)) continue;
          const whole = known.get(`${one.check}@${one.vantage}`);
          if (MAY_BE_SHORT.has(one.check)) expect(contradictions(one.data, whole?.data)).toEqual([]);
          else expect(one).toEqual(whole);
        }
      }
    });

  test('brings them from one text of all machines', () => {
    const [first] = world.site.appliances;
    const all = Object.values(world.captures[0] ?? {}).join('\r\n');
    return expectEqual({ [first?.name ?? '']: [all] });
  });
});
