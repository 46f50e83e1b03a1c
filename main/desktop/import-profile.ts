import { isAbsolute } from 'node:path';
import type { CaseView } from '../../preload/contract';
import { bad, problem, type Result } from '../core/model';
import { readProfile } from '../core/site';
import type { CaseSession } from './case-session';

/**
 * Takes over the site of a profile's text; its literal passwords go to memory. The page has no path of the file, so a
 * relative path would name another file than the profile means, and is refused (`profile-relative-path`).
 * Fails with the first mistake of the profile, which names its place and how many more there are.
 */
export const importProfile = async (session: CaseSession, name: string, text: string): Promise<Result<CaseView>> => {
  const relative: string[] = [];
  const resolve = (path: string): string => {
    if (!isAbsolute(path)) relative.push(path);
    return path;
  };
  const profile = readProfile(text, { resolve });
  if (!profile.ok) {
    const [first, ...more] = profile.problems;
    return bad(first === undefined ? problem('profile-empty', name) : withMore(first, more.length));
  }
  const [first, ...more] = relative;
  if (first !== undefined) return bad(withMore(problem('profile-relative-path', name, { path: first }), more.length));
  const { site, secrets } = profile;
  const { direction, cluster, symptoms } = site;
  session.hold(secrets);
  return await session.change((record) => ({
    ...record,
    site,
    answers: { ...record.answers, direction, cluster, symptoms },
  }));
};

const withMore = (first: ReturnType<typeof problem>, more: number): ReturnType<typeof problem> =>
  more === 0 ? first : { ...first, params: { ...first.params, more } };
