import type { CauseDefinition, Judgement, Situation } from './cause';
import { suspected } from './judgement';
import { groundsFor } from './signs';

/** When the logs saw it first and last; local times stand as the appliance wrote them. */
const spanOf = (
  firstAt: string | null,
  lastAt: string | null,
): { readonly key: string; readonly params: Record<string, string> } =>
  firstAt === null || lastAt === null
    ? { key: 'was-so', params: {} }
    : { key: 'was-so-between', params: { from: firstAt.replace('T', ' '), until: lastAt.replace('T', ' ') } };

/**
 * The judgement of a cause, with its past: what the logs say happened and stopped is shown as history with its time,
 * and what clears it now speaks against it (tie-break 9). A cause that is present keeps its own judgement.
 */
export const judgeWithPast = (cause: CauseDefinition, situation: Situation): Judgement => {
  const found = cause.judge(situation);
  if (found.status === 'confirmed' || found.status === 'suspected') return found;
  const [past] = groundsFor(situation, cause.code);
  if (past === undefined || !past.ground.history) return found;
  const { key, params } = spanOf(past.ground.firstAt, past.ground.lastAt);
  return suspected([past.cite], key, {
    params: { ...found.because.params, ...params },
    against: found.cites,
    history: true,
  });
};
