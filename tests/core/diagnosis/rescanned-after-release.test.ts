import { describeCause } from '../../support/cause-table';
import { living } from '../../support/reported';

describeCause('rescanned-after-release', ['sma-to-esa'], (w) => [
  {
    name: 'the log tells of three',
    seen: [living(w.log('responder', {}), 'again', 3)],
    status: 'confirmed',
    key: 'log-tells',
    evidence: ['log-responder'],
  },
  {
    name: 'the log tells of other things',
    seen: [living(w.log('responder', {}), 'held')],
    status: 'not-checked',
    key: 'not-asked',
  },
  {
    name: 'the other side tells it',
    seen: [living(w.log('initiator', {}), 'again')],
    status: 'not-checked',
    key: 'not-asked',
  },
]);
