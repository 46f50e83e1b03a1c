import { BOTH, describeCause } from '../../support/cause-table';

const bounced = { code: 'message-bounced', count: 3 };

describeCause('message-bounced', BOTH, (w) => [
  {
    name: 'the log holds bounces',
    seen: [w.log('initiator', { grounds: [bounced] })],
    status: 'confirmed',
    key: 'log-says',
    evidence: ['log-initiator'],
  },
  {
    name: 'bounces of a connection that is quarantine by its address only',
    seen: [w.log('initiator', { grounds: [{ ...bounced, grade: 'inferred', strength: 'suggests' }] })],
    status: 'suspected',
    key: 'log-says',
    evidence: ['log-initiator'],
  },
  {
    name: 'the queue’s counter holds some',
    seen: [w.queue(5, { hardBounced: 2 })],
    status: 'suspected',
    key: 'counted',
    evidence: ['queue'],
  },
  {
    name: 'the counter holds some, and messages go through',
    seen: [w.queue(0, { hardBounced: 2 }), w.carried()],
    status: 'suspected',
    key: 'counted',
    evidence: ['queue'],
    history: true,
  },
  {
    name: 'the counter holds none',
    seen: [w.queue(5, { hardBounced: 0 })],
    status: 'ruled-out',
    key: 'none-counted',
    evidence: ['queue'],
  },
  { name: 'a log without a bounce rules none out', seen: [w.carried()], status: 'not-checked', key: 'not-asked' },
  { name: 'the queue is not in the list', seen: [w.queue(null)], status: 'not-checked', key: 'not-asked' },
]);
