import { expect, test } from 'vitest';
import { BOTH, describeCause, judged } from '../../support/cause-table';
import { world } from '../../support/observations';
import { membersAt } from '../../support/reported';

describeCause('machine-not-in-cluster', BOTH, (w) => [
  {
    name: 'the cluster does not list this ESA',
    seen: [membersAt('esa1', 'esa2.example.com')],
    status: 'suspected',
    key: 'esa-outside',
    evidence: ['members-esa1'],
    answers: { cluster: 'cluster' },
  },
  {
    name: 'the cluster lists it',
    seen: [membersAt('esa1', 'esa1.example.com', 'esa2.example.com')],
    status: 'not-checked',
    key: 'nobody-missing',
    answers: { cluster: 'cluster' },
  },
  {
    name: 'standalone',
    seen: [membersAt('esa1', 'esa2')],
    status: 'not-checked',
    key: 'standalone',
    answers: { cluster: 'standalone' },
  },
  {
    name: 'a message went through',
    seen: [membersAt('esa1', 'esa2'), w.carried()],
    status: 'ruled-out',
    key: 'carried-through',
    evidence: ['log-initiator'],
    answers: { cluster: 'cluster' },
  },
]);

test('while the service is enabled, a member that the SMA does not manage counts', () => {
  const w = world('esa-to-sma');
  const row = (...managed: readonly string[]) => ({
    name: '',
    seen: [
      membersAt('esa1', 'esa1.example.com', 'esa2.example.com'),
      w.managed(...managed.map((name) => ({ name, address: '192.0.2.1' }))),
    ],
    status: 'suspected' as const,
    key: '',
    answers: { direction: 'enable-disabled' as const, cluster: 'cluster' as const },
  });
  const found = judged('machine-not-in-cluster', 'esa-to-sma', row('esa1'));
  expect([found.status, found.because.params.machine]).toEqual(['suspected', 'esa2.example.com']);
  expect(judged('machine-not-in-cluster', 'esa-to-sma', row('esa1', 'esa2')).status).toBe('not-checked');
});
