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

/** The appliance that a step is done at: the one the judgement names, where the step does not say. */
const rolePlace = (where: Remedy['where'], situation: Situation, named: string | undefined): RemedyStep['where'] => {
  switch (where) {
    case 'initiator-cli':
    case 'initiator-gui':
      return `${situation.initiator.role}-${where === 'initiator-cli' ? 'cli' : 'gui'}`;
    case 'responder-cli':
    case 'responder-gui':
      return `${situation.responder.role}-${where === 'responder-cli' ? 'cli' : 'gui'}`;
    case 'named-cli':
      return `${(named === situation.responder.name ? situation.responder : situation.initiator).role}-cli`;
    default:
      return where;
  }
};

const fill = (command: string, params: Record<string, string>): string =>
  command.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => params[name] ?? whole);

const remedyOf = (remedy: Remedy, situation: Situation, params: Record<string, string>): RemedyStep => {
  const named = remedy.at === null ? null : situation[remedy.at].name;
  return {
    step: remedy.step,
    at: named ?? params.appliance ?? null,
    where: rolePlace(remedy.where, situation, params.appliance),
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
    ...(judgement.whatIf === undefined ? {} : { whatIf: judgement.whatIf }),
  };
};
