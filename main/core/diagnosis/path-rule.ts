import type { Judgement, Situation } from './cause';
import { cite, confirmed, notChecked, ruledOut, suspected } from './judgement';
import { groundsFor, listensItself, names, probesOf, reachedBy, successesIn } from './signs';

/** How a connect ended, for the two causes that share the vantage table of the domain page, section 4. */
interface PathKind {
  readonly code: string;
  readonly reach: readonly string[];
  readonly probe: readonly string[];
}

/**
 * Judges a connect that fails in one way. The initiator's own word decides (its `telnet` or its log);
 * this laptop alone never confirms. Source: domain page, vantage truth table.
 */
export const judgePath = (situation: Situation, kind: PathKind): Judgement => {
  const params = names(situation);
  const own = reachedBy(situation);
  const laptop = probesOf(situation);
  const laptopSees = laptop.find((one) => one.data.failure !== null && kind.probe.includes(one.data.failure.code));
  const laptopReaches = laptop.find((one) => one.data.banner !== null);
  const grounds = groundsFor(situation, kind.code);
  const present = grounds.filter((one) => !one.ground.history);
  const listens = listensItself(situation);
  const contrast = [...(laptopReaches ? [cite(laptopReaches)] : []), ...(listens?.listens ? [cite(listens.by)] : [])];
  const key = laptopReaches ? 'initiator-only' : laptopSees ? 'everywhere' : 'initiator-says';

  if (own !== null && kind.reach.includes(own.data.outcome)) {
    return confirmed(
      'measured',
      [cite(own), ...present.map((one) => one.cite), ...(laptopSees ? [cite(laptopSees)] : [])],
      key,
      { params, against: contrast },
    );
  }
  if (own?.data.outcome === 'connected') return ruledOut([cite(own)], 'initiator-reached', { params });
  if (present.length > 0) {
    return confirmed(
      'measured',
      present.map((one) => one.cite),
      key,
      { params: { ...params, count: String(present[0]?.ground.count ?? 1) }, against: contrast },
    );
  }
  const [success] = successesIn(situation);
  if (success) return ruledOut([success.cite], 'carried-through', { params });
  if (laptopSees) return suspected([cite(laptopSees)], 'laptop-only', { params, ask: ['reach', 'mail-logs'] });
  if (grounds[0]) return suspected([grounds[0].cite], 'was-so', { params, history: true, ask: ['reach'] });
  return notChecked(['reach', 'mail-logs'], 'initiator-not-asked', { params });
};
