import { BOTH, describeCause } from '../../support/cause-table';
import { captured, failureOf } from '../../support/observations';

const stripped = { code: 'starttls-missing' };

describeCause('starttls-missing', BOTH, (w) => [
  {
    name: 'the initiator’s log says so',
    seen: [w.log('initiator', { grounds: [stripped], successes: [w.success('initiator')] })],
    status: 'confirmed',
    key: 'log-says',
    evidence: ['log-initiator'],
  },
  {
    name: 'its log and this laptop say so',
    seen: [w.log('initiator', { grounds: [stripped] }), w.probe(failureOf('starttls-missing'))],
    status: 'confirmed',
    key: 'log-says',
    evidence: ['log-initiator', 'probe'],
    decisive: ['log-initiator'],
  },
  {
    name: 'a line of a connection that is quarantine by its address only',
    seen: [w.log('initiator', { grounds: [{ ...stripped, grade: 'inferred', strength: 'suggests' }] })],
    status: 'suspected',
    key: 'log-says',
    evidence: ['log-initiator'],
  },
  {
    name: 'only this laptop is not offered it',
    seen: [w.probe(failureOf('starttls-missing'))],
    status: 'suspected',
    key: 'laptop-only',
    evidence: ['probe'],
  },
  {
    name: 'this laptop is not offered it, the initiator’s log shows a handshake',
    seen: [w.log('initiator', { grounds: [{ code: 'tls-no-common-cipher' }] }), w.probe(failureOf('starttls-missing'))],
    status: 'ruled-out',
    key: 'handshake-in-log',
    evidence: ['log-initiator'],
    against: ['probe'],
  },
  {
    name: 'this laptop is offered it, which says nothing of the initiator',
    seen: [w.probe({ starttls: true })],
    status: 'not-checked',
    key: 'offered',
    against: ['probe'],
  },
  {
    name: 'messages go through',
    seen: [w.carried()],
    status: 'ruled-out',
    key: 'carried-through',
    evidence: ['log-initiator'],
  },
  {
    name: 'it was missing and is not any more',
    seen: [w.log('initiator', { grounds: [{ ...stripped, history: true }], successes: [w.success('initiator')] })],
    status: 'suspected',
    key: 'was-so-between',
    evidence: ['log-initiator'],
    against: ['log-initiator'],
    history: true,
  },
  {
    name: 'the initiator’s own capture holds an answer to EHLO without STARTTLS',
    seen: [w.capture('initiator', captured.withoutStarttls)],
    status: 'confirmed',
    key: 'capture-shows',
    evidence: ['capture-initiator'],
  },
  {
    name: 'its capture holds a ClientHello: STARTTLS was offered',
    seen: [w.capture('initiator', captured.agreed)],
    status: 'ruled-out',
    key: 'handshake-captured',
    evidence: ['capture-initiator'],
  },
]);
