import type { Finding, FindingEvidence, RemedyStep } from '../model';
import type { CauseDefinition, Cite, Judgement, Remedy, Situation } from './cause';
import { endpoint } from './signs';

const evidenceOf = (cites: readonly Cite[]): FindingEvidence[] => {
  const all = cites.flatMap(({ observation, quotes }) =>
    quotes.map((one) => ({
      observation: observation.id,
      vantage: observation.vantage,
      source: one.source,
      quote: one.quote,
      sha256: one.sha256,
    })),
  );
  return all.filter(
    (one, index) => all.findIndex((other) => other.source === one.source && other.quote === one.quote) === index,
  );
};

const roleWhere = (where: Remedy['where'], situation: Situation): RemedyStep['where'] => {
  if (where !== 'initiator-cli' && where !== 'responder-cli' && where !== 'initiator-gui' && where !== 'responder-gui')
    return where;
  const { role } = where.startsWith('initiator') ? situation.initiator : situation.responder;
  return `${role}-${where.endsWith('cli') ? 'cli' : 'gui'}`;
};

const fill = (command: string, params: Record<string, string>): string =>
  command.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => params[name] ?? whole);

const remedyOf = (remedy: Remedy, situation: Situation, params: Record<string, string>): RemedyStep => {
  const named = remedy.at === null ? null : situation[remedy.at].name;
  return {
    step: remedy.step,
    at: named ?? params.appliance ?? null,
    where: roleWhere(remedy.where, situation),
    command: remedy.command === null ? null : fill(remedy.command, params),
    effect: remedy.effect,
    risk: remedy.risk,
    params,
  };
};

/** The finding of one cause in one situation, before the differential folds it under another. */
export const findingOf = (cause: CauseDefinition, situation: Situation, judgement: Judgement): Finding => {
  const { address, port } = endpoint(situation);
  const params = { address: address ?? '', port: String(port), ...judgement.because.params };
  return {
    code: cause.code,
    status: judgement.status,
    severity: cause.severity,
    flow: situation.flow,
    appliances: [situation.esa.name, situation.sma.name],
    because: { key: judgement.because.key, params },
    consequenceOf: null,
    history: judgement.history,
    evidence: evidenceOf(judgement.cites),
    against: evidenceOf(judgement.against),
    ask: [...judgement.ask],
    remedy: cause.remedy.map((one) => remedyOf(one, situation, params)),
  };
};
