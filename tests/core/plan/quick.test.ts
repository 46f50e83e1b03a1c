import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checks } from '../../../main/core/checks';
import type { Answers, Site } from '../../../main/core/model';
import { planOf } from '../../../main/core/plan';
import { answersOf } from '../../support/observations';
import { liveSite, offline, site } from '../../support/plan-site';

const known = (of: Site): Site => ({
  ...of,
  appliances: of.appliances.map((one) => ({
    ...one,
    quarantine: { interface: 'Management', address: one.host, port: 7025 },
  })),
});
const asked = (answers: Partial<Answers>, of = known(liveSite(1))): string[] => [
  ...new Set(
    planOf(of, answersOf({ quick: true, cluster: 'standalone', ...answers }))
      .steps.filter((one) => one.skip === null)
      .map((one) => one.check),
  ),
];

const CORE = ['ssh-session', 'version', 'system-status', 'cipher-lists', 'queue', 'tls-offer', 'reach', 'mail-logs'];

describe('the quick plan', () => {
  test('asks for the state, the way, the story and the list, of the ends that the direction names', () => {
    expect(asked({ direction: 'esa-to-sma' })).toEqual(CORE);
  });

  test.each<[string, Partial<Answers>, readonly string[], readonly string[]]>([
    ['TLS is known to be fine', { tls: 'fine' }, [], ['cipher-lists', 'version', 'tls-offer']],
    ['TLS failed', { tls: 'failed' }, ['cipher-verify'], []],
    ['a cluster, backward', { cluster: 'cluster', direction: 'sma-to-esa' }, ['cluster-members', 'interfaces'], []],
    ['not sure of either', { cluster: 'unknown', direction: 'unknown' }, ['cluster-members', 'interfaces'], []],
    ['the grey button', { direction: 'enable-disabled' }, ['managed-appliances', 'alerts', 'interfaces'], []],
    ['no logs', { logs: 'none' }, ['listening', 'tls-verify'], []],
    ['a certificate in the symptoms', { symptoms: ['certificate verify failed'] }, ['cipher-verify', 'tls-verify'], []],
    ['un symptôme en français', { symptoms: ['le port est injoignable'] }, ['listening'], []],
    ['an added check', { added: ['listening'] }, ['listening'], []],
    ['a check left out', { leftOut: ['queue'] }, [], ['queue']],
  ])('%s', (_name, answers, more, fewer) => {
    const found = asked({ direction: 'esa-to-sma', ...answers });
    expect(found).toEqual(expect.arrayContaining([...more]));
    expect(found.filter((check) => fewer.includes(check))).toEqual([]);
  });

  test('asks where the listeners are, when nobody said', () => {
    const nowhere = { interface: null, address: null, port: null };
    const of = { ...liveSite(1), appliances: liveSite(1).appliances.map((one) => ({ ...one, quarantine: nowhere })) };
    expect(asked({ direction: 'esa-to-sma' }, of)).toContain('interfaces');
  });

  test('reads every file that is there, whatever it is of', () => {
    const files = { cli: [{ command: 'netstat', file: '/n.txt' }], config: '/c.xml' };
    const of = site(offline('esa1', 'esa', {}), offline('sma1', 'sma', files));
    expect(asked({ direction: 'esa-to-sma' }, of)).toEqual(['configuration', 'listening']);
  });

  test('what it leaves out stands in the plan as left out', () => {
    const { steps } = planOf(known(liveSite(1)), answersOf({ quick: true, direction: 'esa-to-sma' }));
    expect(steps.filter((one) => one.check === 'listening').map((one) => one.skip)).toEqual(['left-out']);
  });

  test('never asks what the full plan does not, and never costs more', () => {
    const direction = fc.constantFrom<Answers['direction']>(
      'esa-to-sma',
      'sma-to-esa',
      'both',
      'enable-disabled',
      'unknown',
    );
    const answers = fc.record({
      direction,
      cluster: fc.constantFrom<Answers['cluster']>('standalone', 'cluster', 'unknown'),
      tls: fc.constantFrom<Answers['tls']>('failed', 'fine', 'unknown'),
      added: fc.subarray(checks.map((one) => one.id)),
    });
    fc.assert(
      fc.property(answers, fc.integer({ min: 1, max: 3 }), (said, esas) => {
        const full = planOf(liveSite(esas), answersOf(said));
        const quick = planOf(liveSite(esas), answersOf({ ...said, quick: true }));
        const live = (plan: typeof full) => plan.steps.filter((one) => one.skip === null).map((one) => one.id);
        expect(live(full)).toEqual(expect.arrayContaining(live(quick)));
        expect(quick.cost.connections).toBeLessThanOrEqual(full.cost.connections);
        expect(quick.cost.commands).toBeLessThanOrEqual(full.cost.commands);
      }),
      { numRuns: 60 },
    );
  });
});
