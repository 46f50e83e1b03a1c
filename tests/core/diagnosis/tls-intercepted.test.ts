import { BOTH, describeCause } from '../../support/cause-table';
import { certificateNamed } from '../../support/observations';

const real = certificateNamed('CN=CPQ', 'CN=CPQ', '01');
const other = certificateNamed('CN=sma1', 'O=Example, CN=Company CA', '02');
const firewall = certificateNamed('CN=sma1', 'O=Example, CN=TLS Inspection CA', '03');
const SUITE = 'ECDHE-RSA-AES256-SHA384';

describeCause('tls-intercepted', BOTH, (w) => [
  {
    name: 'captures of both ends at the same time hold different certificates',
    seen: [w.capture('initiator', { certificate: other }), w.capture('responder', { certificate: real })],
    status: 'confirmed',
    key: 'changed-on-the-way',
    evidence: ['capture-initiator', 'capture-responder'],
  },
  {
    name: 'captures of both ends at the same time hold the same certificate',
    seen: [w.capture('initiator', { certificate: real }), w.capture('responder', { certificate: real })],
    status: 'ruled-out',
    key: 'same-at-both-ends',
    evidence: ['capture-initiator', 'capture-responder'],
  },
  {
    name: 'captures of both ends, one after the other, hold different certificates',
    seen: [
      w.capture('initiator', { certificate: other }),
      w.capture(
        'responder',
        { certificate: real },
        { firstAt: '2026-11-24T21:00:00Z', lastAt: '2026-11-24T21:01:00Z' },
      ),
    ],
    status: 'suspected',
    key: 'differs-by-vantage',
    evidence: ['capture-initiator', 'capture-responder'],
  },
  {
    name: 'the initiator’s capture holds another certificate than this laptop is shown',
    seen: [w.capture('initiator', { certificate: other }), w.agreed(SUITE, null, { certificate: real })],
    status: 'suspected',
    key: 'differs-by-vantage',
    evidence: ['capture-initiator', 'probe'],
  },
  {
    name: 'the initiator’s capture holds what this laptop is shown, which may sit behind the same device',
    seen: [w.capture('initiator', { certificate: real }), w.agreed(SUITE, null, { certificate: real })],
    status: 'not-checked',
    key: 'same-from-both',
    against: ['capture-initiator', 'probe'],
  },
  {
    name: 'the certificate that this laptop is shown names a device on the way',
    seen: [w.agreed(SUITE, null, { certificate: firewall })],
    status: 'suspected',
    key: 'names-a-middlebox',
    evidence: ['probe'],
  },
  {
    name: 'the certificate that this laptop is shown was made minutes ago',
    seen: [w.agreed(SUITE, null, { certificate: { ...real, notBefore: '2026-11-24T20:30:00Z' } })],
    status: 'suspected',
    key: 'just-made',
    evidence: ['probe'],
  },
  {
    name: 'a certificate named after a device, and a message that went through',
    seen: [w.carried(), w.agreed(SUITE, null, { certificate: firewall })],
    status: 'ruled-out',
    key: 'carried-through',
    evidence: ['log-initiator'],
  },
  {
    name: 'one vantage point, nothing odd',
    seen: [w.agreed(SUITE, null, { certificate: real })],
    status: 'not-checked',
    key: 'one-vantage-only',
  },
  {
    name: 'a capture of before the last message went through says nothing of now',
    seen: [
      w.log('initiator', { successes: [w.success('initiator', { at: '2026-11-24T20:38:00Z' })] }),
      w.capture('initiator', { certificate: other }),
      w.capture('responder', { certificate: real }),
    ],
    status: 'ruled-out',
    key: 'carried-through',
    evidence: ['log-initiator'],
  },
]);
