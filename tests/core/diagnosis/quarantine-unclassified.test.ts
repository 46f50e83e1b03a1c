import { describeCause } from '../../support/cause-table';
import { living, words } from '../../support/reported';

describeCause('quarantine-unclassified', ['esa-to-sma'], (w) => [
  {
    name: 'the log tells of three',
    seen: [living(w.log('responder', {}), 'unclassified', 3)],
    status: 'suspected',
    key: 'log-tells',
    evidence: ['log-responder'],
  },
  {
    name: 'the log tells of other things',
    seen: [living(w.log('responder', {}), 'again')],
    status: 'not-checked',
    key: 'not-asked',
  },
  {
    name: 'the other side tells it',
    seen: [living(w.log('initiator', {}), 'unclassified')],
    status: 'not-checked',
    key: 'not-asked',
  },
  {
    name: 'the engineer says so',
    seen: [words('it lands in Unclassified')],
    status: 'suspected',
    key: 'engineer-saw',
    evidence: ['words'],
  },
]);
