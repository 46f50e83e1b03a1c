import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Observation, Site } from '../../../main/core/model';
import { scenarios } from '../../../main/lab';
import { collectedAt, type PasteWindow, pasted, WIDE } from '../../support/paste';
import { offline } from '../../support/plan-site';
import { labOf, ran, secretsOf } from '../../support/run';

const folder = mkdtempSync(join(tmpdir(), 'one-paste-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The clock runs on between the two readings. */
const ofTheClock = new Set(['asOf', 'upSince', 'oldestMessage']);
const timeless = (data: unknown): unknown =>
  JSON.parse(JSON.stringify(data ?? null, (key, value) => (ofTheClock.has(key) ? null : value)));

/** The newest answer of a check at an appliance, without its times and places. */
const answerTo = (observations: readonly Observation[], check: string, vantage: string) => {
  const found = observations.findLast((one) => one.check === check && one.vantage === vantage);
  return found && { check, vantage, outcome: found.outcome, reason: found.reason, data: timeless(found.data) };
};

/** The same site, of which only these captures are known. */
const withCaptures = (site: Site, captures: Readonly<Record<string, readonly string[]>>): Site => ({
  ...site,
  appliances: site.appliances.map((one) => ({
    ...offline(one.name, one.role, { transcripts: [...(captures[one.name] ?? [])] }),
    quarantine: one.quarantine,
  })),
});

const keep = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text, 'latin1');
  return path;
};

/** Both ways of reading a scenario, over SSH and by one paste into a window of this size. */
const bothWays = async (scenario: string, window: PasteWindow, change = (text: string) => text) => {
  const lab = await labOf(scenario);
  try {
    const collections = collectedAt(lab.site);
    const only = [...new Set(collections.flatMap(({ commands }) => commands.map(({ check }) => check)))];
    const live = await ran(lab.site, { secretOf: secretsOf(lab), given: { only } });
    const captures: Record<string, string[]> = {};
    for (const { appliance, block } of collections) {
      const text = change(await pasted(lab, appliance, block, window));
      captures[appliance] = [keep(`${scenario}-${appliance}.log`, text)];
    }
    const paste = await ran(withCaptures(lab.site, captures));
    const wanted = collections.flatMap(({ appliance, commands }) =>
      commands.map(({ check }) => ({ check, appliance })),
    );
    const answers = (observations: readonly Observation[]) =>
      wanted.map(({ check, appliance }) => answerTo(observations, check, appliance));
    return { live: answers(live.outcome.observations), paste: answers(paste.outcome.observations) };
  } finally {
    await lab.close();
  }
};

describe.each(scenarios.map(({ name }) => name))('the block pasted in the scenario %s', (scenario) => {
  test('brings the observations that SSH brings', async () => {
    const { live, paste } = await bothWays(scenario, WIDE);
    expect(paste).toEqual(live);
    expect(paste.every((one) => one !== undefined)).toBe(true);
  });
});
