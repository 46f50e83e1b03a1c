import { BOTH, describeCause } from '../../support/cause-table';

const crashed = { code: 'application-fault', flow: null, peer: null, port: null, strength: 'suggests' } as const;

describeCause('application-fault', BOTH, (w) => [
  {
    name: 'a log holds a fault that names the quarantine',
    seen: [w.log('initiator', { grounds: [crashed] })],
    status: 'confirmed',
    key: 'log-says',
    evidence: ['log-initiator'],
  },
  {
    name: 'a fault after the last success',
    seen: [w.log('responder', { grounds: [crashed], successes: [w.success('responder')] })],
    status: 'confirmed',
    key: 'log-says',
    evidence: ['log-responder'],
  },
  {
    name: 'a single fault before messages went through',
    seen: [
      w.log('initiator', {
        grounds: [{ ...crashed, lastAt: '2026-11-24T20:00:00' }],
        successes: [w.success('initiator', { at: '2026-11-24T20:10:00' })],
      }),
    ],
    status: 'suspected',
    key: 'was-so-between',
    evidence: ['log-initiator'],
    history: true,
  },
  {
    name: 'both logs were read and hold none',
    seen: [w.carried('initiator'), w.carried('responder')],
    status: 'ruled-out',
    key: 'none-in-log',
    evidence: ['log-initiator', 'log-responder'],
  },
  {
    name: 'only one side’s log was read',
    seen: [w.carried('initiator')],
    status: 'not-checked',
    key: 'not-asked',
  },
]);
