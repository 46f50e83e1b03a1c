import { BOTH, describeCause } from '../../support/cause-table';
import { captured, failureOf } from '../../support/observations';

const LIST = 'AES128-SHA:-aNULL';
const none = { code: 'tls-no-common-cipher', grade: 'inferred' } as const;
const alert = failureOf('tls-alert', 'alert 40 handshake_failure');

describeCause('tls-no-common-cipher', ['esa-to-sma'], (w) => [
  {
    name: 'up to 9.1 the OpenSSL is sourced: its own list is refused',
    seen: [w.version('9.0.0-100'), w.list(LIST), w.probe({ ...alert, offered: LIST })],
    status: 'confirmed',
    key: 'refused-this-list',
    evidence: ['probe', 'list'],
    decisive: ['version', 'list', 'probe'],
  },
  {
    name: 'its own list is refused to this laptop, while its own log shows messages carried',
    seen: [w.version('9.0.0-100'), w.list(LIST), w.probe({ ...alert, offered: LIST }), w.carried()],
    status: 'suspected',
    key: 'refused-this-list',
    evidence: ['probe', 'list'],
    against: ['log-initiator'],
  },
  {
    name: 'its own list is agreed on',
    seen: [w.version('9.0.0-100'), w.list(LIST), w.agreed('AES128-SHA', LIST)],
    status: 'ruled-out',
    key: 'agreed-on-a-suite',
    evidence: ['probe', 'list'],
  },
  {
    name: 'the initiator’s own capture holds its offer and the responder’s alert',
    seen: [w.capture('initiator', captured.suitesRefused)],
    status: 'confirmed',
    key: 'refused-in-capture',
    evidence: ['capture-initiator'],
  },
  {
    name: 'its capture holds a refusal, and the listener agrees on a suite for its very list now',
    seen: [
      w.version('9.0.0-100'),
      w.list(LIST),
      w.agreed('AES128-SHA', LIST),
      w.capture('initiator', captured.suitesRefused),
    ],
    status: 'suspected',
    key: 'refused-in-capture',
    evidence: ['capture-initiator'],
    against: ['probe'],
  },
  {
    name: 'its capture holds the suite that was agreed on',
    seen: [w.capture('initiator', captured.agreed)],
    status: 'ruled-out',
    key: 'agreed-in-capture',
    evidence: ['capture-initiator'],
  },
]);

describeCause('tls-no-common-cipher', BOTH, (w) => [
  {
    name: 'the log has OpenSSL’s words for it, which no mail log of a source shows',
    seen: [w.log('initiator', { grounds: [none], successes: [w.success('initiator')] })],
    status: 'suspected',
    key: 'log-suggests',
    evidence: ['log-initiator'],
  },
  {
    name: 'the log has them, and the very list is refused',
    seen: [w.log('responder', { grounds: [none] }), w.list(LIST), w.probe({ ...alert, offered: LIST })],
    status: 'confirmed',
    key: 'log-says',
    evidence: ['log-responder', 'probe', 'list'],
  },
  {
    name: 'the log has them, and what the list becomes there is only assumed',
    seen: [
      w.log('responder', { grounds: [none] }),
      w.list('HIGH:MEDIUM'),
      w.probe({ ...alert, offered: 'HIGH:MEDIUM' }),
    ],
    status: 'suspected',
    key: 'log-suggests',
    evidence: ['log-responder', 'probe'],
    decisive: [],
  },
  {
    name: 'the list of a release whose OpenSSL is inferred is refused',
    seen: [w.version('14.2.0-620'), w.list(LIST), w.probe({ ...alert, offered: LIST })],
    status: 'suspected',
    key: 'refused-this-list',
    evidence: ['probe', 'list'],
  },
  {
    name: 'the list of a release whose OpenSSL is inferred is agreed on',
    seen: [w.version('14.2.0-620'), w.list(LIST), w.agreed('AES128-SHA', LIST)],
    status: 'not-checked',
    key: 'agreed-if-offered',
    against: ['probe', 'list'],
  },
  {
    name: 'this laptop’s own offer is refused',
    seen: [w.probe({ ...alert, offered: null })],
    status: 'not-checked',
    key: 'list-unknown',
  },
  {
    name: 'another alert is another cause',
    seen: [w.list(LIST), w.probe({ ...failureOf('tls-alert', 'alert 70 protocol_version'), offered: LIST })],
    status: 'not-checked',
    key: 'list-unknown',
  },
  {
    name: 'messages go through',
    seen: [w.carried()],
    status: 'ruled-out',
    key: 'carried-through',
    evidence: ['log-initiator'],
  },
  {
    name: 'it was so, until the list was widened',
    seen: [w.log('initiator', { grounds: [{ ...none, history: true }], successes: [w.success('initiator')] })],
    status: 'suspected',
    key: 'was-so-between',
    evidence: ['log-initiator'],
    against: ['log-initiator'],
    history: true,
  },
]);
