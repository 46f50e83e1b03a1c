import { basename, dirname, isAbsolute, relative, sep } from 'node:path';
import type { Site } from '../core/model';

const allPaths = (site: Site): string[] => [
  ...site.materials,
  ...site.appliances.flatMap(({ materials }) => [
    ...materials.logs,
    ...(materials.config ? [materials.config] : []),
    ...materials.cli.map((one) => one.file),
    ...materials.transcripts,
    ...materials.captures,
  ]),
];

const commonFolder = (paths: readonly string[]): string => {
  const [first, ...rest] = paths.map((path) => dirname(path).split(sep));
  if (first === undefined) return sep;
  const shared = first.findIndex((part, index) => rest.some((other) => other[index] !== part));
  return (shared === -1 ? first : first.slice(0, shared)).join(sep) || sep;
};

const isBelow = (shown: string): boolean => shown !== '' && !isAbsolute(shown) && shown.split(sep)[0] !== '..';

/**
 * A material's name for people and for sources, never the laptop's own folders: its path below the profile that named
 * it, where there is one; else below the folder that all materials share.
 */
export const shownPath = (site: Site, path: string, profileFolder: string | null = null): string => {
  const given = profileFolder === null ? '' : relative(profileFolder, path);
  if (isBelow(given)) return given.split(sep).join('/');
  const paths = allPaths(site);
  const shown = paths.length > 1 ? relative(commonFolder(paths), path) : basename(path);
  return (isBelow(shown) ? shown : basename(path)).split(sep).join('/');
};
