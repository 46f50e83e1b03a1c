import type { Observation } from '../../core/model';
import type { Words } from '../../core/texts';
import { vantageName } from '../vantage-name';

/** What follows from another row, or was the engineer's own wish, is no obstacle worth a line. */
const SILENT = new Set(['blocked-upstream', 'left-out', 'already-seen']);

const isObstacle = ({ outcome, reason }: Observation): boolean =>
  outcome !== 'passed' && outcome !== 'failed' && reason !== null && !SILENT.has(reason);

/** What was tried and failed says more than what nobody gave. */
const byWeight = (one: Observation, other: Observation): number =>
  Number(one.reason === 'no-material') - Number(other.reason === 'no-material');

/** Why questions stayed open: appliance and reason, with the checks that it cost. */
export const obstacleLines = (observations: readonly Observation[], words: Words): string[] => {
  const groups = new Map<string, string[]>();
  for (const { vantage, check, reason } of observations.filter(isObstacle).sort(byWeight)) {
    const key = words.say('cli:told.obstacle', {
      vantage: vantageName(vantage, words),
      reason: words.say(`checks:reason.${reason}`),
    });
    groups.set(key, [...(groups.get(key) ?? []), words.say(`checks:check.${check}.name`)]);
  }
  return [...groups].flatMap(([why, checks]) => [`  ${why}`, `      ${[...new Set(checks)].join(', ')}`]);
};
