import { expect, test } from 'vitest';
import { BOTH, describeCause, judged } from '../../support/cause-table';
import { world } from '../../support/observations';
import { words } from '../../support/reported';

describeCause('sma-failover', BOTH, (w) => [
  {
    name: 'the engineer says so',
    seen: [words('the SMA was replaced on Sunday')],
    status: 'suspected',
    key: 'engineer-saw',
    evidence: ['words'],
  },
  {
    name: 'a message went through',
    seen: [words('the SMA was replaced'), w.carried()],
    status: 'ruled-out',
    key: 'carried-through',
    evidence: ['log-initiator'],
  },
]);

test('an address that the SMA does not list is named', () => {
  const w = world('esa-to-sma');
  const log = w.log('initiator', {
    grounds: [{ code: 'path-timeout', peer: '198.51.100.9', quotes: [{ file: 0, line: 1, text: 'to 198.51.100.9' }] }],
    latest: [w.latest('initiator', 'timed-out', { peer: '198.51.100.9' })],
  });
  const row = (...lines: readonly string[]) => ({
    name: '',
    seen: [words(...lines), w.interfaces('sma1', 'Management'), log],
    status: 'suspected' as const,
    key: '',
  });
  const found = judged('sma-failover', 'esa-to-sma', row('the SMA was replaced on Sunday'));
  expect([found.because.key, found.because.params.dialled]).toEqual(['dials-elsewhere', '198.51.100.9']);
  expect(judged('sma-failover', 'esa-to-sma', row('nothing')).status).toBe('not-checked');
});
