import { describeCause } from '../../support/cause-table';

const crashed = { code: 'command-client-fault', peer: null, port: null } as const;

describeCause('command-client-fault', ['sma-to-esa'], (w) => [
  {
    name: 'the SMA’s log names the command client',
    seen: [w.log('initiator', { grounds: [crashed] })],
    status: 'confirmed',
    key: 'log-says',
    evidence: ['log-initiator'],
  },
  {
    name: 'the SMA’s log names the quarantine only',
    seen: [w.log('initiator', { grounds: [{ ...crashed, strength: 'suggests' }] })],
    status: 'suspected',
    key: 'log-says',
    evidence: ['log-initiator'],
  },
  {
    name: 'releases left since',
    seen: [w.log('initiator', { grounds: [{ ...crashed, history: true }], successes: [w.success('initiator')] })],
    status: 'suspected',
    key: 'was-so-between',
    evidence: ['log-initiator'],
    against: ['log-initiator'],
    history: true,
  },
  {
    name: 'a newer log of the SMA shows a release since',
    seen: [
      w.log('initiator', { grounds: [crashed], id: 'old' }),
      w.log('initiator', { successes: [w.success('initiator', { at: '2026-11-24T21:00:00' })], id: 'new' }),
    ],
    status: 'suspected',
    key: 'was-so-between',
    evidence: ['old'],
    against: ['new'],
    history: true,
  },
  {
    name: 'a release arrived',
    seen: [w.carried('responder')],
    status: 'ruled-out',
    key: 'carried-through',
    evidence: ['log-responder'],
  },
]);
