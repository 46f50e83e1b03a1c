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
  ...{ differs: null, responder: 'list', key: null },
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
        'Now: ADH-AES256-SHA in the initiator’s order, AES256-SHA in the responder’s.',
        'Then: AES256-SHA.',
        'In common and gone with it, all anonymous: ADH-AES256-SHA. Left in common: 1.',
        'On paper, with the responder’s inbound list.',
        'The list is read as OpenSSL 0.9.8 reads it: assumed from release 9.1.0-032.',
        'The verdict depends on that. The same list elsewhere: 0.9.8 offers an anonymous suite first; ' +
          '1.0.1, 1.0.2 offers them behind others; 1.1.1 offers none.',
        'The list counts for every delivery: a host elsewhere that has nothing but anonymous suites would get no TLS any more.',
      ],
    });
  });

  test('nothing left in common is said, and what to do first', () => {
    const { lines } = told({ after: { clientOrder: null, serverOrder: null }, left: 0 });
    expect(lines.slice(1, 3)).toEqual([
      'Then: nothing in common.',
      'In common and gone with it, all anonymous: ADH-AES256-SHA. Nothing would be left in common: the responder has ' +
        'to accept suites with a certificate first.',
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
    expect(lines).toHaveLength(8);
  });
});
