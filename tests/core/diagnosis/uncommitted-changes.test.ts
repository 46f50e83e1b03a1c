import { describeCause } from '../../support/cause-table';
import { changesOn, words } from '../../support/reported';

describeCause('uncommitted-changes', ['esa-to-sma'], (w) => [
  {
    name: 'the engineer sees the yellow button',
    seen: [words('Commit Changes is yellow on sma1')],
    status: 'suspected',
    key: 'engineer-saw',
    evidence: ['words'],
  },
  {
    name: 'it names an appliance that the site does not know',
    seen: [words('Commit Changes is yellow on esa9')],
    status: 'suspected',
    key: 'engineer-saw',
    evidence: ['words'],
  },
  {
    name: 'the session that was pasted shows them',
    seen: [changesOn('sma1', true)],
    status: 'suspected',
    key: 'session-shows',
    evidence: ['changes'],
  },
  { name: 'another session may still', seen: [changesOn('sma1', false)], status: 'not-checked', key: 'other-sessions' },
  {
    name: 'a message went through',
    seen: [w.carried()],
    status: 'ruled-out',
    key: 'carried-through',
    evidence: ['log-initiator'],
  },
]);
