import { BOTH, describeCause } from '../../support/cause-table';

describeCause('system-offline', BOTH, (w) => [
  {
    name: 'the initiator is offline',
    seen: [w.status('initiator', 'offline')],
    status: 'confirmed',
    key: 'status-offline',
    evidence: ['status-initiator'],
  },
  {
    name: 'the responder is offline, after a success in the log',
    seen: [w.carried(), w.status('responder', 'offline')],
    status: 'confirmed',
    key: 'status-offline',
    evidence: ['status-responder'],
  },
  {
    name: 'both are online',
    seen: [w.status('initiator', 'online'), w.status('responder', 'online')],
    status: 'ruled-out',
    key: 'both-not-offline',
    evidence: ['status-initiator', 'status-responder'],
  },
  {
    name: 'receiving alone is suspended',
    seen: [w.status('initiator', 'online'), w.status('responder', 'receiving-suspended')],
    status: 'ruled-out',
    key: 'both-not-offline',
    evidence: ['status-initiator', 'status-responder'],
  },
  {
    name: 'one side is online, the other was not asked',
    seen: [w.status('initiator', 'online')],
    status: 'not-checked',
    key: 'status-not-asked',
  },
]);
