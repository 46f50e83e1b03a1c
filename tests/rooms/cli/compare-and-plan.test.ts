import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { caseFolder } from '../../../main/cases';
import { changePlan } from '../../../main/cli/commands/change-plan';
import { compare } from '../../../main/cli/commands/compare';
import { type CaseRecord, ChangePlanDocument, ComparisonDocument, type Observation } from '../../../main/core/model';
import { runInProcess } from '../../support/kept-door';
import { answersOf, siteOf, world } from '../../support/observations';

const folder = mkdtempSync(join(tmpdir(), 'cpq-compare-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);

const w = world('esa-to-sma');
const SUSPENDED = [w.status('responder', 'receiving-suspended'), w.reach('refused'), w.listens(22), w.queue(12)];
const MENDED = [w.status('responder', 'online'), w.reach('connected'), w.listens(22, 7025), w.queue(0), w.carried()];

const recordOf = (name: string, startedAt: string, observations: Observation[], esa: string): CaseRecord => ({
  schema: 'cpq-doctor/case/1',
  id: name,
  name,
  createdAt: startedAt,
  changedAt: startedAt,
  site: siteOf(esa),
  answers: answersOf({ direction: 'esa-to-sma', cluster: 'standalone' }),
  observations,
  footprint: [],
  notes: '',
  lab: null,
  run: { startedAt, endedAt: startedAt },
});

const keep = async (name: string, hour: number, observations: Observation[], esa = 'esa1'): Promise<void> => {
  const saved = await caseFolder(at(name)).save(recordOf(name, `2026-11-24T${hour}:00:00.000Z`, observations, esa));
  expect(saved.ok).toBe(true);
};

beforeAll(async () => {
  await keep('before', 20, SUSPENDED);
  await keep('after', 21, MENDED);
  await keep('open', 21, []);
  await keep('stranger', 21, [], 'esa2');
});

describe('compare', () => {
  test('after a fix: what is fixed, and all is well', async () => {
    const ran = await runInProcess(compare, ['compare', at('before'), at('after')]);
    expect([ran.code, ran.said]).toEqual([0, []]);
    const text = ran.printed.join('\n');
    expect(text).toContain('Quarantine listener suspended (esa1 > sma1): confirmed → ruled out');
    expect(text).not.toContain('Still there');
  });

  test('the document follows its schema', async () => {
    const ran = await runInProcess(compare, ['compare', at('before'), at('after'), '--json']);
    const [document] = ran.documents;
    expect(ComparisonDocument.parse(document)).toEqual(document);
    expect(document).toMatchObject({
      before: { name: 'before', verdict: 'fault', primary: ['listener-suspended'] },
      after: { name: 'after', verdict: 'healthy', primary: [] },
      new: [],
      same: [],
      notCompared: [],
    });
  });

  test.each([
    { pair: ['before', 'before'], code: 1, what: 'the same fault is still there' },
    { pair: ['before', 'open'], code: 3, what: 'the later run did not look' },
    { pair: ['before', 'stranger'], code: 3, what: 'no pair in common' },
    { pair: ['after', 'before'], code: 1, what: 'a fault is new' },
    { pair: ['before', 'nowhere'], code: 2, what: 'no such case' },
  ])('$what: exit $code', async ({ pair, code }) => {
    const ran = await runInProcess(compare, ['compare', ...pair.map(at)]);
    expect(ran.code).toBe(code);
  });

  test('says when the runs were given in the wrong order, in French too', async () => {
    const english = await runInProcess(compare, ['compare', at('after'), at('before')]);
    expect(english.said).toEqual(['The first case ran after the second one. Give the earlier run first.']);
    const french = await runInProcess(compare, ['compare', at('after'), at('before')], 'fr');
    expect(french.said[0]).toMatch(/^Le premier dossier est plus récent/);
  });
});

describe('change-plan', () => {
  test('prints the method of procedure, and something is to be changed', async () => {
    const ran = await runInProcess(changePlan, ['change-plan', at('before')]);
    expect(ran.code).toBe(1);
    expect(ran.printed.join('\n')).toContain('| `resume` | changes at once | medium |');
  });

  test('writes it to a file, whole', async () => {
    const printed = await runInProcess(changePlan, ['change-plan', at('before')]);
    const ran = await runInProcess(changePlan, ['change-plan', at('before'), '-o', at('plan.md')]);
    expect([ran.code, ran.printed, ran.said]).toEqual([1, [], [`Change plan written: ${at('plan.md')}`]]);
    expect(readFileSync(at('plan.md'), 'utf8')).toBe(`${printed.printed.join('\n')}\n`);
  });

  test('as a document it follows its schema', async () => {
    const ran = await runInProcess(changePlan, ['change-plan', at('before'), '--json']);
    const document = JSON.parse(ran.printed.join('\n'));
    expect(ChangePlanDocument.parse(document)).toEqual(document);
    expect(document.outlook.goes.map(({ code }: { code: string }) => code)).toContain('listener-suspended');
  });

  test.each([
    { args: ['after'], code: 0, what: 'nothing is wrong' },
    { args: ['open'], code: 3, what: 'nothing is known' },
    { args: ['nowhere'], code: 2, what: 'no such case' },
  ])('$what: exit $code', async ({ args, code }) => {
    expect((await runInProcess(changePlan, ['change-plan', ...args.map(at)])).code).toBe(code);
  });

  test('a code that nobody knows is refused by its name', async () => {
    const ran = await runInProcess(changePlan, ['change-plan', at('before'), '--cause', 'no-such-cause']);
    expect([ran.code, ran.said[0]?.includes('no-such-cause')]).toEqual([2, true]);
  });
});
