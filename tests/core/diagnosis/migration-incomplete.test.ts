import { describeCause } from '../../support/cause-table';
import { words } from '../../support/reported';

describeCause('migration-incomplete', ['esa-to-sma'], (w) => [
  {
    name: 'the page says so',
    seen: [words('the SMA page says Action Required')],
    status: 'suspected',
    key: 'engineer-saw',
    evidence: ['words'],
  },
  {
    name: 'the engineer speaks of something else',
    seen: [words('the queue grows')],
    status: 'not-checked',
    key: 'not-asked',
  },
  {
    name: 'a message went through',
    seen: [w.carried()],
    status: 'ruled-out',
    key: 'carried-through',
    evidence: ['log-initiator'],
  },
]);
