import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import en from '../../resources/texts/en/app.json';
import fr from '../../resources/texts/fr/app.json';

const flat = (value: object, path = ''): [string, string][] =>
  Object.entries(value).flatMap(([key, one]): [string, string][] =>
    typeof one === 'string' ? [[`${path}${key}`, one]] : flat(one, `${path}${key}.`),
  );

const english = new Map(flat(en));
const french = new Map(flat(fr));
const names = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((found) => found[1]).sort();

const sources = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));

describe('the page in two languages', () => {
  it('has the same keys in both', () => {
    expect([...french.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('names the same values in both', () => {
    const differing = [...english].filter(([key, text]) => `${names(text)}` !== `${names(french.get(key) ?? '')}`);
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('sets a narrow no-break space before French double punctuation', () => {
    const wrong = [...french].filter(([, text]) => /[^\u202f][;?!»]|[^\u202f\d]:(?=\s)|«[^\u202f]/.test(text));
    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  it('stays calm', () => {
    const loud = [...english, ...french].filter(([, text]) => /!|\b(please|oops|successfully|veuillez)\b/i.test(text));
    expect(loud).toEqual([]);
  });

  it('has a text for every key that the page says word for word', () => {
    const said = sources('renderer').flatMap((code) =>
      [...code.matchAll(/words\.say\(\s*'([^':]+)'/g)].map((found) => found[1] ?? ''),
    );
    expect([...new Set(said)].filter((key) => !english.has(key) && !english.has(`${key}_one`))).toEqual([]);
  });
});
