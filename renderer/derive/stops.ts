import type { CaseView } from '../../preload/contract';
import type { Stop } from '../stores/ui';
import type { Params } from '../texts/use-words';

export type StopState =
  | 'open'
  | 'answered'
  | 'unsure'
  | 'running'
  | 'interrupted'
  | 'fault'
  | 'healthy'
  | 'inconclusive';

/** What the rail says under a stop: how it stands and, as a key of the texts, its present answer. */
export interface StopLine {
  state: StopState;
  key: string;
  params: Params;
}

const said = (state: StopState, key: string, params: Params = {}): StopLine => ({ state, key, params });

type Question = 'direction' | 'cluster' | 'tls' | 'logs';

const question = (view: CaseView, stop: Question, visited: boolean): StopLine => {
  const answer = view.answers[stop];
  if (answer !== 'unknown') return said('answered', `stop.${stop}_${answer}`);
  return visited || view.run.state !== 'not-started'
    ? said('unsure', `stop.${stop}_unknown`)
    : said('open', `stop.open_${stop}`);
};

const site = ({ site: { appliances } }: CaseView): StopLine => {
  const esas = appliances.filter((one) => one.role === 'esa').length;
  const smas = appliances.length - esas;
  if (appliances.length === 0) return said('open', 'stop.site_none');
  return said(esas > 0 && smas > 0 ? 'answered' : 'open', 'stop.site_some', { esas, smas });
};

/** Steps that are asked at all, and those with an observation. */
export const progressOf = (view: CaseView): { done: number; all: number } => {
  const asked = view.plan.steps.filter((step) => step.skip === null);
  const seen = new Set(view.observations.map((one) => one.step));
  return { done: asked.filter((step) => seen.has(step.id)).length, all: asked.length };
};

const run = (view: CaseView): StopLine => {
  const { state } = view.run;
  const key = `stop.run_${state}`;
  if (state === 'not-started') return said('open', key);
  return said(state === 'ended' ? 'answered' : state, key, progressOf(view));
};

const findings = ({ run: { state }, diagnosis, observations }: CaseView): StopLine => {
  if (state === 'not-started' && observations.length === 0) return said('open', 'stop.findings_none');
  const causes = diagnosis.primary.length;
  if (diagnosis.verdict === 'fault')
    return said('fault', causes === 1 ? 'stop.findings_fault_one' : 'stop.findings_fault', { count: causes });
  if (state === 'running') return said('open', 'stop.findings_none');
  return said(diagnosis.verdict, `stop.findings_${diagnosis.verdict}`);
};

/** The line of every stop; pure, so that the map can be tested without a page. */
export const stopLine = (view: CaseView, stop: Stop, visited: boolean): StopLine | null => {
  switch (stop) {
    case 'site':
      return site(view);
    case 'direction':
    case 'cluster':
    case 'tls':
    case 'logs':
      return question(view, stop, visited);
    case 'plan': {
      const { all } = progressOf(view);
      return said(view.run.state === 'not-started' ? 'open' : 'answered', 'stop.plan', { count: all });
    }
    case 'run':
      return run(view);
    case 'findings':
      return findings(view);
    case 'bundle': {
      const last = view.bundles.at(-1);
      return last === undefined
        ? said('open', 'stop.bundle_none')
        : said('answered', 'stop.bundle_made', { time: last.at });
    }
    default:
      return null;
  }
};
