import { describeCause } from '../../support/cause-table';
import { alertsOf, words } from '../../support/reported';

describeCause('quarantine-disk-full', ['esa-to-sma'], (w) => [
  {
    name: 'an alert speaks of the space',
    seen: [alertsOf('sma1', 'The quarantine Policy is 95% full')],
    status: 'suspected',
    key: 'alert-says',
    evidence: ['alerts-sma1'],
  },
  {
    name: 'an alert of the ESA is not the SMA’s',
    seen: [alertsOf('esa1', 'The quarantine Policy is 95% full')],
    status: 'not-checked',
    key: 'not-asked',
  },
  {
    name: 'the engineer says so',
    seen: [words('the quarantine is 98 % full')],
    status: 'suspected',
    key: 'engineer-saw',
    evidence: ['words'],
  },
  {
    name: 'messages still go through',
    seen: [alertsOf('sma1', 'The quarantine Policy is 95% full'), w.carried()],
    status: 'ruled-out',
    key: 'carried-through',
    evidence: ['log-initiator'],
    against: ['alerts-sma1'],
  },
]);
