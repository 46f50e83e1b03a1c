import { describe, expect, it } from 'vitest';
import { scenarios, startLab, writeMaterials } from '../../../main/lab';

describe('the scenarios of the lab', () => {
  it('are listed by name, each with its direction and cluster mode', () => {
    expect(scenarios).toEqual([
      { name: 'cluster-interface-missing', direction: 'sma-to-esa', cluster: 'cluster' },
      { name: 'healthy', direction: 'both', cluster: 'standalone' },
      { name: 'listener-suspended', direction: 'esa-to-sma', cluster: 'standalone' },
      { name: 'path-refused', direction: 'esa-to-sma', cluster: 'standalone' },
      { name: 'path-timeout', direction: 'esa-to-sma', cluster: 'standalone' },
      { name: 'queue-backlog', direction: 'esa-to-sma', cluster: 'standalone' },
      { name: 'tls-anonymous-cipher', direction: 'esa-to-sma', cluster: 'standalone' },
      { name: 'tls-intercepted', direction: 'esa-to-sma', cluster: 'standalone' },
    ]);
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
