import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { diagnose } from '../../../main/cli/commands/diagnose';
import type { CaseRecord } from '../../../main/core/model';
import { type Lab, startLab } from '../../../main/lab';
import { runInProcess } from '../../support/kept-door';

const folder = mkdtempSync(join(tmpdir(), 'cpq-again-'));
const [site, kept] = [join(folder, 'site.yaml'), join(folder, 'case')];
let lab: Lab;
/** A case folder keeps what it learnt of host keys among the user's data. */
const home = process.env.CPQ_DOCTOR_DATA;

beforeAll(async () => {
  process.env.CPQ_DOCTOR_DATA = folder;
  const started = await startLab({ scenario: 'listener-suspended', now: new Date() });
  if (!started.ok) throw new Error(started.problem.code);
  lab = started.value;
  writeFileSync(site, lab.profileText);
});
afterAll(async () => {
  await lab?.close();
  rmSync(folder, { recursive: true, force: true });
  if (home === undefined) delete process.env.CPQ_DOCTOR_DATA;
  else process.env.CPQ_DOCTOR_DATA = home;
});

const record = (): CaseRecord => JSON.parse(readFileSync(join(kept, 'case.json'), 'utf8'));
const run = (...more: string[]) => runInProcess(diagnose, ['diagnose', site, '--case', kept, ...more]);

test('a check that is asked again is asked alone, and the rest of the case stands beside its new answer', async () => {
  const first = await run('--json');
  const before = record();
  const typed = structuredClone(lab.received());
  const again = await run('--json', '--again', 'queue');
  const after = record();
  const now = Object.entries(lab.received()).flatMap(([name, lines]) => lines.slice(typed[name]?.length));
  expect([first.code, again.code]).toEqual([1, 1]);
  expect(new Set(now.filter((line) => /^[a-z]/.test(line)))).toEqual(new Set(['tophosts', 'exit']));
  const of = (one: CaseRecord, check: string) => one.observations.filter((seen) => seen.check === check);
  expect(of(after, 'system-status')).toEqual(of(before, 'system-status'));
  expect(of(after, 'queue')).toHaveLength(2);
  expect(of(after, 'queue').map(({ id }) => id)).not.toEqual(of(before, 'queue').map(({ id }) => id));
  expect(after.before?.observations).toEqual(before.observations);
});

test('without a case there is nothing beside it', async () => {
  const ran = await runInProcess(diagnose, ['diagnose', site, '--again', 'queue']);
  expect([ran.code, ran.said]).toEqual([
    2,
    ['--again: give --case as well: what is not asked again is taken from there'],
  ]);
});
