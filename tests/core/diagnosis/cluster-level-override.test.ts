import { expect, test } from 'vitest';
import { BOTH, describeCause, judged } from '../../support/cause-table';
import { world } from '../../support/observations';
import { overridden } from '../../support/reported';

describeCause('cluster-level-override', BOTH, (w) => [
  {
    name: 'a member has settings of its own',
    seen: [overridden(w, 'esa1', 'machine esa1.example.com')],
    status: 'suspected',
    key: 'overridden',
    evidence: ['config-esa1'],
    answers: { cluster: 'cluster' },
  },
  {
    name: 'another member has, and this one is not enabled now',
    seen: [overridden(w, 'esa1', 'machine esa2.example.com')],
    status: 'not-checked',
    key: 'configuration-not-given',
    answers: { cluster: 'cluster' },
  },
  {
    name: 'a group has',
    seen: [overridden(w, 'esa1', 'group Second')],
    status: 'suspected',
    key: 'overridden',
    evidence: ['config-esa1'],
    answers: { cluster: 'cluster' },
  },
  {
    name: 'standalone',
    seen: [overridden(w, 'esa1', 'machine esa1')],
    status: 'not-checked',
    key: 'standalone',
    answers: { cluster: 'standalone' },
  },
  {
    name: 'a message went through all the same',
    seen: [overridden(w, 'esa1', 'machine esa1'), w.carried()],
    status: 'ruled-out',
    key: 'carried-through',
    evidence: ['log-initiator'],
    against: ['config-esa1'],
    answers: { cluster: 'cluster' },
  },
]);

test('while the service is enabled, a setting of any member counts', () => {
  const seen = [overridden(world('esa-to-sma'), 'esa1', 'machine esa2.example.com')];
  const answers = { direction: 'enable-disabled' as const, cluster: 'cluster' as const };
  const row = { name: '', seen, status: 'suspected' as const, key: '', answers };
  expect(judged('cluster-level-override', 'esa-to-sma', row).because.params.level).toBe('machine esa2.example.com');
});
