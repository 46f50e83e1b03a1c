import { stillCarries } from './carries';
import type { Cite, Judgement, Situation } from './cause';
import { cite, confirmed, notChecked, ruledOut, suspected } from './judgement';
import { decide, listensItself, names, presentGrounds, probesOf, reachedBy } from './signs';

/** How a connect ended, for the two causes that share the vantage table of the domain page, section 4. */
interface PathKind {
  readonly code: string;
  readonly reach: readonly string[];
  readonly probe: readonly string[];
}

const lookFrom = (situation: Situation, kind: PathKind) => {
  const [laptop] = probesOf(situation);
  const failed = laptop?.data.failure?.code;
  const listens = listensItself(situation);
  return {
    own: reachedBy(situation),
    laptopSees: laptop && failed !== undefined && kind.probe.includes(failed) ? cite(laptop) : null,
    laptopReaches: laptop && laptop.data.banner !== null ? cite(laptop) : null,
    listens: listens?.listens ? listens.cite : null,
    present: presentGrounds(situation, kind.code),
    /** A reset or a time-out, whichever this kind is not: the other word of the same vantage point. */
    others: presentGrounds(situation, kind.code === 'path-refused' ? 'path-timeout' : 'path-refused'),
  };
};
type Look = ReturnType<typeof lookFrom>;

const keyOf = ({ laptopReaches, laptopSees, listens }: Look): string => {
  if (laptopReaches) return 'initiator-only';
  if (listens) return 'listens-itself';
  return laptopSees ? 'everywhere' : 'initiator-says';
};

const cites = (...some: readonly (Cite | null)[]): Cite[] => some.filter((one) => one !== null);

/** The initiator's connect and its log disagree: a connect by hand just now is newer than any log, a pasted one may not be. */
const disagree = (look: Look, own: NonNullable<Look['own']>, params: Record<string, string>): Judgement => {
  const lines = look.present.map((one) => one.cite);
  return own.how === 'live'
    ? suspected(lines, 'was-so', { params, history: true, against: [cite(own)] })
    : suspected(lines, 'contradicted', { params, against: [cite(own)], ask: ['reach', 'mail-logs'] });
};

/** Silence for the initiator while this laptop is refused: the listener is down and the initiator filtered (vantage table). */
const bothAtOnce = (look: Look, kind: PathKind): boolean => kind.code === 'path-refused' && look.laptopSees !== null;

const byOwn = (look: Look, kind: PathKind, params: Record<string, string>): Judgement | null => {
  const { own, present } = look;
  if (own === null || own.data.outcome === 'name-unknown') return null;
  if (kind.reach.includes(own.data.outcome)) {
    const seen = [cite(own), ...present.map((one) => one.cite), ...cites(look.laptopSees)];
    return confirmed('measured', seen, keyOf(look), { params, against: cites(look.laptopReaches, look.listens) });
  }
  if (present.length > 0) return disagree(look, own, params);
  if (own.data.outcome === 'connected') return ruledOut([cite(own)], 'initiator-reached', { params });
  // A reset is an answer, and silence is no reset: the same vantage point does not meet both at once.
  return bothAtOnce(look, kind) ? null : ruledOut([cite(own)], 'ends-otherwise', { params });
};

const byLog = (look: Look, kind: PathKind, params: Record<string, string>): Judgement | null => {
  const { present, others } = look;
  const lines = present.map((one) => one.cite);
  const said = { ...params, count: String(present[0]?.ground.count ?? 1) };
  const against = cites(look.laptopReaches, look.listens);
  if (decide(present)) return confirmed('sourced', lines, keyOf(look), { params: said, against });
  if (present.length > 0) return suspected(lines, 'log-suggests', { params: said, against, ask: ['reach'] });
  const otherwise = others.map((one) => one.cite);
  return decide(others) && !bothAtOnce(look, kind) ? ruledOut(otherwise, 'ends-otherwise', { params }) : null;
};

/**
 * Judges a connect that fails in one way. The initiator's own word decides (its `telnet` or its log); this laptop alone
 * never confirms. Source: domain page, vantage truth table.
 */
export const judgePath = (situation: Situation, kind: PathKind): Judgement => {
  const params = names(situation);
  const look = lookFrom(situation, kind);
  const said = byOwn(look, kind, params) ?? byLog(look, kind, params);
  if (said !== null) return said;
  const carried = stillCarries(situation);
  if (carried) return ruledOut([carried.cite], 'carried-through', { params, against: cites(look.laptopSees) });
  if (look.laptopSees) return suspected([look.laptopSees], 'laptop-only', { params, ask: ['reach', 'mail-logs'] });
  return notChecked(['reach', 'mail-logs'], 'initiator-not-asked', { params });
};
