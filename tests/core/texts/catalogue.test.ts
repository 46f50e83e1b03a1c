import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checks } from '../../../main/core/checks';
import { causes } from '../../../main/core/diagnosis';
import { Outcome, Reason } from '../../../main/core/model';
import { catalogues, wordsIn } from '../../../main/core/texts';
import { catalogue } from '../../../main/lab/scenarios';
import { callsOf, placeholders, sourcesIn, textsOf } from '../../support/texts';

const LANGUAGES = ['en', 'fr'] as const;
const words = { en: wordsIn('en', catalogues.en), fr: wordsIn('fr', catalogues.fr) };
/** The keys that one of the languages lacks. */
const missing = (keys: readonly string[]): string[] =>
  LANGUAGES.flatMap((language) => keys.filter((key) => !words[language].has(key)).map((key) => `${language} ${key}`));

const FOLDER = 'main/core/diagnosis';
const read = (path: string): string => readFileSync(path, 'utf8');
const literals = (code: string): string[] =>
  [...code.matchAll(/'([a-z0-9]+(?:-[a-z0-9]+)*)'/g)].map((one) => one[1] ?? '');

const KEY_AT = { confirmed: 2, suspected: 1, ruledOut: 1, notChecked: 1 } as const;

/** What a helper that chooses a key can answer: `keyOf(look)`. */
const answersOf = (expression: string, source: string): string[] => {
  const name = /^(\w+)\(/.exec(expression)?.[1];
  const body = name === undefined ? null : new RegExp(`const ${name} = [\\s\\S]*?\\n};`).exec(source)?.[0];
  return body ? [...body.matchAll(/return ([^;]+);/g)].flatMap((one) => literals(one[1] ?? '')) : [];
};

/** Every because-key that a source can answer, read from the calls that make judgements. */
const becauseKeys = (source: string): string[] =>
  Object.entries(KEY_AT).flatMap(([name, at]) =>
    callsOf(name, source)
      .filter((args) => !args[0]?.startsWith('\n') && !/^(grade|cites|status|ask)\b.*:/.test(args[0] ?? ''))
      .flatMap((args) => {
        const key = args[at];
        if (key === undefined) return name === 'notChecked' ? ['not-asked'] : [];
        const chosen = key.includes('?') ? key.slice(key.indexOf('?')) : key;
        const found = literals(chosen);
        return found.length > 0 ? found : answersOf(key, source);
      }),
  );

const sourceOf = (code: string): string => {
  const own = read(`${FOLDER}/causes/${code}.ts`);
  return own.includes('judgePath') ? own + read(`${FOLDER}/path-rule.ts`) : own;
};

describe.each(causes.map((one) => ({ code: one.code, cause: one })))('$code', ({ code, cause }) => {
  test('has title, short name, sentence, explanation and a sign in both languages', () => {
    const parts = ['title', 'short', 'sentence', 'explanation', 'signs.0'];
    expect(missing(parts.map((part) => `causes:${code}.${part}`))).toEqual([]);
  });

  test('has words for every reason that its judge can give', () => {
    const keys = [...new Set(becauseKeys(sourceOf(code)))];
    expect(keys.length).toBeGreaterThan(code === 'enable-button-greyed' ? 0 : 1);
    const lacking = keys.filter(
      (key) =>
        missing([`causes:${code}.because.${key}`]).length > 0 && missing([`causes:shared.because.${key}`]).length > 0,
    );
    expect(lacking).toEqual([]);
  });

  test('says no reason that its judge never gives', () => {
    const said = Object.keys((catalogues.en.causes as Record<string, { because?: object }>)[code]?.because ?? {});
    expect(said.filter((key) => !becauseKeys(sourceOf(code)).includes(key))).toEqual([]);
  });

  test('names only values that its judge gives', () => {
    const shared = ['address', 'port', 'cause', 'at', 'from', 'until'];
    const source = sourceOf(code) + read(`${FOLDER}/signs.ts`) + read(`${FOLDER}/tls-rule.ts`);
    const given = (name: string) => shared.includes(name) || new RegExp(`\\b${name}\\b`).test(source);
    const texts = [...textsOf('en', 'causes')].filter(([key]) => key.startsWith(`${code}.`));
    expect(texts.filter(([, text]) => !placeholders(text).every(given))).toEqual([]);
  });

  test('has words for every step of its remedy, and ends by reading', () => {
    const lacking = cause.remedy.filter(
      ({ step }) =>
        missing([`causes:${code}.remedy.${step}`]).length > 0 && missing([`causes:shared.remedy.${step}`]).length > 0,
    );
    expect(lacking.map((one) => one.step)).toEqual([]);
    expect(cause.remedy.at(-1)?.effect).toBe('reads');
  });

  test('never proposes what destroys mail', () => {
    const commands = cause.remedy.map((one) => one.command ?? '');
    expect(commands.filter((one) => /^(delete|bounce|redirect|archive|remove)/i.test(one))).toEqual([]);
  });

  test('names its source, and a test of its own', () => {
    expect(cause.source.length).toBeGreaterThan(0);
    expect(readdirSync('tests/core/diagnosis')).toContain(`${code}.test.ts`);
  });

  test('explains and excludes only codes of the catalogue', () => {
    const known = causes.map((one) => one.code);
    expect([...cause.explains, ...(cause.excludes ?? [])].filter((one) => !known.includes(one))).toEqual([]);
  });
});

test('what every cause can say has words', () => {
  const shared = ['hidden-by', 'was-so', 'was-so-between', 'not-asked'];
  expect(missing(shared.map((key) => `causes:shared.because.${key}`))).toEqual([]);
});

test('each scenario of the lab is a cause of the catalogue, healthy, or says which causes it combines', () => {
  const known = new Set(causes.map((one) => one.code));
  const wanted = catalogue.flatMap(({ name, primary, verdict }) =>
    verdict === 'healthy' && primary === undefined ? [] : (primary ?? [name]),
  );
  expect(wanted.filter((code) => !known.has(code))).toEqual([]);
});

describe('checks', () => {
  test('each has a name and a reason in both languages', () => {
    const ids = [...checks.map((one) => one.id), 'transcript'];
    expect(missing(ids.flatMap((id) => [`checks:check.${id}.name`, `checks:check.${id}.why`]))).toEqual([]);
  });

  test('each outcome and each reason has words', () => {
    expect(missing(Outcome.options.map((one) => `checks:outcome.${one}`))).toEqual([]);
    expect(missing(Reason.options.map((one) => `checks:reason.${one}`))).toEqual([]);
  });

  test('what a connection or command leaves behind has words', () => {
    const left = sourcesIn('main').flatMap(({ text }) =>
      [...text.matchAll(/leaves: (?:[^,\n}]*\? )?([^,\n}?]+)/g)].flatMap((one) => literals(one[1] ?? '')),
    );
    expect(left.length).toBeGreaterThan(0);
    expect(missing([...new Set(left)].map((key) => `checks:leaves.${key}`))).toEqual([]);
  });
});

const indexOf = (folder: string): string[] =>
  [...read(`${folder}/index.ts`).matchAll(/from '\.\/([a-z0-9-]+)'/g)].map((one) => one[1] ?? '');

describe('an index is its folder', () => {
  test('causes, alphabetical, as files, as list and in both languages', () => {
    const files = readdirSync(`${FOLDER}/causes`)
      .map((name) => name.replace('.ts', ''))
      .filter((name) => name !== 'index')
      .toSorted();
    expect(indexOf(`${FOLDER}/causes`)).toEqual(files);
    expect(causes.map((one) => one.code)).toEqual(files);
    for (const language of LANGUAGES)
      expect(Object.keys(catalogues[language].causes ?? {}).toSorted()).toEqual([...files, 'shared'].toSorted());
  });

  test('checks, alphabetical', () => {
    const ids = checks.map((one) => one.id);
    const files = readdirSync('main/core/checks').filter((name) =>
      /= check\(\{/.test(read(`main/core/checks/${name}`)),
    );
    expect(ids).toEqual(ids.toSorted());
    expect(files.map((name) => name.replace('.ts', '')).toSorted()).toEqual(ids);
  });
});

test('every problem that the program can name has words in both languages', () => {
  const codes = sourcesIn('main').flatMap(({ text }) =>
    ['problem', 'inputProblem'].flatMap((name) => callsOf(name, text).flatMap((args) => literals(args[0] ?? ''))),
  );
  expect(codes.length).toBeGreaterThan(20);
  expect(missing([...new Set(codes)].map((code) => `problems:${code}`))).toEqual([]);
});
