import { describe, expect, test } from 'vitest';
import { catalogues } from '../../../main/core/texts';
import { namespaces, placeholders, textsOf } from '../../support/texts';

const NARROW = '\u202f';

describe.each(namespaces)('%s', (namespace) => {
  const english = textsOf('en', namespace);
  const french = textsOf('fr', namespace);

  test('has the same keys in both languages', () => {
    expect([...french.keys()].toSorted()).toEqual([...english.keys()].toSorted());
  });

  test('names the same values in both languages', () => {
    const differing = [...english].filter(
      ([key, text]) => placeholders(text).join() !== placeholders(french.get(key) ?? '').join(),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  test('has no empty text', () => {
    expect([...english, ...french].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test('is calm in English', () => {
    expect([...english].filter(([, text]) => /!|\b(please|oops|successfully)\b/i.test(text))).toEqual([]);
  });

  test('sets a narrow no-break space before French double punctuation', () => {
    // A colon between two values (`host:port`) or of a notation (`SHA256:`) is none of French.
    const plain = (text: string) =>
      text
        .replaceAll('SHA256:', 'SHA256')
        .replace(/\{\{[^}]*\}\}/g, 'x')
        .replace(/\$t\([^)]*\)/g, 'x');
    const wrong = [...french].filter(([, text]) => {
      const bare = plain(text);
      return /[^\u202f][;?!»]/.test(bare) || /[^\u202f]:(?=\s|$)/.test(bare) || new RegExp(`«[^${NARROW}]`).test(bare);
    });
    expect(wrong).toEqual([]);
  });
});

test('both languages have the same namespaces', () => {
  expect(Object.keys(catalogues.fr).toSorted()).toEqual(Object.keys(catalogues.en).toSorted());
});
