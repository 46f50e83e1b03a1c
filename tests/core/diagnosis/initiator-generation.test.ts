import { describe, expect, test } from 'vitest';
import { expand } from '../../../main/core/ciphers';
import { situationsOf } from '../../../main/core/diagnosis';
import { offerOf } from '../../../main/core/diagnosis/tls-rule';
import type { Observation } from '../../../main/core/model';
import { judged } from '../../support/cause-table';
import { answersOf, siteOf, world } from '../../support/observations';

const LIST = 'HIGH:MEDIUM';
const w = world('esa-to-sma');
const offered = (...seen: readonly Observation[]) => {
  const [situation] = situationsOf(siteOf('esa1'), answersOf({ direction: 'esa-to-sma' }), seen);
  const offer = situation === undefined ? null : offerOf(situation);
  return offer && { ...offer, cites: offer.cites.map((one) => one.observation.id), first: offer.suites[0] };
};
const suitesOf = (generation: '0.9.8' | '1.0.2') => expand(LIST, generation).suites;

describe('the generation is read before it is assumed', () => {
  test('from VERIFY of the appliance’s own list, whatever the release suggests', () => {
    expect(offered(w.version('14.2.0-620'), w.printsSuites(LIST, suitesOf('0.9.8')))).toMatchObject({
      ...{ generation: '0.9.8', is: 'read', by: 'verify', sure: true, first: 'ADH-CAMELLIA256-SHA', differs: null },
      cites: ['printed'],
    });
  });

  test('from VERIFY of another list: the generation, not the suites', () => {
    const other = w.printsSuites('AES', expand('AES', '0.9.8').suites);
    expect(offered(w.version('14.2.0-620'), other, w.list(LIST))).toMatchObject({
      ...{ generation: '0.9.8', is: 'read', by: 'verify', suites: suitesOf('0.9.8'), differs: null },
    });
  });

  test('from error numbers in its own log: 1.0.2 at most, whatever the release suggests', () => {
    const number = 'DCID 7 TLS failed: (336109761, error:1408A0C1:SSL routines:ssl3_get_client_hello)';
    const log = w.log('initiator', { grounds: [{ code: 'tls-no-common-cipher' }] });
    const said = { ...log, quotes: log.quotes.map((one) => ({ ...one, quote: number })) };
    expect(offered(w.version('15.5.1-055'), said, w.list(LIST))).toMatchObject({
      ...{ generation: '1.0.2', is: 'inferred', by: 'log', sure: false, cites: ['log-initiator'] },
    });
    expect(offered(w.version('15.5.1-055'), said, w.list('AES256-SHA:ADH-AES256-SHA'))).toMatchObject({
      ...{ is: 'read', sure: true },
    });
  });

  test('else assumed from the release, and without one the oldest', () => {
    expect(offered(w.version('14.2.0-620'), w.list(LIST))).toMatchObject({ generation: '1.0.2', by: 'release' });
    expect(offered(w.list(LIST))).toMatchObject({ generation: '0.9.8', is: 'inferred', by: 'nothing', cites: [] });
  });
});

test('VERIFY beats our expansion, and the difference is kept', () => {
  const real = ['ADH-DES-CBC-SHA', ...suitesOf('0.9.8').filter((name) => name !== 'ADH-RC4-MD5')];
  expect(offered(w.printsSuites(LIST, real))).toMatchObject({
    ...{ first: 'ADH-DES-CBC-SHA', suites: real },
    differs: { more: ['ADH-DES-CBC-SHA'], fewer: ['ADH-RC4-MD5'], order: false },
  });
});

describe('what the repair would change', () => {
  const row = { name: '', status: 'not-checked', key: '' } as const;
  const whatIf = (...seen: readonly Observation[]) =>
    judged('tls-anonymous-cipher', 'esa-to-sma', { ...row, seen }).whatIf;

  test('on paper, with the responder’s inbound list, and where the verdict depends on the generation', () => {
    expect(whatIf(w.version('9.1.1-038'), w.list(LIST), w.accepts('ALL'))).toEqual({
      list: LIST,
      repaired: 'HIGH:MEDIUM:-aNULL',
      generation: '0.9.8',
      generationBy: 'release',
      version: '9.1.1-038',
      standings: [
        { openssl: '0.9.8', standing: 'first' },
        { openssl: '1.0.1', standing: 'behind' },
        { openssl: '1.0.2', standing: 'behind' },
        { openssl: '1.1.1', standing: 'none' },
      ],
      differs: null,
      responder: 'list',
      key: null,
      theirs: { generation: '0.9.8', version: null },
      before: { clientOrder: 'ADH-CAMELLIA256-SHA', serverOrder: 'ADH-CAMELLIA256-SHA' },
      after: { clientOrder: 'DHE-RSA-CAMELLIA256-SHA', serverOrder: 'DHE-RSA-CAMELLIA256-SHA' },
      lost: expand(LIST, '0.9.8').anonymous,
      left: 12,
    });
  });

  test('with a measured inventory, whose order is not the listener’s', () => {
    const inventory = { 'TLSv1.2': ['AES256-SHA', 'ADH-AES256-SHA'], 'TLSv1.3': ['TLS_AES_256_GCM_SHA384'] };
    expect(whatIf(w.version('9.1.1-038'), w.list(LIST), w.agreed('ADH-AES256-SHA', LIST, { inventory }))).toMatchObject(
      {
        responder: 'inventory',
        before: { clientOrder: 'ADH-AES256-SHA', serverOrder: null },
        after: { clientOrder: 'AES256-SHA', serverOrder: null },
        ...{ lost: ['ADH-AES256-SHA'], left: 1 },
      },
    );
  });

  test('a responder that has nothing else would be lost', () => {
    expect(whatIf(w.version('9.1.1-038'), w.list(LIST), w.accepts('ADH'))).toMatchObject({
      after: { clientOrder: null, serverOrder: null },
      left: 0,
    });
  });

  test('without a word about the responder no agreement is made up', () => {
    expect(whatIf(w.version('9.1.1-038'), w.list(LIST))).toMatchObject({
      ...{ responder: 'unknown', before: null, after: null, lost: [], left: null },
    });
  });

  test('nothing where no fault is', () => {
    expect(whatIf(w.version('9.1.1-038'), w.list('HIGH:-aNULL'))).toBeUndefined();
  });
});
