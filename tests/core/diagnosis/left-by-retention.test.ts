import { describeCause } from '../../support/cause-table';
import { living } from '../../support/reported';

describeCause('left-by-retention', ['sma-to-esa'], (w) => [
  {
    name: 'the log tells of three',
    seen: [living(w.log('initiator', {}), 'left', 3)],
    status: 'confirmed',
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
    seen: [living(w.log('responder', {}), 'left')],
    status: 'not-checked',
    key: 'not-asked',
  },
]);
