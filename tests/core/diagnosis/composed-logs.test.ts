import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mailLogs } from '../../../main/core/checks/mail-logs';
import { causes, diagnose } from '../../../main/core/diagnosis';
import { analyseText } from '../../../main/core/logs';
import type { Role } from '../../../main/core/model';
import { fixtureText, TARGET } from '../../support/fixture';
import { answersOf, observation, siteOf } from '../../support/observations';

interface Truth {
  readonly role: Role;
  readonly causes: readonly string[];
  readonly history: readonly string[];
}

const truth = JSON.parse(readFileSync('tests/fixtures/logs/truth.json', 'utf8')) as Record<string, Truth>;
const files = Object.entries(truth).filter(([name]) => name.endsWith('.log'));
const known = new Set(causes.map((one) => one.code));
/** A queue or a bounce follows from what holds the mail; alone, each is a root of its own. */
const SYMPTOMS = new Set(['queue-backlog', 'message-bounced']);
const rootsIn = (codes: readonly string[]): string[] => {
  const here = codes.filter((code) => known.has(code));
  const roots = here.filter((code) => !SYMPTOMS.has(code));
  return roots.length > 0 ? roots : here;
};

const diagnosed = (name: string, { role }: Truth) => {
  const report = analyseText([{ path: name, text: fixtureText(`logs/${name}`) }], { role, ports: [7025] });
  const seen = mailLogs.read({ kind: 'logs', report }, TARGET);
  const vantage = role === 'esa' ? 'esa1' : 'sma1';
  const log = observation(
    'log',
    'mail-logs',
    vantage,
    seen.data,
    seen.lines.map((one) => one.text),
    { how: 'material' },
  );
  return diagnose(siteOf('esa1'), answersOf({ direction: 'both', cluster: 'standalone' }), [log]);
};

test.each(files)('%s: the roots are those of its truth, what is over is history', (name, expected) => {
  const { primary, verdict, findings } = diagnosed(name, expected);
  expect(primary.toSorted()).toEqual(rootsIn(expected.causes).toSorted());
  // One side's log never speaks for both directions.
  expect(verdict).toBe(primary.length > 0 ? 'fault' : 'inconclusive');
  const over = [...new Set(findings.filter((one) => one.history).map((one) => one.code))];
  expect(over.toSorted()).toEqual(expected.history.filter((code) => known.has(code)).toSorted());
});
