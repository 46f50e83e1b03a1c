import { isDeepStrictEqual } from 'node:util';
import { type Appliance, type Auth, type Problem, problem, type Site } from '../core/model';
import { isApplianceName } from '../core/site';
import { unknownPath } from './known-paths';

/** One rule for what the page may make of a site, given the site that main knows: the problem, or null. */
type Rule = (known: Site, asked: Site) => Problem | null;

const namesOf = (site: Site): string[] => site.appliances.map((one) => one.name);

const noPath: Rule = (known, asked) => {
  const path = unknownPath(known, asked);
  return path === null ? null : problem('path-not-offered', path);
};

/** As in a profile. A name that a case already has is not held against it. */
const noStrangeName: Rule = (known, asked) => {
  const before = new Set(namesOf(known));
  const strange = namesOf(asked).find((name) => !before.has(name) && !isApplianceName(name));
  return strange === undefined ? null : problem('appliance-name-refused', strange);
};

const noNameTwice: Rule = (_known, asked) => {
  const names = namesOf(asked).map((name) => name.toLowerCase());
  const twice = names.findIndex((name, index) => names.indexOf(name) !== index);
  return twice === -1 ? null : problem('appliance-twice', namesOf(asked)[twice] ?? null);
};

/** What the page may always say: nothing secret, and no place on this machine. */
const isPlain = (auth: Auth | null): boolean =>
  auth === null || auth.kind === 'agent' || (auth.kind === 'password' && 'given' in auth.password);

/** Key files, password files, variables and jump hosts come with a profile, or the page could send any of them anywhere. */
const noNewWayIn: Rule = (known, asked) => {
  const before = known.appliances;
  const isNew = ({ auth, jump }: Appliance): boolean =>
    !(isPlain(auth) || before.some((one) => isDeepStrictEqual(one.auth, auth))) ||
    !(jump === null || before.some((one) => isDeepStrictEqual(one.jump, jump)));
  const found = asked.appliances.find(isNew);
  return found === undefined ? null : problem('auth-not-offered', found.name);
};

/** A host key is pinned by a profile, or by `acceptHostKey` after it was shown. */
const noNewHostKey: Rule = (known, asked) => {
  const before = new Set(known.appliances.map((one) => one.hostKey));
  const found = asked.appliances.find(({ hostKey }) => hostKey !== null && !before.has(hostKey));
  return found === undefined ? null : problem('host-key-not-shown', found.name);
};

const RULES: readonly Rule[] = [noPath, noStrangeName, noNameTwice, noNewWayIn, noNewHostKey];

/** Why the page may not save this site over the known one, or null. */
export const refusedIn = (known: Site, asked: Site): Problem | null => {
  for (const rule of RULES) {
    const found = rule(known, asked);
    if (found !== null) return found;
  }
  return null;
};
