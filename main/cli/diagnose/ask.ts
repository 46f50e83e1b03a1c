import { dirname, resolve } from 'node:path';
import type { Answers, Problem } from '../../core/model';
import { planOf } from '../../core/plan';
import { type Credentials, type RunOutcome, runCase } from '../../run';
import type { Door } from '../door';
import { answerQuestion } from './answer-question';
import type { KeptCase } from './keep-case';
import { keptEvidence } from './kept-evidence';
import type { LoadedSite } from './load-site';
import { secondsOf } from './option-problems';
import type { DiagnoseOptions } from './options';
import { tellProgress } from './progress';

export interface Asked extends RunOutcome {
  readonly durationMs: number;
  /** The first piece of evidence that could not be kept. */
  readonly problem: Problem | null;
}

const limitOf = (options: DiagnoseOptions, planned: number, spent: number): number => {
  const seconds = secondsOf(options.timeout);
  return Math.max(seconds === null ? planned : seconds * 1000 - spent, seconds === null ? 1000 : 1);
};

/**
 * Asks everything the plan calls for; each observation is in the case before the next question is put. What `earlier`
 * saw is not asked again.
 */
export const ask = async (
  loaded: LoadedSite,
  answers: Answers,
  { kept, credentials }: { readonly kept: KeptCase; readonly credentials: Credentials },
  options: DiagnoseOptions,
  door: Door,
  earlier: Asked | null = null,
): Promise<Asked> => {
  const startedAt = door.now().getTime();
  const spent = earlier?.durationMs ?? 0;
  const plan = planOf(loaded.site, answers);
  const tell = tellProgress(plan, door);
  const evidence = keptEvidence(kept.folder);
  const outcome = await runCase({
    site: loaded.site,
    answers,
    observations: earlier?.observations ?? [],
    footprint: kept.record().footprint,
    profileFolder: loaded.file === null ? null : dirname(resolve(loaded.file)),
    secretOf: (name) => loaded.secrets.get(name) ?? null,
    credentials,
    codeOf: (name, question) => answerQuestion(name, question, door),
    knownHostsPath: kept.knownHostsPath,
    acceptNewHostKeys: options.acceptNewHostKeys ?? false,
    keepEvidence: evidence.put,
    onProblem: door.complain,
    onFootprint: kept.left,
    onEvent: (event) => {
      if (event.kind === 'observed') kept.observed(event.observation);
      tell(event);
    },
    now: door.now,
    signal: door.signal,
    limitMs: limitOf(options, plan.limitMs, spent),
  });
  return {
    ...outcome,
    footprint: [...(earlier?.footprint ?? []), ...outcome.footprint],
    durationMs: spent + door.now().getTime() - startedAt,
    problem: earlier?.problem ?? evidence.problem(),
  };
};
