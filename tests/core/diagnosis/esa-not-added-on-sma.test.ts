import { BOTH, describeCause } from '../../support/cause-table';

describeCause('esa-not-added-on-sma', BOTH, (w) => [
  {
    name: 'the SMA lists others only, in a layout that no source gives',
    seen: [w.managed({ name: 'esa9.example.com', address: '192.0.2.99' })],
    status: 'suspected',
    key: 'not-listed',
    evidence: ['managed'],
  },
  {
    name: 'the SMA lists it by name',
    seen: [w.managed({ name: 'esa1.example.com', address: '198.51.100.1' })],
    status: 'ruled-out',
    key: 'listed',
    evidence: ['managed'],
  },
  {
    name: 'the SMA lists it by address',
    seen: [w.managed({ name: 'mail', address: '192.0.2.10' })],
    status: 'ruled-out',
    key: 'listed',
    evidence: ['managed'],
  },
  {
    name: 'a message went through: then it serves this ESA',
    seen: [w.managed({ name: 'esa9', address: '192.0.2.99' }), w.carried()],
    status: 'ruled-out',
    key: 'carried-through',
    evidence: ['log-initiator'],
  },
  { name: 'the list is empty', seen: [w.managed()], status: 'not-checked', key: 'not-asked' },
]);
