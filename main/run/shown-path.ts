import { basename, dirname, relative, sep } from 'node:path';
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

/** A material's name for people and for sources: its path below the folder that all materials share, never the laptop's own folders. */
export const shownPath = (site: Site, path: string): string => {
  const paths = allPaths(site);
  const shown = paths.length > 1 ? relative(commonFolder(paths), path) : basename(path);
  return (shown.startsWith('..') || shown === '' ? basename(path) : shown).split(sep).join('/');
};
