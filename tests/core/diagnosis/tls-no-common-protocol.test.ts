import { BOTH, describeCause } from '../../support/cause-table';
import { captured, failureOf } from '../../support/observations';

const none = { code: 'tls-no-common-protocol', grade: 'inferred' } as const;

describeCause('tls-no-common-protocol', BOTH, (w) => [
  {
    name: 'the log has OpenSSL’s words for it, which no mail log of a source shows',
    seen: [w.log('initiator', { grounds: [none], successes: [w.success('initiator')] })],
    status: 'suspected',
    key: 'log-says',
    evidence: ['log-initiator'],
  },
  {
    name: 'the log says so in words that a source gives',
    seen: [w.log('initiator', { grounds: [{ ...none, grade: 'sourced' }] })],
    status: 'confirmed',
    key: 'log-says',
    evidence: ['log-initiator'],
  },
  {
    name: 'the version that this laptop offers is refused',
    seen: [w.probe(failureOf('tls-alert', 'alert 70 protocol_version'))],
    status: 'suspected',
    key: 'laptop-version-refused',
    evidence: ['probe'],
  },
  {
    name: 'agreed on a version that the initiator’s method names',
    seen: [w.list('HIGH', 'tlsv1/tlsv1.2'), w.agreed('AES128-SHA', 'HIGH')],
    status: 'ruled-out',
    key: 'agreed-on-a-version',
    evidence: ['probe', 'list'],
  },
  {
    name: 'agreed on a version that the initiator’s method does not name',
    seen: [w.list('HIGH', 'sslv3tlsv1'), w.agreed('AES128-SHA', 'HIGH')],
    status: 'not-checked',
    key: 'agreed-with-laptop',
    against: ['probe'],
  },
  {
    name: 'agreed with this laptop, the initiator’s method is unknown',
    seen: [w.agreed('AES128-SHA', null)],
    status: 'not-checked',
    key: 'agreed-with-laptop',
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
    name: 'it was so',
    seen: [w.log('initiator', { grounds: [{ ...none, history: true }], successes: [w.success('initiator')] })],
    status: 'suspected',
    key: 'was-so-between',
    evidence: ['log-initiator'],
    against: ['log-initiator'],
    history: true,
  },
  {
    name: 'the initiator’s own capture holds the responder’s alert about its version',
    seen: [w.capture('initiator', captured.versionRefused)],
    status: 'confirmed',
    key: 'initiator-refused',
    evidence: ['capture-initiator'],
  },
  {
    name: 'its capture holds what both agreed on',
    seen: [w.capture('initiator', captured.agreed)],
    status: 'ruled-out',
    key: 'initiator-agreed',
    evidence: ['capture-initiator'],
  },
]);
