import { describe, expect, test } from 'vitest';
import type { CipherWhatIf } from '../../../main/core/model';
import { catalogues, whatIfWords, wordsIn } from '../../../main/core/texts';

const whatIf: CipherWhatIf = {
  ...{ list: 'HIGH', repaired: 'HIGH:-aNULL', generation: '0.9.8', generationBy: 'release', version: '9.1.0-032' },
  standings: [
    { openssl: '0.9.8', standing: 'first' },
    { openssl: '1.0.1', standing: 'behind' },
    { openssl: '1.0.2', standing: 'behind' },
    { openssl: '1.1.1', standing: 'none' },
  ],
  ...{ differs: null, responder: 'list', key: null, theirs: { generation: '1.0.2', version: '13.6.2-023' } },
  before: { clientOrder: 'ADH-AES256-SHA', serverOrder: 'AES256-SHA' },
  after: { clientOrder: 'AES256-SHA', serverOrder: 'AES256-SHA' },
  ...{ lost: ['ADH-AES256-SHA'], left: 1 },
};
const told = (more: Partial<CipherWhatIf> = {}, language: 'en' | 'fr' = 'en') =>
  whatIfWords({ ...whatIf, ...more }, wordsIn(language, catalogues[language]));

describe('the what-if of a cipher list in words', () => {
  test('agreement before and after, the loss, what it rests on, and where it depends on the OpenSSL', () => {
    expect(told()).toEqual({
      title: 'What if it were “HIGH:-aNULL”?',
      lines: [
        'Now, on paper: ADH-AES256-SHA in the initiator’s order, AES256-SHA in the responder’s.',
        'Then, on paper: AES256-SHA.',
        'In common and gone with it, all anonymous: ADH-AES256-SHA. Left in common: 1.',
        'Worked out with the responder’s inbound list as OpenSSL 1.0.2 reads it, assumed from release 13.6.2-023.',
        'The key of its certificate was not seen: RSA is assumed where it leaves anything in common.',
        'The list is read as OpenSSL 0.9.8 reads it: assumed from release 9.1.0-032.',
        'The verdict depends on that. The same list elsewhere: 0.9.8 offers an anonymous suite first; ' +
          '1.0.1, 1.0.2 offer them behind others; 1.1.1 offers none.',
        'The list counts for every delivery: a host elsewhere that has nothing but anonymous suites would get no TLS any more.',
      ],
    });
  });

  test('nothing left in common is said, and what to do first', () => {
    const { lines } = told({ after: { clientOrder: null, serverOrder: null }, left: 0 });
    expect(lines.slice(1, 3)).toEqual([
      'Then, on paper: nothing in common.',
      'In common and gone with it, all anonymous: ADH-AES256-SHA. Nothing would be left in common: the responder has ' +
        'to accept suites with a certificate first.',
    ]);
  });

  test('an inventory shows what is accepted and not what is preferred: the agreement has an if', () => {
    const { lines } = told({
      ...{ responder: 'inventory', theirs: null },
      before: { clientOrder: 'ADH-AES256-SHA', serverOrder: null },
      after: { clientOrder: 'AES256-SHA', serverOrder: null },
    });
    expect(lines.slice(0, 4)).toEqual([
      'Now, on paper: ADH-AES256-SHA if the initiator’s order decides; the responder’s own order is not known.',
      'Then, on paper: AES256-SHA if the initiator’s order decides; the responder’s own order is not known.',
      'In common and gone with it, all anonymous: ADH-AES256-SHA. Left in common: 1.',
      'Worked out with what the listener was seen to accept.',
    ]);
  });

  test('a certificate that was seen is not assumed; a responder of no known release is read as the oldest', () => {
    expect(told({ key: 'RSA', theirs: { generation: '0.9.8', version: null } }).lines.slice(3, 5)).toEqual([
      'Worked out with the responder’s inbound list as OpenSSL 0.9.8 reads it: its release is not known, so the oldest is assumed.',
      'The list is read as OpenSSL 0.9.8 reads it: assumed from release 9.1.0-032.',
    ]);
  });

  test('where the generation makes no difference nothing is said of others; a difference to VERIFY is', () => {
    const { lines } = told({
      ...{ before: null, after: null, lost: [], left: null, responder: 'unknown', generationBy: 'verify' },
      standings: [{ openssl: '0.9.8', standing: 'first' }],
      differs: { more: ['ADH-DES-CBC-SHA'], fewer: [], order: false },
    });
    expect(lines).toEqual([
      'What the responder accepts is not known, so no agreement can be worked out.',
      'The list is read as OpenSSL 0.9.8 reads it: VERIFY on the appliance shows that.',
      'VERIFY on the appliance differs from our expansion, and its own counts. More: ADH-DES-CBC-SHA. Fewer: –.',
      'The list counts for every delivery: a host elsewhere that has nothing but anonymous suites would get no TLS any more.',
    ]);
  });

  test('in French as many lines, and no key of the catalogue', () => {
    const { title, lines } = told({ differs: { more: [], fewer: [], order: true } }, 'fr');
    expect([title, ...lines].filter((line) => /whatIf|\{\{/.test(line))).toEqual([]);
    expect(lines).toHaveLength(9);
    expect(lines.filter((line) => /[^\u202f][;:?!]/.test(line))).toEqual([]);
  });
});
