import { describeCause } from '../../support/cause-table';
import { words } from '../../support/reported';

describeCause('not-administrator-account', ['esa-to-sma'], () => [
  {
    name: 'the role was reported',
    seen: [words('logged in with an operator account')],
    status: 'suspected',
    key: 'engineer-saw',
    evidence: ['words'],
  },
  { name: 'the role is right', seen: [words('logged in as administrator')], status: 'not-checked', key: 'not-asked' },
]);
