import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listBundle, verifyBundle, writeBundle } from '../../../main/bundle';
import { inputOf } from './bundle-input';
import { freshFolder } from './folder';
import { type LabCase, liveCase, offlineCase } from './lab-case';

const folder = freshFolder();

const holdsTwice = async ({ record, evidence, secrets }: LabCase): Promise<void> => {
  for (const pseudonymise of [false, true]) {
    const path = join(folder.path(), `${pseudonymise}.zip`);
    const written = await writeBundle(inputOf(record, evidence, { secrets }), path, { pseudonymise });
    expect(written.ok ? null : written.problem).toBe(null);
    const verified = await verifyBundle(path);
    expect(verified.ok && verified.value.claims.failed).toEqual([]);
    expect(verified.ok && verified.value.claims.checked).toBeGreaterThan(10);
  }
};

describe('a bundle of a lab case, with names and without, follows claim by claim', () => {
  it('from a live run', async () => {
    await holdsTwice(await liveCase('tls-anonymous-cipher', folder.path()));
  }, 30_000);

  it('from a live run on a disk that became full', async () => {
    const made = await liveCase('tls-anonymous-cipher', folder.path(), 3);
    const claimed = made.record.observations.flatMap((one) => (one.evidence === null ? [] : [one.evidence]));
    expect(claimed.sort()).toEqual([...made.evidence.keys()].sort());
    await holdsTwice(made);
    const listed = await listBundle(join(folder.path(), 'false.zip'));
    const paths = listed.ok ? listed.value.entries.map((one) => one.path) : [];
    expect(paths.filter((path) => path.startsWith('evidence/unkept/'))).not.toEqual([]);
  }, 30_000);

  it.each(['tls-anonymous-cipher', 'cluster-interface-missing'])(
    'from files alone: %s',
    async (scenario) => {
      const made = await offlineCase(scenario, folder.path());
      await holdsTwice(made);
      const listed = await listBundle(join(folder.path(), 'true.zip'));
      const paths = listed.ok ? listed.value.entries.map((one) => one.path) : [];
      expect(paths.some((path) => /^evidence\/(?:logs|config)\/.*\.excerpt\.txt$/.test(path))).toBe(true);
      const profile = listed.ok && JSON.stringify(listed.value);
      expect(profile).not.toContain(folder.path());
    },
    30_000,
  );
});
