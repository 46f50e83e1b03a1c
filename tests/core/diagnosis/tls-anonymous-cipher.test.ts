import { describe, expect, test } from 'vitest';
import { expand } from '../../../main/core/ciphers';
import { BOTH, describeCause, judged } from '../../support/cause-table';
import { ADDRESS, captured, offeredFor, siteOf, world } from '../../support/observations';

const LIST = 'HIGH:MEDIUM';
const ADH = 'ADH-CAMELLIA256-SHA';
const RSA = 'DHE-RSA-AES256-SHA';
/** What this laptop offers for the list of a release from 9.5 on. */
const LATER = offeredFor(LIST, '1.0.2');
const AT_LEVEL_0 = 'HIGH:MEDIUM:@SECLEVEL=0';
const anonymous = { code: 'tls-anonymous-cipher' };

describeCause('tls-anonymous-cipher', ['esa-to-sma'], (w) => [
  {
    name: 'up to 9.1 the OpenSSL is sourced: its own list gets an anonymous suite',
    seen: [w.version('9.1.1-038'), w.list(LIST), w.agreed(ADH, LIST)],
    status: 'confirmed',
    key: 'picked-for-this-list',
    evidence: ['probe', 'list'],
    decisive: ['version', 'list', 'probe'],
  },
  {
    name: 'up to 9.1, and the success in the log is older than the list',
    seen: [w.carried(), w.version('9.1.1-038'), w.list(LIST), w.agreed(ADH, LIST)],
    status: 'confirmed',
    key: 'picked-for-this-list',
    evidence: ['probe', 'list'],
    decisive: ['version', 'list', 'probe'],
  },
  {
    name: 'other words that mean the same suites are the same offer',
    seen: [w.version('9.1.1-038'), w.list(LIST), w.agreed(ADH, 'HIGH MEDIUM')],
    status: 'confirmed',
    key: 'picked-for-this-list',
    evidence: ['probe', 'list'],
    decisive: ['version', 'list', 'probe'],
  },
  {
    name: 'its own list gets a certificate there',
    seen: [w.version('9.1.1-038'), w.list(LIST), w.agreed(RSA, LIST)],
    status: 'ruled-out',
    key: 'certificate-for-this-list',
    evidence: ['probe', 'list'],
  },
  {
    name: 'the initiator’s own capture holds the anonymous suite',
    seen: [w.capture('initiator', captured.anonymous)],
    status: 'confirmed',
    key: 'picked-in-capture',
    evidence: ['capture-initiator'],
  },
  {
    name: 'its capture holds the suite, but its present list has none: the capture or the list is of before',
    seen: [w.list('HIGH:MEDIUM:-aNULL'), w.capture('initiator', captured.anonymous)],
    status: 'suspected',
    key: 'picked-in-older-capture',
    evidence: ['capture-initiator'],
    against: ['list'],
  },
  {
    name: 'its capture holds the suite, and the listener answers its very list with a certificate now',
    seen: [w.version('9.1.1-038'), w.list(LIST), w.agreed(RSA, LIST), w.capture('initiator', captured.anonymous)],
    status: 'suspected',
    key: 'picked-in-capture',
    evidence: ['capture-initiator'],
    against: ['probe', 'list'],
  },
  {
    name: 'a capture that is kept as its own, of another appliance’s connection with the same responder',
    site: siteOf('esa1', 'esa2'),
    seen: [w.capture('initiator', { ...captured.anonymous, initiator: { address: ADDRESS.esa2 ?? '', port: 40_000 } })],
    status: 'not-checked',
    key: 'list-unknown',
  },
  {
    name: 'its capture holds a suite with a certificate, whatever its list says',
    seen: [w.list('HIGH:MEDIUM'), w.version('9.1.1-038'), w.capture('initiator', captured.agreed)],
    status: 'ruled-out',
    key: 'certificate-in-capture',
    evidence: ['capture-initiator'],
  },
  {
    name: 'tlsverify shows an anonymous suite, in lines that are recalled and not sourced',
    seen: [w.verified('connected', { protocol: 'TLSv1', cipher: 'ADH-AES256-SHA' })],
    status: 'suspected',
    key: 'picked-in-tlsverify',
    evidence: ['verified'],
  },
]);

describeCause('tls-anonymous-cipher', BOTH, (w) => [
  {
    name: 'a log line shows the suite',
    seen: [w.log('initiator', { grounds: [anonymous], successes: [w.success('initiator')] })],
    status: 'confirmed',
    key: 'log-says',
    evidence: ['log-initiator'],
  },
  {
    name: 'the responder’s log shows the suite, and the list admits it',
    seen: [w.log('responder', { grounds: [anonymous] }), w.list(LIST)],
    status: 'confirmed',
    key: 'log-says',
    evidence: ['log-responder', 'list'],
    decisive: ['log-responder'],
  },
  {
    name: 'the log has words for a missing certificate that no source gives',
    seen: [w.log('initiator', { grounds: [{ ...anonymous, grade: 'inferred' }] })],
    status: 'suspected',
    key: 'log-says',
    evidence: ['log-initiator'],
  },
  {
    name: 'such words, and the listener picks an anonymous suite for the list of a release that is only inferred',
    seen: [
      w.log('initiator', { grounds: [{ ...anonymous, grade: 'inferred' }] }),
      w.version('14.2.0-620'),
      w.list(LIST),
      w.agreed('ADH-AES256-SHA', LIST, LATER),
    ],
    status: 'suspected',
    key: 'log-and-probe',
    evidence: ['log-initiator', 'probe', 'list'],
    decisive: [],
  },
  {
    name: 'a release whose OpenSSL is inferred gets an anonymous suite',
    seen: [w.version('14.2.0-620'), w.list(LIST), w.agreed('ADH-AES256-SHA', LIST, LATER)],
    status: 'suspected',
    key: 'picked-if-offered',
    evidence: ['probe', 'list'],
    decisive: ['list'],
  },
  {
    name: 'nobody said the release, and the listener has no certificate at all',
    seen: [w.list(LIST), w.agreed('ADH-AES256-SHA', LIST, { authenticatedAccepted: false })],
    status: 'suspected',
    key: 'picked-if-oldest',
    evidence: ['probe', 'list'],
    decisive: [],
  },
  {
    name: 'VERIFY shows the order that it offers, and the listener picks an anonymous suite for it',
    seen: [w.printsSuites(LIST, expand(LIST, '0.9.8').suites), w.agreed(ADH, LIST)],
    status: 'confirmed',
    key: 'picked-for-this-list',
    evidence: ['probe', 'printed'],
    decisive: ['probe', 'printed'],
  },
  {
    name: 'VERIFY shows another OpenSSL than the one that was probed for: that handshake says nothing',
    seen: [w.version('14.2.0-620'), w.printsSuites(LIST, expand(LIST, '0.9.8').suites), w.agreed(RSA, LIST, LATER)],
    status: 'suspected',
    key: 'list-admits',
    evidence: ['printed'],
  },
  {
    name: 'an older report that does not say which suites were offered: its handshake may be another initiator’s',
    seen: [w.version('9.1.1-038'), w.list(LIST), w.agreed(ADH, LIST, { offeredSuites: [] })],
    status: 'suspected',
    key: 'list-admits',
    evidence: ['list'],
  },
  {
    name: 'from OpenSSL 1.1 on it is never offered, whatever the list says',
    seen: [
      w.version('15.5.1-055'),
      w.list(AT_LEVEL_0),
      w.agreed('ADH-AES256-SHA', AT_LEVEL_0, offeredFor(AT_LEVEL_0, '1.1.1')),
    ],
    status: 'suspected',
    key: 'picked-if-offered',
    evidence: ['probe', 'list'],
    decisive: ['list'],
  },
  {
    name: 'an inferred release gets a certificate: the real one might not',
    seen: [w.version('14.2.0-620'), w.list(LIST), w.agreed(RSA, LIST, LATER)],
    status: 'not-checked',
    key: 'certificate-if-offered',
    against: ['probe', 'list'],
  },
  {
    name: 'a list without anonymous suites in any OpenSSL gets a certificate',
    seen: [
      w.version('14.2.0-620'),
      w.list('HIGH:!aNULL'),
      w.agreed(RSA, 'HIGH:!aNULL', offeredFor('HIGH:!aNULL', '1.0.2')),
    ],
    status: 'ruled-out',
    key: 'certificate-for-this-list',
    evidence: ['probe', 'list'],
  },
  {
    name: 'the list admits none, in any OpenSSL',
    seen: [w.list('HIGH:MEDIUM:-aNULL')],
    status: 'ruled-out',
    key: 'list-admits-none',
    evidence: ['list'],
  },
  {
    name: 'the list admits some, and what the listener picks was not seen',
    seen: [w.list('HIGH:-aNULL:ALL')],
    status: 'suspected',
    key: 'list-admits',
    evidence: ['list'],
  },
  {
    name: 'the list admits some, and messages go through',
    seen: [w.list(LIST), w.carried()],
    status: 'ruled-out',
    key: 'carried-through',
    evidence: ['log-initiator'],
  },
  {
    name: 'an inferred release would get an anonymous suite, but messages go through',
    seen: [w.version('14.2.0-620'), w.list(LIST), w.agreed('ADH-AES256-SHA', LIST, LATER), w.carried()],
    status: 'ruled-out',
    key: 'carried-through',
    evidence: ['log-initiator'],
    against: ['probe', 'list'],
  },
  {
    name: 'the listener answers this laptop with an anonymous suite only, the list is unknown',
    seen: [w.agreed('ADH-AES256-SHA', null, { authenticatedAccepted: false })],
    status: 'suspected',
    key: 'only-anonymous-answered',
    evidence: ['probe'],
  },
  {
    name: 'accepting an anonymous suite when forced is no fault',
    seen: [w.agreed(RSA, null, { anonymousAcceptedIfForced: true, authenticatedAccepted: true })],
    status: 'not-checked',
    key: 'list-unknown',
  },
  {
    name: 'the handshake of another initiator’s list says nothing',
    seen: [w.list('HIGH:!aNULL'), w.agreed('ADH-AES256-SHA', LIST)],
    status: 'ruled-out',
    key: 'list-admits-none',
    evidence: ['list'],
  },
  {
    name: 'it was so before the repair',
    seen: [w.log('initiator', { grounds: [{ ...anonymous, history: true }], successes: [w.success('initiator')] })],
    status: 'suspected',
    key: 'was-so-between',
    evidence: ['log-initiator'],
    against: ['log-initiator'],
    history: true,
  },
]);

test('a capture of a time that cannot be set against the log takes nothing from what the log shows at its end', () => {
  const w = world('esa-to-sma');
  const log = w.log('initiator', { grounds: [anonymous], successes: [w.success('initiator')] });
  const capture = w.capture('initiator', captured.anonymous);
  const row = { name: '', status: 'not-checked', key: '', seen: [log, capture] } as const;
  const { status, because } = judged('tls-anonymous-cipher', 'esa-to-sma', row);
  expect([status, because.key]).toEqual(['confirmed', 'log-says']);
});

test('a list that is repaired already is not told to be repaired again', () => {
  const w = world('esa-to-sma');
  const seen = [w.list('HIGH:MEDIUM:-aNULL'), w.log('initiator', { grounds: [anonymous] })];
  const { remedy } = judged('tls-anonymous-cipher', 'esa-to-sma', { name: '', status: 'not-checked', key: '', seen });
  expect(remedy.map((one) => one.params.repaired)).toEqual(Array(3).fill('HIGH:MEDIUM:-aNULL'));
});

describe('two ESAs with the same words in their lists', () => {
  const esa1 = world('esa-to-sma', 'esa1');
  const row = { name: '', site: siteOf('esa1', 'esa2'), status: 'not-checked', key: '' } as const;
  const seen = (release: '9.0.0-100' | '14.2.0-620') => [
    esa1.version('9.1.1-038', 'esa1'),
    esa1.version(release, 'esa2'),
    esa1.list(LIST),
    esa1.agreed(ADH, LIST, release === '9.0.0-100' ? {} : LATER, 'esa2'),
  ];

  test.each([
    ['9.0.0-100', 'confirmed'],
    ['14.2.0-620', 'suspected'],
  ] as const)('the other one’s handshake counts only where the words mean the same: %s, %s', (release, status) => {
    expect(judged('tls-anonymous-cipher', 'esa-to-sma', { ...row, seen: seen(release) }).status).toBe(status);
  });

  test('the repaired list keeps the engineer’s own words', () => {
    const { remedy } = judged('tls-anonymous-cipher', 'esa-to-sma', { ...row, seen: seen('9.0.0-100') });
    expect(remedy.map((one) => one.params.repaired)).toEqual(Array(3).fill('HIGH:MEDIUM:-aNULL'));
  });
});
