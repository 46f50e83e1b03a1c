import { BOTH, describeCause } from '../../support/cause-table';
import { failureOf, siteOf } from '../../support/observations';

const suspended = { code: 'listener-suspended', grade: 'inferred', peer: null, port: null } as const;

/** A site where nobody said the port: 7025 is assumed. */
const unsaid = () => {
  const site = siteOf('esa1');
  return {
    ...site,
    appliances: site.appliances.map((one) => ({ ...one, quarantine: { ...one.quarantine, port: null } })),
  };
};

describeCause('listener-suspended', BOTH, (w) => [
  {
    name: 'receiving suspended, the initiator refused',
    seen: [w.status('responder', 'receiving-suspended'), w.reach('refused')],
    status: 'confirmed',
    key: 'status-and-refused',
    evidence: ['status-responder', 'reach'],
  },
  {
    name: 'offline, the initiator refused',
    seen: [w.status('responder', 'offline'), w.reach('refused')],
    status: 'confirmed',
    key: 'status-and-refused',
    evidence: ['status-responder', 'reach'],
  },
  {
    name: 'receiving suspended, this laptop refused',
    seen: [w.status('responder', 'receiving-suspended'), w.probe(failureOf('connect-refused'))],
    status: 'confirmed',
    key: 'status-and-refused',
    evidence: ['status-responder', 'probe'],
  },
  {
    name: 'receiving suspended, the responder does not listen',
    seen: [w.status('responder', 'receiving-suspended'), w.listens(22)],
    status: 'confirmed',
    key: 'status-and-refused',
    evidence: ['status-responder', 'netstat'],
  },
  {
    name: 'receiving suspended, the log of the initiator ends with refusals',
    seen: [
      w.status('responder', 'receiving-suspended'),
      w.log('initiator', { grounds: [{ code: 'path-refused' }], successes: [w.success('initiator')] }),
    ],
    status: 'confirmed',
    key: 'status-and-refused',
    evidence: ['status-responder', 'log-initiator'],
  },
  {
    name: 'receiving suspended, nobody looked at the port',
    seen: [w.status('responder', 'receiving-suspended')],
    status: 'suspected',
    key: 'status-alone',
    evidence: ['status-responder'],
  },
  {
    name: 'receiving suspended after a success in the log',
    seen: [w.carried('responder'), w.status('responder', 'receiving-suspended')],
    status: 'suspected',
    key: 'status-alone',
    evidence: ['status-responder'],
  },
  {
    name: 'its log says suspended, in words that no source gives, and the port is refused',
    seen: [w.log('responder', { grounds: [suspended] }), w.reach('refused')],
    status: 'suspected',
    key: 'log-says-suspended',
    evidence: ['log-responder', 'reach'],
    decisive: ['log-responder'],
  },
  {
    name: 'online, refused and not listening',
    seen: [w.status('responder', 'online'), w.reach('refused'), w.listens(22, 25)],
    status: 'suspected',
    key: 'does-not-listen',
    evidence: ['netstat', 'reach'],
    decisive: ['netstat'],
  },
  {
    name: 'not listening on a port that was only assumed',
    seen: [w.listens(22, 7026)],
    site: unsaid(),
    status: 'not-checked',
    key: 'responder-not-asked',
  },
  {
    name: 'not listening on an assumed port, and refused there',
    seen: [w.listens(22), w.reach('refused')],
    site: unsaid(),
    status: 'suspected',
    key: 'does-not-listen',
    evidence: ['netstat', 'reach'],
  },
  {
    name: 'online and refused: Online does not clear a single listener',
    seen: [w.status('responder', 'online'), w.reach('refused')],
    status: 'not-checked',
    key: 'responder-not-asked',
  },
  {
    name: 'refused now, after a success in the log',
    seen: [w.carried(), w.reach('refused')],
    status: 'not-checked',
    key: 'responder-not-asked',
  },
  {
    name: 'this laptop is greeted',
    seen: [w.probe()],
    status: 'ruled-out',
    key: 'listener-answers',
    evidence: ['probe'],
  },
  {
    name: 'the initiator reaches it, although the status says suspended',
    seen: [w.status('responder', 'receiving-suspended'), w.reach('connected')],
    status: 'ruled-out',
    key: 'listener-answers',
    evidence: ['reach'],
    against: ['status-responder'],
  },
  {
    name: 'the responder listens, the initiator is refused',
    seen: [w.listens(7025), w.reach('refused')],
    status: 'ruled-out',
    key: 'listener-answers',
    evidence: ['netstat'],
  },
  {
    name: 'a message went through and nothing failed after it',
    seen: [w.carried('responder')],
    status: 'ruled-out',
    key: 'carried-through',
    evidence: ['log-responder'],
  },
  {
    name: 'it was suspended and resumed',
    seen: [w.log('responder', { grounds: [{ ...suspended, history: true }] }), w.probe()],
    status: 'suspected',
    key: 'was-so-between',
    evidence: ['log-responder'],
    against: ['probe'],
    history: true,
  },
]);
