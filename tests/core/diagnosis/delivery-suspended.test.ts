import { BOTH, describeCause } from '../../support/cause-table';

const suspended = { code: 'delivery-suspended', grade: 'inferred', peer: null, port: null } as const;

describeCause('delivery-suspended', BOTH, (w) => [
  {
    name: 'the initiator says so',
    seen: [w.status('initiator', 'delivery-suspended')],
    status: 'confirmed',
    key: 'status-says',
    evidence: ['status-initiator'],
  },
  {
    name: 'the initiator is offline altogether',
    seen: [w.status('initiator', 'offline')],
    status: 'suspected',
    key: 'status-offline',
    evidence: ['status-initiator'],
  },
  {
    name: 'its log says so, in words that no source gives',
    seen: [w.log('initiator', { grounds: [suspended] })],
    status: 'suspected',
    key: 'log-suggests',
    evidence: ['log-initiator'],
  },
  {
    name: 'the initiator is online',
    seen: [w.status('initiator', 'online'), w.log('initiator', { grounds: [{ ...suspended, history: true }] })],
    status: 'suspected',
    key: 'was-so-between',
    evidence: ['log-initiator'],
    against: ['status-initiator'],
    history: true,
  },
  {
    name: 'the initiator is online and its log says nothing',
    seen: [w.status('initiator', 'online')],
    status: 'ruled-out',
    key: 'status-online',
    evidence: ['status-initiator'],
  },
  {
    name: 'only the responder was asked',
    seen: [w.status('responder', 'delivery-suspended')],
    status: 'not-checked',
    key: 'status-not-asked',
  },
  {
    name: 'a success is no proof: once suspended, nothing would be tried after it',
    seen: [w.carried()],
    status: 'not-checked',
    key: 'status-not-asked',
  },
]);
