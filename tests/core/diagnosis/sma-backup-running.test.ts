import { BOTH, describeCause } from '../../support/cause-table';
import { alertsOf, words } from '../../support/reported';

describeCause('sma-backup-running', BOTH, (w) => [
  {
    name: 'the engineer sees it',
    seen: [words('a backup is running on sma1')],
    status: 'suspected',
    key: 'engineer-saw',
    evidence: ['words'],
  },
  {
    name: 'an alert speaks of it',
    seen: [alertsOf('sma1', 'A backup was started')],
    status: 'suspected',
    key: 'alert-says',
    evidence: ['alerts-sma1'],
  },
  {
    name: 'a message went through',
    seen: [words('a backup is running'), w.carried()],
    status: 'ruled-out',
    key: 'carried-through',
    evidence: ['log-initiator'],
  },
]);
