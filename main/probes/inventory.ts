import type { TlsReport } from '../core/model';
import { type Agreement, allSuites, type Suite, type TlsVersion, versions } from '../core/tls';
import { askAgain } from './ask';
import type { Failure } from './open';
import type { Session } from './session';

export type Inventory = {
  readonly found: NonNullable<TlsReport['inventory']>;
  readonly stopped: Failure | null;
};

type Search = { readonly found: string[]; readonly stopped: Failure | null; readonly answeredAs: TlsVersion | null };

/** Offers everything, drops what is picked, offers again, until the listener refuses (as sslscan does since its #62). */
const searchVersion = async (session: Session, version: TlsVersion, known: readonly Suite[]): Promise<Search> => {
  const found = known.map((suite) => suite.name);
  let left = allSuites(version).filter((suite) => !known.some(({ code }) => code === suite.code));
  while (left.length > 0) {
    const what = 'probe-inventory';
    const answer = await askAgain(session, { what, version, suites: left });
    const { agreement } = answer;
    if (!agreement) return { found, stopped: answer.alert === null ? answer.failure : null, answeredAs: null };
    if (agreement.version !== version) return { found, stopped: null, answeredAs: agreement.version };
    found.push(agreement.suite.name);
    left = left.filter((suite) => suite.code !== agreement.suite.code);
  }
  return { found, stopped: null, answeredAs: null };
};

/**
 * Every suite by version, newest first. A version that is answered with an older one is not there, nor is any in
 * between. Stops at the first refusal that is no alert; versions not asked about are then absent.
 */
export const takeInventory = async (session: Session, agreements: readonly Agreement[]): Promise<Inventory> => {
  const found: Record<string, string[]> = {};
  let ceiling: TlsVersion | null = null;
  for (const version of versions.toReversed()) {
    if (ceiling !== null && versions.indexOf(version) > versions.indexOf(ceiling)) {
      found[version] = [];
      continue;
    }
    const known = agreements.filter((agreement) => agreement.version === version).map(({ suite }) => suite);
    const search = await searchVersion(session, version, unique(known));
    if (search.stopped === null || search.found.length > 0) found[version] = search.found;
    if (search.stopped) return { found, stopped: search.stopped };
    ceiling = search.answeredAs ?? ceiling;
  }
  return { found, stopped: null };
};

const unique = (known: readonly Suite[]): Suite[] =>
  known.filter((suite, index) => known.findIndex(({ code }) => code === suite.code) === index);
