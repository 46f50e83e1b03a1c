import type { TlsReport } from '../core/model';
import { type Agreement, allSuites, type Suite, suiteNamed, suiteOfCode, type TlsVersion, versions } from '../core/tls';

/** Suites by version, as the report has them. */
export type ByVersion = Record<string, string[]>;

/**
 * What is known of a listener's suites, and what is still to be offered; a version that is not `left` is answered.
 * `silent` are those left whose offer was ended twice without a word.
 */
export type Ground = {
  readonly found: Map<TlsVersion, Suite[]>;
  readonly left: Map<TlsVersion, Suite[]>;
  readonly silent: Set<TlsVersion>;
};

/** Enters a suite that the listener picked, unless it is known already, or its version answered. */
export const take = ({ found, left }: Ground, version: TlsVersion, suite: Suite): void => {
  if (!left.get(version)?.some(({ code }) => code === suite.code)) return;
  found.set(version, [...(found.get(version) ?? []), suite]);
  const rest = (left.get(version) ?? []).filter(({ code }) => code !== suite.code);
  if (rest.length > 0) left.set(version, rest);
  else left.delete(version);
};

/** Nothing asked yet but what the first questions showed. */
export const freshGround = (agreements: readonly Agreement[]): Ground => {
  const left = new Map(versions.map((version) => [version, allSuites(version)]));
  const ground: Ground = { found: new Map(versions.map((version) => [version, []])), left, silent: new Set() };
  for (const { version, suite } of agreements) take(ground, version, suite);
  return ground;
};

const suitesOf = (names: readonly string[]): Suite[] =>
  names.map(suiteNamed).filter((suite): suite is Suite => suite !== null);

/** Where an earlier report ended; names that stand in no table are not asked about. */
export const groundOf = ({ inventory, remaining }: TlsReport): Ground => {
  const read = (all: ByVersion | null): [TlsVersion, Suite[]][] =>
    versions.flatMap((version) => (all?.[version] ? [[version, suitesOf(all[version])]] : []));
  const blank = versions.map((version): [TlsVersion, Suite[]] => [version, []]);
  return { found: new Map([...blank, ...read(inventory)]), left: new Map(read(remaining)), silent: new Set() };
};

/** An old spelling that a given list used is not kept: an inventory has one name for each suite. */
const nameOf = ({ code, name }: Suite): string => suiteOfCode(code)?.name ?? name;

/** By name, newest version first. */
export const named = (all: ReadonlyMap<TlsVersion, readonly Suite[]>): ByVersion => {
  const newestFirst = [...all].sort(([one], [other]) => versions.indexOf(other) - versions.indexOf(one));
  return Object.fromEntries(newestFirst.map(([version, suites]) => [version, suites.map(nameOf)]));
};
