import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogues } from '../../main/core/texts';

/** Every text of an object by its path; lists count by index. */
export const flat = (value: unknown, path = ''): [string, string][] =>
  typeof value === 'string'
    ? [[path, value]]
    : Object.entries(value ?? {}).flatMap(([key, one]) => flat(one, path === '' ? key : `${path}.${key}`));

export const namespaces = Object.keys(catalogues.en);

export const textsOf = (language: 'en' | 'fr', namespace: string): ReadonlyMap<string, string> =>
  new Map(flat(catalogues[language][namespace]));

/** `{{name}}` and `$t(…)` of a text, sorted. */
export const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{\s*([\w.]+)[^}]*\}\}|\$t\(([^)]*)\)/g)].map((one) => one[1] ?? one[2] ?? '').toSorted();

export interface Source {
  readonly path: string;
  readonly text: string;
}

/** The TypeScript files below a folder of the project. */
export const sourcesIn = (folder: string): Source[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((one) => one.isFile() && /\.tsx?$/.test(one.name))
    .map((one) => join(one.parentPath, one.name))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));

/** The arguments of each call of `name` in a source, split at commas outside of brackets and quotes. */
export const callsOf = (name: string, text: string): string[][] => {
  const found: string[][] = [];
  for (const start of text.matchAll(new RegExp(`\\b${name}\\(`, 'g'))) {
    const parts = [''];
    let depth = 0;
    let quote = '';
    for (const sign of text.slice(start.index + start[0].length)) {
      if (quote !== '') quote = sign === quote ? '' : quote;
      else if (/['"`]/.test(sign)) quote = sign;
      else if (/[([{]/.test(sign)) depth += 1;
      else if (/[)\]}]/.test(sign)) depth -= 1;
      if (depth < 0) break;
      if (sign === ',' && depth === 0 && quote === '') parts.push('');
      else parts[parts.length - 1] += sign;
    }
    found.push(parts.map((one) => one.trim()));
  }
  return found;
};
