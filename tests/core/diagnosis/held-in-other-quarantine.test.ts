import { describeCause } from '../../support/cause-table';
import { living, words } from '../../support/reported';

describeCause('held-in-other-quarantine', ['sma-to-esa'], (w) => [
  {
    name: 'the log tells of three',
    seen: [living(w.log('initiator', {}), 'held', 3)],
    status: 'suspected',
    key: 'log-tells',
    evidence: ['log-initiator'],
  },
  {
    name: 'the log tells of other things',
    seen: [living(w.log('initiator', {}), 'again')],
    status: 'not-checked',
    key: 'not-asked',
  },
  {
    name: 'the other side tells it',
    seen: [living(w.log('responder', {}), 'held')],
    status: 'not-checked',
    key: 'not-asked',
  },
  {
    name: 'the page says so',
    seen: [words('In other quarantines: Yes')],
    status: 'suspected',
    key: 'engineer-saw',
    evidence: ['words'],
  },
]);
