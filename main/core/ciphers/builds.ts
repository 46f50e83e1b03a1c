import type { Generation } from '../model/cipher-report';
import type { Build } from './build';
import { namedSuite10, namedSuite11 } from './by-class';
import { maskSuite } from './by-mask';
import { dropInPlace, dropToFront } from './list';
import type { Grammar } from './rules';
import { offeredAtLevel } from './security-level';
import type { Selection } from './selection';
import { type Suite, suitesOf } from './suite';
import { KEYWORDS, NAMED_MASK } from './tables/keywords-0.9.8';
import { KEYWORDS_1_0_1, KEYWORDS_1_0_2 } from './tables/keywords-1.0';
import { KEYWORDS_1_1_1, KEYWORDS_3_0 } from './tables/keywords-1.1';
import { SUITES as SUITES_0_9_8 } from './tables/suites-0.9.8';
import { SUITES as SUITES_1_0_1 } from './tables/suites-1.0.1';
import { SUITES as SUITES_1_0_2 } from './tables/suites-1.0.2';
import { SUITES as SUITES_1_1_1 } from './tables/suites-1.1.1';
import { SUITES as SUITES_3_0 } from './tables/suites-3.0';

type Keywords = ReadonlyMap<string, Selection>;

const everything = (): boolean => true;

/** The first suite of a name: SSLv2 repeats a few names behind it. A suite's name goes before a keyword. */
const meaningIn = (suites: readonly Suite[], keywords: Keywords, named: (suite: Suite) => Selection) => {
  const byName = new Map([...suites].reverse().map((suite) => [suite.name, suite]));
  return (word: string): Selection | null => {
    const suite = byName.get(word);
    return suite === undefined ? (keywords.get(word) ?? null) : named(suite);
  };
};

/** SSL_DEFAULT_CIPHER_LIST in ssl/ssl.h of 0.9.8zc; letters as in ssl_cipher_process_rulestr there. */
const build098 = (suites: readonly Suite[]): Build => ({
  suites,
  grammar: {
    letter: /[A-Za-z0-9-]/,
    takesLevel: false,
    nameEndsRule: true,
    meaning: meaningIn(suites, KEYWORDS, (suite) => maskSuite(suite, NAMED_MASK)),
  },
  defaultList: 'AES:ALL:!aNULL:!eNULL:+RC4:@STRENGTH',
  replaced: [],
  drop: dropInPlace,
  offers: everything,
});

/** check_suiteb_cipher_list in ssl/ssl_ciph.c since 1.0.2. */
const SUITE_B: Build['replaced'] = [
  ['SUITEB128ONLY', 'ECDHE-ECDSA-AES128-GCM-SHA256'],
  ['SUITEB128C2', 'ECDHE-ECDSA-AES256-GCM-SHA384'],
  ['SUITEB128', 'ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384'],
  ['SUITEB192', 'ECDHE-ECDSA-AES256-GCM-SHA384'],
];

const later = (table: string, keywords: Keywords, since11: boolean) => {
  const suites = suitesOf(table);
  const grammar: Grammar = {
    letter: since11 ? /[A-Za-z0-9.=-]/ : /[A-Za-z0-9.-]/,
    takesLevel: since11,
    nameEndsRule: false,
    meaning: meaningIn(suites, keywords, since11 ? namedSuite11 : namedSuite10),
  };
  return { suites, grammar, drop: dropToFront, replaced: SUITE_B, offers: everything };
};

/** SSL_DEFAULT_CIPHER_LIST in ssl/ssl.h of 1.0.1u and 1.0.2s, and of 1.1.1k and 3.0. */
const DEFAULT_1_0 = 'ALL:!EXPORT:!LOW:!aNULL:!eNULL:!SSLv2';
const DEFAULT_1_1 = 'ALL:!COMPLEMENTOFDEFAULT:!eNULL';

/**
 * The builds of `tests/fixtures/ciphers`. 1.1.1 was measured by its ClientHello at the default level 1, so what that
 * level withholds is left out unless the string says `@SECLEVEL=0`; 3.0 by `openssl ciphers`, which ignores the level.
 */
export const BUILDS: Readonly<Record<Generation, Build>> = {
  '0.9.8': build098(suitesOf(SUITES_0_9_8)),
  '1.0.1': { ...later(SUITES_1_0_1, KEYWORDS_1_0_1, false), defaultList: DEFAULT_1_0, replaced: [] },
  '1.0.2': { ...later(SUITES_1_0_2, KEYWORDS_1_0_2, false), defaultList: DEFAULT_1_0 },
  '1.1.1': {
    ...later(SUITES_1_1_1, KEYWORDS_1_1_1, true),
    defaultList: DEFAULT_1_1,
    offers: (suite, level) => offeredAtLevel(suite, level ?? 1),
  },
  '3.0': { ...later(SUITES_3_0, KEYWORDS_3_0, true), defaultList: DEFAULT_1_1 },
};

/** 0.9.8 without Camellia: not what AsyncOS shipped; kept to hold the engine against a second real build. */
export const PLAIN_0_9_8: Build = build098(
  suitesOf(SUITES_0_9_8).filter((suite) => !suite.words.enc.includes('CAMELLIA')),
);
