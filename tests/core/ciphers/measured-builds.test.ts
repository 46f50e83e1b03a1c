import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Build } from '../../../main/core/ciphers/build';
import { BUILDS, PLAIN_0_9_8 } from '../../../main/core/ciphers/builds';
import { expandWith } from '../../../main/core/ciphers/expand';

interface Measured {
  readonly offers: Record<string, string | { readonly error: string }>;
}

const measured = (name: string): Measured['offers'] =>
  (JSON.parse(readFileSync(`tests/fixtures/ciphers/openssl-${name}.json`, 'utf8')) as Measured).offers;

const REAL: readonly (readonly [string, Build])[] = [
  ['0.9.8zc-camellia', BUILDS['0.9.8']],
  ['0.9.8zc', PLAIN_0_9_8],
  ['1.0.1u', BUILDS['1.0.1']],
  ['1.0.2s', BUILDS['1.0.2']],
  ['1.1.1k', BUILDS['1.1.1']],
  ['3.0.19', BUILDS['3.0']],
];

describe.each(REAL)('OpenSSL %s', (name, build) => {
  const offers = Object.entries(measured(name));

  test('the fixture holds the 52 measured strings', () => expect(offers).toHaveLength(52));

  test.each(offers)('%s', (list, real) => {
    const { suites, error } = expandWith(build, list);
    expect({ suites: suites.join(':'), refused: error !== null }).toEqual({
      suites: typeof real === 'string' ? real : '',
      refused: typeof real !== 'string',
    });
  });
});

const random = JSON.parse(readFileSync('tests/fixtures/ciphers-random.json', 'utf8')) as Record<
  string,
  { readonly names: readonly string[]; readonly lists: Record<string, string> }
>;

test.each(['0.9.8', '1.0.1', '1.0.2', '1.1.1'] as const)(
  'random strings in %s, as a real build took them',
  (generation) => {
    const { names = [], lists = {} } = random[generation] ?? {};
    const measuredNow = Object.entries(lists).map(([list, places]) => [
      list,
      places === '' ? [] : places.split(' ').map((place) => names[Number(place)]),
    ]);
    expect(measuredNow.length).toBeGreaterThan(90);
    expect(Object.keys(lists).map((list) => [list, expandWith(BUILDS[generation], list).suites])).toEqual(measuredNow);
  },
);
