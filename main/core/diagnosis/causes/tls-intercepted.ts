import { stillCarries } from '../carries';
import { cause, type Judgement, type Situation } from '../cause';
import { isJustMade, namesMiddlebox } from '../compare-certificates';
import { confirmed, notChecked, ruledOut, suspected } from '../judgement';
import { type ShownThere, seenAtBothEnds, shownAt } from '../shown-certificates';
import { names } from '../signs';

const paramsOf = (situation: Situation, one: ShownThere | undefined, other?: ShownThere) => ({
  ...names(situation),
  subject: one?.certificate.subject ?? '',
  issuer: one?.certificate.issuer ?? '',
  since: one?.certificate.notBefore ?? '',
  other: other?.certificate.issuer ?? '',
});

/** The two ends of one way captured at the same time: what left one and what reached the other. */
const byBothEnds = (situation: Situation): Judgement | null => {
  const ends = seenAtBothEnds(situation);
  if (ends === null) return null;
  const cites = [ends.one.cite, ends.other.cite];
  const params = paramsOf(situation, ends.one, ends.other);
  if (ends.relation === 'same') return ruledOut(cites, 'same-at-both-ends', { params });
  const sure = ends.one.grade === 'measured' && ends.other.grade === 'measured';
  return confirmed(sure ? 'measured' : 'inferred', cites, 'changed-on-the-way', { params });
};

/** Of another vantage point it is known only that it was shown something else: a renewal or another host would do it too. */
const byVantage = (situation: Situation, shown: readonly ShownThere[]): Judgement | null => {
  const own = shown.find((one) => one.vantage === situation.initiator.name);
  const other = shown.find((one) => one.vantage !== situation.initiator.name);
  if (own === undefined || other === undefined) return null;
  const params = paramsOf(situation, own, other);
  const cites = [own.cite, other.cite];
  return own.certificate.sha256 === other.certificate.sha256
    ? { ...notChecked(['capture'], 'same-from-both', { params }), against: cites }
    : suspected(cites, 'differs-by-vantage', { params, ask: ['capture'] });
};

/** What a certificate says of itself. Recalled signs, so never more than a suspicion. */
const byWords = (situation: Situation, shown: readonly ShownThere[]): Judgement | null => {
  const named = shown.find((one) => namesMiddlebox(one.certificate));
  const made = shown.find(isJustMade);
  const one = named ?? made;
  if (one === undefined) return null;
  const params = { ...paramsOf(situation, one), vantage: one.vantage };
  return suspected([one.cite], named ? 'names-a-middlebox' : 'just-made', { params, ask: ['capture', 'mail-logs'] });
};

const judge = (situation: Situation): Judgement => {
  const shown = shownAt(situation);
  const said = byBothEnds(situation);
  if (said !== null) return said;
  const carried = stillCarries(situation);
  // A message carried means that the initiator accepted what it was shown.
  if (carried) return ruledOut([carried.cite], 'carried-through', { params: paramsOf(situation, shown[0]) });
  return (
    byWords(situation, shown) ??
    byVantage(situation, shown) ??
    notChecked(['capture', 'tls-offer'], 'one-vantage-only', { params: paramsOf(situation, shown[0]) })
  );
};

/** A device on the way ends TLS and shows a certificate of its own. Source: domain page, group C (inferred), section 4. */
export const tlsIntercepted = cause({
  code: 'tls-intercepted',
  flows: ['esa-to-sma', 'sma-to-esa'],
  whenEnabling: true,
  layer: 'certificate',
  severity: 'error',
  explains: ['tls-certificate-not-cpq', 'queue-backlog', 'enable-button-greyed', 'message-bounced'],
  place: { at: 'middle', glyph: 'wall' },
  source: ['TechNote 200068'],
  remedy: [
    { step: 'capture-at-both-ends', at: null, where: 'people', command: null, effect: 'reads', risk: 'none' },
    { step: 'exempt-from-decryption', at: null, where: 'network', command: null, effect: 'changes', risk: 'low' },
    {
      step: 'see-tls-succeed',
      at: 'initiator',
      where: 'initiator-cli',
      command: 'grep -e "port {{port}}" mail_logs',
      effect: 'reads',
      risk: 'none',
    },
  ],
  judge,
});
