import { describeCause } from '../../support/cause-table';
import { siteOf } from '../../support/observations';
import { words } from '../../support/reported';

describeCause('esa-replaced-or-removed', ['sma-to-esa'], (w) => [
  {
    name: 'the SMA does not list it and releases wait',
    seen: [w.managed({ name: 'esa9', address: '192.0.2.99' }), w.queue(4)],
    status: 'suspected',
    key: 'not-listed-and-waiting',
    evidence: ['managed', 'queue'],
  },
  {
    name: 'the engineer says so',
    seen: [words('esa1 was decommissioned')],
    status: 'suspected',
    key: 'engineer-saw',
    evidence: ['words'],
  },
  {
    name: 'of another ESA',
    seen: [words('esa2 was decommissioned')],
    status: 'not-checked',
    key: 'not-asked',
    site: siteOf('esa1', 'esa2'),
  },
  {
    name: 'not listed, and nothing waits',
    seen: [w.managed({ name: 'esa9', address: '192.0.2.99' })],
    status: 'not-checked',
    key: 'not-asked',
  },
  {
    name: 'listed, and releases wait',
    seen: [w.managed({ name: 'esa1', address: '192.0.2.10' }), w.queue(4)],
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
