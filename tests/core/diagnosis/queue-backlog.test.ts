import { BOTH, describeCause } from '../../support/cause-table';

const backlog = { code: 'queue-backlog', strength: 'suggests', count: 31 } as const;

describeCause('queue-backlog', BOTH, (w) => [
  {
    name: 'recipients wait and nothing was carried',
    seen: [w.queue(131)],
    status: 'confirmed',
    key: 'waiting',
    evidence: ['queue'],
  },
  {
    name: 'recipients wait, the destination is marked down, the success in the log is older',
    seen: [w.carried(), w.queue(131, { down: true })],
    status: 'confirmed',
    key: 'waiting',
    evidence: ['queue'],
  },
  {
    name: 'recipients wait while messages go through, and the log says that they wait long',
    seen: [w.queue(131), w.log('initiator', { grounds: [backlog], successes: [w.success('initiator')] })],
    status: 'confirmed',
    key: 'waiting-while-delivering',
    evidence: ['queue', 'log-initiator'],
    decisive: [],
  },
  {
    name: 'recipients wait while messages go through, as far as a grep shows',
    seen: [w.queue(131), w.carried()],
    status: 'suspected',
    key: 'waiting-while-delivering',
    evidence: ['queue', 'log-initiator'],
    decisive: ['queue'],
  },
  {
    name: 'recipients wait while messages go through, and a whole log knows of no long wait',
    seen: [w.queue(131), w.carried('initiator', 'material')],
    status: 'not-checked',
    key: 'one-look',
  },
  {
    name: 'one message is under way',
    seen: [w.queue(1), w.carried()],
    status: 'not-checked',
    key: 'one-look',
  },
  {
    name: 'the log counts more in than out',
    seen: [w.log('initiator', { grounds: [backlog] })],
    status: 'suspected',
    key: 'log-counts',
    evidence: ['log-initiator'],
  },
  {
    name: 'nothing waits, whatever the log counted before',
    seen: [w.queue(0), w.log('initiator', { grounds: [backlog] })],
    status: 'ruled-out',
    key: 'nothing-waits',
    evidence: ['queue'],
  },
  {
    name: 'a queue that stood and fell',
    seen: [w.queue(0), w.log('initiator', { grounds: [{ ...backlog, history: true }] })],
    status: 'suspected',
    key: 'was-so-between',
    evidence: ['log-initiator'],
    against: ['queue'],
    history: true,
  },
  { name: 'not in the list proves nothing', seen: [w.queue(null)], status: 'not-checked', key: 'not-in-list' },
]);
