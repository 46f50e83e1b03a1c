import { BOTH, describeCause } from '../../support/cause-table';
import { captured, certificateNamed, otherWay } from '../../support/observations';

const rejected = { code: 'tls-certificate-not-cpq', grade: 'inferred', strength: 'suggests' } as const;

describeCause('tls-certificate-not-cpq', BOTH, (w) => [
  {
    name: 'the log says that verification failed',
    seen: [w.log('initiator', { grounds: [rejected], successes: [w.success('initiator')] })],
    status: 'suspected',
    key: 'log-suggests',
    evidence: ['log-initiator'],
  },
  {
    name: 'the log says so, and the listener shows a certificate: without a reference still suspected',
    seen: [
      w.log('initiator', { grounds: [{ ...rejected, grade: 'sourced', strength: 'decides' }] }),
      w.agreed('ECDHE-RSA-AES256-SHA384', null, {
        certificate: {
          subject: 'CN=proxy',
          issuer: 'CN=Company CA',
          sha256: '00',
          notBefore: '2026-01-01T00:00:00Z',
          notAfter: '2027-01-01T00:00:00Z',
          keyType: 'RSA',
          keyBits: 2048,
          signature: 'sha256',
        },
      }),
    ],
    status: 'suspected',
    key: 'rejected-with-certificate',
    evidence: ['log-initiator', 'probe'],
    decisive: ['log-initiator'],
  },
  {
    name: 'messages go through',
    seen: [w.carried()],
    status: 'ruled-out',
    key: 'carried-through',
    evidence: ['log-initiator'],
  },
  {
    name: 'a certificate that this laptop sees has no reference',
    seen: [w.agreed('ECDHE-RSA-AES256-SHA384', null)],
    status: 'not-checked',
    key: 'no-reference',
  },
  {
    name: 'it failed and does not any more',
    seen: [w.log('initiator', { grounds: [{ ...rejected, history: true }], successes: [w.success('initiator')] })],
    status: 'suspected',
    key: 'was-so-between',
    evidence: ['log-initiator'],
    against: ['log-initiator'],
    history: true,
  },
  {
    name: 'the initiator’s own capture holds the certificate and its alert about it',
    seen: [w.capture('initiator', captured.rejected)],
    status: 'confirmed',
    key: 'initiator-rejects',
    evidence: ['capture-initiator'],
  },
  {
    name: 'the two listeners show certificates of different issuers: a suspicion, as what is right is not public',
    seen: [
      w.agreed('AES256-SHA', null, { certificate: certificateNamed('CN=proxy', 'CN=Company CA', '02') }),
      otherWay(w).agreed(
        'AES256-SHA',
        null,
        { certificate: certificateNamed('CN=CPQ', 'CN=CPQ', '01') },
        undefined,
        'probe-other',
      ),
    ],
    status: 'suspected',
    key: 'differs-between-listeners',
    evidence: ['probe', 'probe-other'],
  },
  {
    name: 'the two listeners show certificates of one issuer, which speaks against it and proves nothing',
    seen: [
      w.agreed('AES256-SHA', null, { certificate: certificateNamed('CN=a', 'CN=CPQ', '02') }),
      otherWay(w).agreed(
        'AES256-SHA',
        null,
        { certificate: certificateNamed('CN=b', 'CN=CPQ', '01') },
        undefined,
        'probe-other',
      ),
    ],
    status: 'not-checked',
    key: 'alike-on-both',
    against: ['probe', 'probe-other'],
  },
  {
    name: 'messages go through, whatever the two listeners show',
    seen: [
      w.carried(),
      w.agreed('AES256-SHA', null, { certificate: certificateNamed('CN=proxy', 'CN=Company CA', '02') }),
      otherWay(w).agreed(
        'AES256-SHA',
        null,
        { certificate: certificateNamed('CN=CPQ', 'CN=CPQ', '01') },
        undefined,
        'probe-other',
      ),
    ],
    status: 'ruled-out',
    key: 'carried-through',
    evidence: ['log-initiator'],
  },
]);
