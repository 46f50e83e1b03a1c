import { BOTH, describeCause } from '../../support/cause-table';
import { alertsOf, words } from '../../support/reported';

describeCause('licence-lapsed', BOTH, (w) => [
  {
    name: 'an alert says so',
    seen: [alertsOf(w.initiator, 'The feature key Outbreak Filters expired')],
    status: 'suspected',
    key: 'alert-says',
    evidence: [`alerts-${w.initiator}`],
  },
  {
    name: 'the engineer says so',
    seen: [words('the outbreak licence expired')],
    status: 'suspected',
    key: 'engineer-saw',
    evidence: ['words'],
  },
  {
    name: 'other alerts',
    seen: [alertsOf(w.initiator, 'The updater is back')],
    status: 'not-checked',
    key: 'not-asked',
  },
]);
