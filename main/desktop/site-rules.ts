import { type Problem, problem, type Site } from '../core/model';
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

const RULES: readonly Rule[] = [noPath, noStrangeName, noNameTwice];

/** Why the page may not save this site over the known one, or null. */
export const refusedIn = (known: Site, asked: Site): Problem | null => {
  for (const rule of RULES) {
    const found = rule(known, asked);
    if (found !== null) return found;
  }
  return null;
};
