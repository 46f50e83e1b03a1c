import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { scenarios, startLab, writeMaterials } from '../../../main/lab';
import { catalogue } from '../../../main/lab/scenarios';

describe('the scenarios of the lab', () => {
  it('are a file each, alphabetical, listed with their direction and cluster mode', () => {
    const files = readdirSync('main/lab/scenarios')
      .map((name) => name.replace('.ts', ''))
      .filter((name) => name !== 'index' && name !== 'scenario');
    expect(catalogue.map(({ name }) => name)).toEqual(files.toSorted());
    expect(scenarios).toEqual(catalogue.map(({ name, direction, cluster }) => ({ name, direction, cluster })));
    expect(scenarios).toContainEqual({ name: 'healthy', direction: 'both', cluster: 'standalone' });
  });

  it('refuse an unknown name with the names that exist', async () => {
    const known = scenarios.map(({ name }) => name).join(', ');
    const problem = { code: 'scenario-unknown', where: 'path-closed', params: { known } };
    expect(await startLab({ scenario: 'path-closed', now: new Date() })).toEqual({ ok: false, problem });
    const folder = '/nowhere';
    expect(await writeMaterials({ scenario: 'path-closed', now: new Date(), folder })).toEqual({ ok: false, problem });
  });

  it.each([0, 21, 1.5, Number.NaN])('refuse %s ESAs', async (esas) => {
    const problem = { code: 'lab-size', where: null, params: { asked: String(esas), most: 20 } };
    expect(await startLab({ scenario: 'healthy', esas, now: new Date() })).toEqual({ ok: false, problem });
  });
});
