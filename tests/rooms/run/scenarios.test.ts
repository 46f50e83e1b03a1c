import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { commands } from '../../../main/core/asyncos';
import { catalogue } from '../../../main/lab/scenarios';
import type { Scenario } from '../../../main/lab/scenarios/scenario';
import { type Diagnosed, diagnosedLive, diagnosedOffline } from '../../support/diagnosed';

const expected = ({ name, verdict = 'fault', primary = name === 'healthy' ? [] : [name] }: Scenario) => ({
  verdict,
  primary,
});

/** Every quote of every finding stands in the source it names, and its hash is its own. */
const unfoundQuotes = (seen: Diagnosed): string[] =>
  seen.diagnosis.findings
    .flatMap((finding) => [...finding.evidence, ...finding.against])
    .filter((one) => {
      const known = seen
        .sourceText(one.source)
        .split('\n')
        .map((line) => line.replace(/\r+$/, ''));
      const line = Number(/:(\d+)$/.exec(one.source)?.[1]);
      return known[line - 1] !== one.quote || createHash('sha256').update(one.quote).digest('hex') !== one.sha256;
    })
    .map((one) => `${one.source} ${one.quote}`);

const words = new Set<string>([...commands.flatMap((one) => one.words.slice(0, 1)), 'exit']);

/** Lines at the prompt that do not begin with a word of the allow-list; answers to questions stand behind brackets. */
const foreignCommands = (sent: Readonly<Record<string, readonly string[]>>): string[] =>
  Object.values(sent)
    .flat()
    .filter((line) => !/^(\[|\||\^C)/.test(line) && line !== '' && !words.has(line.split(' ')[0] ?? ''));

describe.each(catalogue)('$name', (scenario) => {
  const { name } = scenario;

  test('over SSH and sockets: the cause is primary, every quote exists, nothing but reading was sent', async () => {
    const seen = await diagnosedLive(name);
    expect({ verdict: seen.diagnosis.verdict, primary: seen.diagnosis.primary }).toEqual(expected(scenario));
    expect(unfoundQuotes(seen)).toEqual([]);
    expect(foreignCommands(seen.sent)).toEqual([]);
    seen.remove();
  });

  test('from files only: the same cause, every quote exists', async () => {
    const seen = await diagnosedOffline(name);
    expect({ verdict: seen.diagnosis.verdict, primary: seen.diagnosis.primary }).toEqual(expected(scenario));
    expect(unfoundQuotes(seen)).toEqual([]);
    seen.remove();
  });
});

test('each code of the catalogue appears once for each pair and flow', async () => {
  const { diagnosis, remove } = await diagnosedLive('healthy', 3);
  const keys = diagnosis.findings.map((one) => `${one.code} ${one.flow} ${one.appliances.join()}`);
  expect(keys.length).toBeGreaterThan(0);
  expect(new Set(keys).size).toBe(keys.length);
  remove();
});
