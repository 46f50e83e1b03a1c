import { describe, expect, test } from 'vitest';
import { openAnswers } from '../../../main/core/model';
import { planOf } from '../../../main/core/plan';
import { startLab } from '../../../main/lab';
import { diagnosed } from '../../support/diagnosed';

/** Faults of the state and of the list, and none: each is decided by other checks. */
describe.each(['listener-suspended', 'tls-anonymous-cipher', 'healthy'])('%s', (scenario) => {
  test('the quick plan comes to the same verdict, with fewer commands', async () => {
    const lab = await startLab({ scenario, now: new Date() });
    if (!lab.ok) throw new Error(lab.problem.code);
    try {
      const { site, secrets } = lab.value;
      const seen = await diagnosed(site, secrets, null, new AbortController().signal, { quick: true });
      const answers = { ...openAnswers(), direction: site.direction, cluster: site.cluster };
      const full = planOf(site, answers).cost.commands;
      const typed = seen.footprint.filter(({ what }) => what.startsWith('command:')).length;
      expect({ verdict: seen.diagnosis.verdict, primary: seen.diagnosis.primary }).toEqual(
        scenario === 'healthy' ? { verdict: 'healthy', primary: [] } : { verdict: 'fault', primary: [scenario] },
      );
      expect(typed).toBeGreaterThan(0);
      expect(typed).toBeLessThan(full);
      seen.remove();
    } finally {
      await lab.value.close();
    }
  });
});
