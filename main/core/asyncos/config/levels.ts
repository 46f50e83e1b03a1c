/** A cluster, group or machine whose section a setting stands in. A standalone file is one machine. */
export interface Level {
  readonly kind: 'cluster' | 'group' | 'machine';
  name: string | null;
  readonly parent: Level | null;
  readonly line: number;
  hasInterfaces: boolean;
  hasListeners: boolean;
}

export const levelOf = (kind: Level['kind'], name: string | null, parent: Level | null, line: number): Level => ({
  kind,
  name,
  parent,
  line,
  hasInterfaces: false,
  hasListeners: false,
});

/** The kind of level that an element opens, by its name; the nesting of cluster exports is inferred. */
export const levelKind = (element: string): Level['kind'] | null => {
  if (/name$/i.test(element)) return null;
  if (/^machine(?:_config)?$/i.test(element)) return 'machine';
  if (/^group(?:_config)?$/i.test(element)) return 'group';
  return /^cluster(?:_config|_settings)?$/i.test(element) ? 'cluster' : null;
};

/** `cluster Main_Cluster`, `machine esa1.example.com`. */
export const levelText = (level: Level): string => (level.name === null ? level.kind : `${level.kind} ${level.name}`);

/** The level and those above it, lowest first. */
export const chainOf = (level: Level): readonly Level[] =>
  level.parent === null ? [level] : [level, ...chainOf(level.parent)];

/** How far down a level is: 1 for the topmost. */
export const depthOf = (level: Level): number => chainOf(level).length;

/**
 * What applies to a machine: the lowest level that says something wins, and an empty value counts as said (user guide
 * 8.5, p. 37-4).
 */
export const effective = <T extends { readonly level: Level }>(settings: readonly T[], machine: Level): T | null => {
  for (const level of chainOf(machine)) {
    const found = settings.find((one) => one.level === level);
    if (found) return found;
  }
  return null;
};

/** Whether a machine lies under a level, or is it. */
export const liesUnder = (machine: Level, level: Level): boolean => chainOf(machine).includes(level);
