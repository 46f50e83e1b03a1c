import { BOTH, describeCause } from '../../support/cause-table';

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
]);
