import type { CaseLine } from '../../preload/contract';

export type AgeName = 'today' | 'week' | 'older';
export interface CaseGroup {
  name: AgeName;
  cases: CaseLine[];
}

const DAY = 86_400_000;

const ageOf = (line: CaseLine, now: Date): AgeName => {
  const changed = new Date(line.changedAt).getTime();
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime();
  if (changed >= midnight) return 'today';
  return changed >= midnight - 6 * DAY ? 'week' : 'older';
};

/** The list by age, in the order given; empty groups are left out. */
export const caseGroups = (cases: readonly CaseLine[], now: Date): CaseGroup[] =>
  (['today', 'week', 'older'] as const)
    .map((name) => ({ name, cases: cases.filter((line) => ageOf(line, now) === name) }))
    .filter((group) => group.cases.length > 0);

/** Whether a case answers a search: name, service request, causes by code and by title. */
export const matches = (line: CaseLine, titles: readonly string[], search: string): boolean => {
  const wanted = search.trim().toLocaleLowerCase();
  return [line.name, line.serviceRequest ?? '', ...line.primary, ...titles].some((text) =>
    text.toLocaleLowerCase().includes(wanted),
  );
};
