import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { verifyBundle, writeBundle } from '../../../main/bundle';
import { inputOf } from './bundle-input';
import { freshFolder } from './folder';
import { labCase } from './lab-case';

const folder = freshFolder();

describe('a run against the practice lab', () => {
  it.each(['tls-anonymous-cipher', 'cluster-interface-missing'])(
    'of %s makes a bundle whose claims all follow, with names and without',
    async (scenario) => {
      const { record, evidence, secrets } = await labCase(scenario);
      for (const pseudonymise of [false, true]) {
        const path = join(folder.path(), `${pseudonymise}.zip`);
        const written = await writeBundle(inputOf(record, evidence, { secrets }), path, { pseudonymise });
        expect(written.ok ? null : written.problem).toBe(null);
        const verified = await verifyBundle(path);
        expect(verified.ok && verified.value.claims.failed).toEqual([]);
        expect(verified.ok && verified.value.claims.checked).toBeGreaterThan(10);
      }
    },
    30_000,
  );
});
