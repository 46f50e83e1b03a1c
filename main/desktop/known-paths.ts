import type { Site } from '../core/model';

/** Every file or folder that a site names as material. */
export const pathsOf = (site: Site): string[] => [
  ...site.materials,
  ...site.appliances.flatMap(({ materials }) => [
    ...materials.logs,
    ...(materials.config === null ? [] : [materials.config]),
    ...materials.cli.map((one) => one.file),
    ...materials.transcripts,
    ...materials.captures,
  ]),
];

/**
 * The first material path of the new site that the old one does not have, or null. The page names nothing by path:
 * files come into a case by a profile, a drop or a paste, which main reads itself.
 */
export const unknownPath = (known: Site, asked: Site): string | null => {
  const allowed = new Set(pathsOf(known));
  return pathsOf(asked).find((path) => !allowed.has(path)) ?? null;
};
