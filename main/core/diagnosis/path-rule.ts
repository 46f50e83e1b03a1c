import { stillCarries } from './carries';
import type { Cite, Judgement, Situation } from './cause';
import { cite, confirmed, notChecked, ruledOut, suspected } from './judgement';
import { looksOf, type OwnLook } from './sights';
import { decide, listensItself, names, presentGrounds } from './signs';
import { type Meaning, meaningOf, reaches, type Sight, unseen } from './vantage-table';

/** How a connect ended, for the two causes that share the vantage table of the domain page, section 4. */
interface PathKind {
  readonly code: 'path-refused' | 'path-timeout';
  readonly arrival: 'refused' | 'timed-out';
}

/** The rows of the vantage table in which the initiator meets this end. */
const ROWS: Readonly<Record<PathKind['code'], readonly Meaning[]>> = {
  'path-refused': ['listener-down', 'initiator-rejected', 'initiator-refused'],
  'path-timeout': [
    'responder-silent',
    'initiator-filtered',
    'initiator-timed-out',
    'listener-down-and-initiator-filtered',
  ],
};

const lookFrom = (situation: Situation, kind: PathKind) => {
  const { own, laptop, laptopSight } = looksOf(situation);
  const listens = listensItself(situation);
  const present = presentGrounds(situation, kind.code);
  const others = presentGrounds(situation, kind.code === 'path-refused' ? 'path-timeout' : 'path-refused');
  const asLogged: Sight = { ...unseen, arrival: present.length > 0 ? kind.arrival : 'unknown' };
  return {
    own,
    laptop,
    meaning: meaningOf(own === null || own.sight.arrival === 'unknown' ? asLogged : own.sight, laptopSight),
    laptopSees: laptop && laptopSight.arrival === kind.arrival ? cite(laptop) : null,
    laptopReaches: laptop && reaches(laptopSight) ? cite(laptop) : null,
    listens: listens?.listens ? listens.cite : null,
    present,
    /** A reset or a time-out, whichever this kind is not: the other word of the same vantage point. */
    others,
  };
};
type Look = ReturnType<typeof lookFrom>;

const EVERYWHERE: readonly Meaning[] = ['listener-down', 'responder-silent'];

const keyOf = ({ meaning, listens }: Look): string => {
  if (meaning === 'initiator-rejected' || meaning === 'initiator-filtered') return 'initiator-only';
  if (listens) return 'listens-itself';
  if (meaning === 'listener-down-and-initiator-filtered') return 'listener-down-too';
  if (EVERYWHERE.includes(meaning)) return 'everywhere';
  return 'initiator-says';
};

const cites = (...some: readonly (Cite | null)[]): Cite[] => some.filter((one) => one !== null);

/** This laptop's word where it says the same, or is told apart in the same breath. */
const laptopAgrees = ({ meaning, laptop, laptopSees }: Look): Cite | null =>
  meaning === 'listener-down-and-initiator-filtered' && laptop ? cite(laptop) : laptopSees;

/** The initiator's connect and its log disagree: a connect by hand just now is newer than any log, a pasted one may not be. */
const disagree = (look: Look, own: OwnLook, params: Record<string, string>): Judgement => {
  const lines = look.present.map((one) => one.cite);
  return own.live
    ? suspected(lines, 'was-so', { params, history: true, against: [own.cite] })
    : suspected(lines, 'contradicted', { params, against: [own.cite], ask: ['reach', 'mail-logs'] });
};

/** Silence for the initiator while this laptop is refused: the listener is down and the initiator filtered (vantage table). */
const bothAtOnce = (look: Look, kind: PathKind): boolean => kind.code === 'path-refused' && look.laptopSees !== null;

const byOwn = (look: Look, kind: PathKind, params: Record<string, string>): Judgement | null => {
  const { own, present } = look;
  if (own === null || own.sight.arrival === 'unknown') return null;
  if (ROWS[kind.code].includes(look.meaning)) {
    const seen = [own.cite, ...present.map((one) => one.cite), ...cites(laptopAgrees(look))];
    const against = cites(look.laptopReaches, look.listens);
    return confirmed(own.grade, seen, keyOf(look), { params, against, ask: own.grade === 'measured' ? [] : ['reach'] });
  }
  // A log goes on to its end, a capture is a moment of it.
  if (present.length > 0) return own.by === 'telnet' ? disagree(look, own, params) : null;
  if (own.by === 'tlsverify') return null;
  if (reaches(own.sight)) return ruledOut([own.cite], 'initiator-reached', { params });
  // A reset is an answer, and silence is no reset: the same vantage point does not meet both at once.
  return bothAtOnce(look, kind) ? null : ruledOut([own.cite], 'ends-otherwise', { params });
};

const byLog = (look: Look, kind: PathKind, params: Record<string, string>): Judgement | null => {
  const { present, others, own } = look;
  const lines = present.map((one) => one.cite);
  const said = { ...params, count: String(present[0]?.ground.count ?? 1) };
  const against = cites(own && own.sight.arrival !== 'unknown' ? own.cite : null, look.laptopReaches, look.listens);
  if (decide(present)) return confirmed('sourced', lines, keyOf(look), { params: said, against });
  if (present.length > 0) return suspected(lines, 'log-suggests', { params: said, against, ask: ['reach'] });
  const otherwise = others.map((one) => one.cite);
  return decide(others) && !bothAtOnce(look, kind) ? ruledOut(otherwise, 'ends-otherwise', { params }) : null;
};

/**
 * Judges a connect that fails in one way. The initiator's own word decides (its `telnet`, its capture or its log); this
 * laptop alone never confirms. Source: domain page, vantage truth table.
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
