import type { Words } from '../../core/texts';
import { pathOf, type ToldFinding } from './told-finding';

const groupedBy = (told: readonly ToldFinding[], keyOf: (one: ToldFinding) => string): [string, ToldFinding[]][] => {
  const groups = new Map<string, ToldFinding[]>();
  for (const one of told) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return [...groups];
};

/** Causes that share their reason stand together, so that the reason is read once. */
const reasonLines = (told: readonly ToldFinding[]): string[] =>
  groupedBy(told, (one) => one.words.because).flatMap(([because, group]) => [
    `  ${group.map((one) => one.words.title).join(', ')}`,
    `      ${because}`,
  ]);

/** A section for each path: its heading, then causes with the reason for their status. */
export const sectionLines = (heading: string, told: readonly ToldFinding[], words: Words): string[] =>
  groupedBy(told, (one) => pathOf(one.finding)).flatMap(([path, group]) => [
    '',
    words.say('cli:told.section', { heading: words.say(`cli:told.${heading}`), path }),
    ...reasonLines(group),
  ]);
