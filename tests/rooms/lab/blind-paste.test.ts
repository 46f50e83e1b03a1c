import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ClusterMode } from '../../../main/core/model';
import { applianceNamed } from '../../../main/lab/model';
import type { Opening } from '../../../main/lab/opening';
import { catalogue } from '../../../main/lab/scenarios';
import { siteOf } from '../../../main/lab/site';
import type { Window } from '../../../main/lab/terminal';
import { typeBlindly } from '../../support/blind-shell';
import { collectedAt, WIDE } from '../../support/paste';
import { toldOnce } from './told';

const scenarioNamed = (name: string) => {
  const scenario = catalogue.find((one) => one.name === name);
  if (!scenario) throw new Error(`no scenario ${name}`);
  return scenario;
};

/** The site of a scenario as it was said to be. */
const siteFor = (name: string, cluster?: ClusterMode) => {
  const scenario = scenarioNamed(name);
  const site = siteOf(toldOnce(name).model, scenario, () => ({ fingerprint: 'SHA256:x', secret: 'x', user: 'admin' }));
  return { ...site, cluster: cluster ?? site.cluster };
};

const type = (scenario: string, name: string, opening: Opening, window: Window, lines: readonly string[]) => {
  const { model, story } = toldOnce(scenario);
  const appliance = applianceNamed(model, name);
  if (!appliance) throw new Error(`no ${name}`);
  return typeBlindly({ model, story, appliance, opening, window, bytes: `${lines.join('\r')}\r` });
};

const blockFor = (scenario: string, name: string, cluster?: ClusterMode): readonly string[] =>
  collectedAt(siteFor(scenario, cluster)).find((one) => one.appliance === name)?.block ?? [];

/** The brackets of each question that was answered, and what was typed behind them. */
const answersIn = (received: readonly string[]): { asked: string; typed: string }[] =>
  received.flatMap((line) => {
    const found = /^(\[[^\]]*\]> |\| )(.*)$/.exec(line);
    return found ? [{ asked: found[1] ?? '', typed: found[2] ?? '' }] : [];
  });

/** Enter there leaves a menu, or works at another level for this session, or goes on without a new passphrase. */
const HARMLESS_BY_ENTER = new Set(['[]> ', '[Y]> ', '[1]> ', '[N]> ', '| ']);
const A_CHOICE = /^(?:\d+|[yn]|yes|no)$/i;
const PAGING: Window = { rows: 24, columns: 80 };

/** Profile and truth agree or not; a block for either is pasted in every state of the appliance. */
const STATES: readonly (readonly [string, string, string, ClusterMode, Opening, Window])[] = [
  ['as described', 'healthy', 'esa1', 'standalone', 'prompt', WIDE],
  ['an SMA', 'healthy', 'sma1', 'standalone', 'prompt', WIDE],
  ['a standalone ESA said to be in a cluster', 'healthy', 'esa1', 'cluster', 'prompt', WIDE],
  ['a member said to stand alone: the NOTICE', 'cluster-interface-missing', 'esa1', 'standalone', 'prompt', WIDE],
  ['the same at cluster level', 'cluster-interface-missing', 'esa1', 'standalone', 'cluster-level', WIDE],
  ['a member at cluster level', 'cluster-interface-missing', 'esa2', 'cluster', 'cluster-level', WIDE],
  ['a member of an unsaid cluster', 'cluster-interface-missing', 'esa2', 'unknown', 'prompt', WIDE],
  ['the pager', 'tls-anonymous-cipher', 'esa1', 'standalone', 'prompt', PAGING],
  ['the pager and the NOTICE', 'cluster-interface-missing', 'esa1', 'standalone', 'prompt', PAGING],
  ['an expired passphrase', 'healthy', 'esa1', 'standalone', 'passphrase-expired', WIDE],
  ['a passphrase that will expire', 'healthy', 'sma1', 'standalone', 'passphrase-reminder', WIDE],
];

describe('a block pasted blind', () => {
  test.each(STATES)('%s: chooses and changes nothing', async (_state, scenario, name, cluster, opening, window) => {
    const typed = await type(scenario, name, opening, window, blockFor(scenario, name, cluster));
    const answers = answersIn(typed.received);
    expect({
      changed: typed.changed,
      chosen: answers.filter((one) => A_CHOICE.test(one.typed.trim())),
      taken: answers.filter((one) => one.typed === '' && !HARMLESS_BY_ENTER.has(one.asked)),
    }).toEqual({ changed: [], chosen: [], taken: [] });
  });

  test('changes nothing in any window of any appliance, however its pager eats the lines', async () => {
    const one = fc.record({
      scenario: fc.constantFrom(...catalogue.map((each) => each.name)),
      number: fc.nat(2),
      cluster: fc.constantFrom<ClusterMode>('standalone', 'cluster', 'unknown'),
      opening: fc.constantFrom<Opening>('prompt', 'cluster-level', 'passphrase-expired', 'passphrase-reminder'),
      rows: fc.integer({ min: 3, max: 60 }),
      columns: fc.integer({ min: 30, max: 200 }),
    });
    await fc.assert(
      fc.asyncProperty(one, async ({ scenario, number, cluster, opening, rows, columns }) => {
        const collections = collectedAt(siteFor(scenario, cluster));
        const { appliance, block } = collections[number % collections.length] ?? { appliance: '', block: [] };
        const { changed } = await type(scenario, appliance, opening, { rows, columns }, block);
        expect(changed).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('meets no choice at all where the site was described as it is', async () => {
    const seen = new Set<string>();
    for (const { name } of catalogue)
      for (const { appliance, block } of collectedAt(siteFor(name))) {
        const { received } = await type(name, appliance, 'prompt', WIDE, block);
        for (const { asked, typed } of answersIn(received)) seen.add(asked + typed);
      }
    expect([...seen]).toEqual(['[]> ']);
  });

  test('the lab tells what a wrong answer would have begun', async () => {
    const lines = ['sslconfig', '2', 'interfaceconfig', 'ed', '', 'commit'];
    const member = await type('cluster-interface-missing', 'esa1', 'prompt', WIDE, lines);
    expect(member.changed).toEqual(['override, choice 2', 'operation EDIT', 'commit']);
    const standalone = await type('healthy', 'esa1', 'prompt', WIDE, ['clusterconfig', '2']);
    expect(standalone.changed).toEqual(['cluster choice 2']);
    const expired = await type('healthy', 'esa1', 'passphrase-expired', WIDE, ['old', 'new', 'new']);
    expect(expired.changed).toEqual(['passphrase']);
  });
});
