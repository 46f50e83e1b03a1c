import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agree, expand, explain } from '../../../main/core/ciphers';
import { CipherReport, Generation } from '../../../main/core/model';
import { catalogues, wordsIn } from '../../../main/core/texts';

describe('the seed’s fault, TechNote 200068', () => {
  test('HIGH:MEDIUM of a 0.9.8 initiator agrees on an anonymous suite until -aNULL is appended', () => {
    const report = explain('HIGH:MEDIUM', '0.9.8', 'ALL');
    expect(report.negotiation).toEqual({
      before: { clientOrder: 'ADH-CAMELLIA256-SHA', serverOrder: 'ADH-CAMELLIA256-SHA' },
      after: { clientOrder: 'DHE-RSA-CAMELLIA256-SHA', serverOrder: 'DHE-RSA-CAMELLIA256-SHA' },
    });
    expect(report.admittedBy).toEqual(['HIGH', 'MEDIUM']);
    expect(report.repaired).toBe('HIGH:MEDIUM:-aNULL');
    expect(report.repairedSuites).toEqual(expand('HIGH:MEDIUM:-aNULL', '0.9.8').suites);
  });

  test.each(['1.0.1', '1.0.2'] as const)(
    'an initiator with %s gets a certificate even from HIGH:MEDIUM',
    (generation) => {
      expect(explain('HIGH:MEDIUM', generation, 'ALL').negotiation?.before).toEqual({
        clientOrder: 'ECDHE-RSA-AES256-GCM-SHA384',
        serverOrder: 'ECDHE-RSA-AES256-GCM-SHA384',
      });
    },
  );

  test('1.1.1 offers no anonymous suite at its default level, so nothing needs repair', () => {
    const report = explain('HIGH:MEDIUM', '1.1.1', null);
    expect([report.anonymous, report.admittedBy, report.repaired, report.negotiation]).toEqual([[], [], null, null]);
    expect(report.repairedSuites).toEqual(report.suites);
  });

  test('1.1.1 offers them when the list itself lowers the level', () => {
    expect(explain('HIGH:@SECLEVEL=0', '1.1.1', null).anonymous).toHaveLength(12);
  });

  test('a responder that shares no authenticated suite leaves nothing after the repair', () => {
    expect(explain('HIGH', '3.0', 'ADH').negotiation).toEqual({
      before: { clientOrder: 'ADH-AES256-GCM-SHA384', serverOrder: 'ADH-AES256-GCM-SHA384' },
      after: { clientOrder: null, serverOrder: null },
    });
  });
});

describe('the other end', () => {
  test('suites in common, those that the repair takes away, and those that stay', () => {
    expect(explain('ADH-AES256-SHA:AES256-SHA:ADH-AES128-SHA', '1.0.2', 'AES256-SHA:ADH-AES256-SHA').against).toEqual({
      input: 'AES256-SHA:ADH-AES256-SHA',
      openssl: '1.0.2',
      key: null,
      before: ['ADH-AES256-SHA', 'AES256-SHA'],
      after: ['AES256-SHA'],
      lost: ['ADH-AES256-SHA'],
    });
  });

  test('has its own generation and certificate: EDH-… of 0.9.8 and DHE-… of 1.1.1 are one suite', () => {
    const against = { list: 'ALL', openssl: '1.0.2', key: 'DSS' } as const;
    expect(explain('EDH-DSS-DES-CBC3-SHA:AES256-SHA', '0.9.8', against).negotiation?.before).toEqual({
      clientOrder: 'EDH-DSS-DES-CBC3-SHA',
      serverOrder: 'EDH-DSS-DES-CBC3-SHA',
    });
    expect(agree(['EDH-RSA-DES-CBC3-SHA'], ['DHE-RSA-DES-CBC3-SHA']).clientOrder).toBe('EDH-RSA-DES-CBC3-SHA');
  });

  test('without a certificate serves anonymous suites only', () => {
    const against = { list: 'ALL', openssl: '1.0.2', key: 'none' } as const;
    expect(explain('HIGH', '1.0.2', against).negotiation).toEqual({
      before: { clientOrder: 'AECDH-AES256-SHA', serverOrder: 'AECDH-AES256-SHA' },
      after: { clientOrder: null, serverOrder: null },
    });
  });
});

test('what each generation makes of the same list: 0.9.8 has an anonymous suite first, 1.0.x behind, 1.1.1 none', () => {
  expect(explain('HIGH:MEDIUM', '0.9.8', null).generations).toEqual([
    { openssl: '0.9.8', suites: 26, anonymous: 6, first: 'ADH-CAMELLIA256-SHA' },
    { openssl: '1.0.1', suites: 80, anonymous: 15, first: 'ECDHE-RSA-AES256-GCM-SHA384' },
    { openssl: '1.0.2', suites: 100, anonymous: 15, first: 'ECDHE-RSA-AES256-GCM-SHA384' },
    { openssl: '1.1.1', suites: 74, anonymous: 0, first: 'ECDHE-ECDSA-AES256-GCM-SHA384' },
    { openssl: '3.0', suites: 83, anonymous: 12, first: 'ECDHE-ECDSA-AES256-GCM-SHA384' },
  ]);
});

test('a paste of one token a line is the list it stands for, and a mistake keeps its place in it', () => {
  const paste = '        RC4-SHA\r\n        NOSUCH\r\n        ALL\r\n';
  const { suites, repaired, error, input } = explain(paste, '0.9.8', null);
  expect({ suites, repaired, error, input }).toEqual({
    suites: expand('RC4-SHA:ALL', '0.9.8').suites,
    repaired: 'RC4-SHA:NOSUCH:ALL:-aNULL',
    error: { at: 25, token: 'NOSUCH', text: 'cli:ciphers.error.unknown-word' },
    input: paste,
  });
});

describe('which tokens admit anonymous suites in 3.0', () => {
  test.each([
    ['HIGH:MEDIUM', ['HIGH'], 'HIGH:MEDIUM:-aNULL'],
    ['HIGH:-aNULL:ALL', ['ALL'], 'HIGH:-aNULL:ALL:-aNULL'],
    ['HIGH:!aNULL:ALL', [], null],
    ['HIGH:MEDIUM:-aNULL', [], null],
    ['AES128-SHA:kEDH+AES256', ['kEDH+AES256'], 'AES128-SHA:kEDH+AES256:-aNULL'],
    ['ALL:+ADH', ['ALL'], 'ALL:+ADH:-aNULL'],
    ['AES128-SHA:ADH-AES256-SHA', ['ADH-AES256-SHA'], 'AES128-SHA:ADH-AES256-SHA:-aNULL'],
    ['HIGH:', ['HIGH'], 'HIGH:-aNULL'],
    ['DEFAULT', [], null],
    ['DEFAULT:ADH', [], null],
  ])('%s', (list, admittedBy, repaired) => {
    const report = explain(list, '3.0', null);
    expect({ admittedBy: report.admittedBy, repaired: report.repaired }).toEqual({ admittedBy, repaired });
  });

  test('HIGH:-aNULL:ALL admits as many as were measured', () => {
    expect(expand('HIGH:-aNULL:ALL', '3.0').anonymous).toHaveLength(12);
  });
});

describe('what is wrong with a list', () => {
  test.each([
    ['HIGH:MEDIUM:NOSUCH', { at: 12, token: 'NOSUCH', text: 'cli:ciphers.error.unknown-word' }],
    ['-high', { at: 1, token: 'high', text: 'cli:ciphers.error.unknown-word' }],
    ['HIGH:@NOSUCH', { at: 5, token: '@NOSUCH', text: 'cli:ciphers.error.bad-command' }],
    ['HIGH:AES+', { at: 5, token: 'AES+', text: 'cli:ciphers.error.bad-command' }],
    ['HIGH=1/2 ALL', { at: 0, token: 'HIGH=1', text: 'cli:ciphers.error.unknown-word' }],
    ['LOW', { at: 0, token: 'LOW', text: 'cli:ciphers.error.nothing-left' }],
    ['', { at: 0, token: '', text: 'cli:ciphers.error.nothing-left' }],
    ['RC4-SHA:ALL:EXP1024-RC4-SHA:kFZA:PSK-AES256-CBC-SHA', null],
    ['HIGH:DEFAULT', null],
  ])('%s', (list, error) => expect(explain(list, '3.0', null).error).toEqual(error));

  test('a word that nobody knows leaves the rest of the list in force, as OpenSSL does', () => {
    expect(expand('HIGH:NOSUCH', '3.0').suites).toEqual(expand('HIGH', '3.0').suites);
  });

  test('a keyword of a later generation is no mistake: EECDH+AESGCM matches nothing in 0.9.8', () => {
    expect(expand('EECDH+AESGCM:AES256-SHA', '0.9.8')).toEqual({
      suites: ['AES256-SHA'],
      anonymous: [],
      admittedBy: [],
      error: null,
    });
  });

  test('every error has words in both languages', () => {
    for (const reason of ['unknown-word', 'bad-command', 'nothing-left']) {
      const key = `cli:ciphers.error.${reason}`;
      expect([wordsIn('en', catalogues.en).has(key), wordsIn('fr', catalogues.fr).has(key)]).toEqual([true, true]);
    }
  });
});

test('any text whatever gives a valid report and never throws', () => {
  const text = fc.oneof(fc.string(), fc.stringMatching(/^[A-Za-z0-9:,; +@!=.-]*$/));
  fc.assert(
    fc.property(text, fc.constantFrom(...Generation.options), fc.option(text), (list, generation, against) => {
      expect(CipherReport.safeParse(explain(list, generation, against)).success).toBe(true);
    }),
  );
});

test('the repair leaves no anonymous suite, whatever the list', () => {
  const word = fc.constantFrom('HIGH', 'ALL', 'aNULL', '-aNULL', '!ADH', 'ADH-AES128-SHA', '@STRENGTH', '+kEDH', 'AES');
  fc.assert(
    fc.property(fc.array(word), fc.constantFrom(...Generation.options), (words, generation) => {
      const { repaired, anonymous } = explain(words.join(':'), generation, null);
      expect(repaired === null).toBe(anonymous.length === 0);
      expect(repaired === null ? [] : expand(repaired, generation).anonymous).toEqual([]);
    }),
  );
});
