import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { suiteNamed } from '../../../main/core/tls';

const folder = join(__dirname, '../../fixtures/ciphers');
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

/** Every name in a file's offers: strings joined by colons, refused lists as objects; SSLv2 suites are marked. */
const namesIn = (file: string): string[] => {
  const { offers } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { offers: Record<string, unknown> };
  const lists = Object.values(offers).filter((offer) => typeof offer === 'string');
  return [...new Set(lists.flatMap((list) => list.split(':')))].filter((name) => !name.endsWith('(SSLv2)'));
};

describe('the table of suites', () => {
  it.each(files)('knows every suite that a real build offered: %s', (file) => {
    const names = namesIn(file);
    expect(names.length).toBeGreaterThan(30);
    expect(names.filter((name) => suiteNamed(name) === null)).toEqual([]);
  });
});
