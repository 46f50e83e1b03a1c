import { cause, type Judgement, type Situation } from '../cause';
import { cite, confirmed, notChecked, ruledOut, suspected } from '../judgement';
import { outboundCites } from '../list-cites';
import { groundsFor, names } from '../signs';
import { type InitiatorOffer, offerOf, probesByOffer, tlsWorked } from '../tls-rule';

const paramsOf = (situation: Situation, offer: InitiatorOffer | null, cipher: string | null) => ({
  ...names(situation),
  list: offer?.list ?? '',
  repaired: offer === null ? '' : `${offer.list}:-aNULL`,
  generation: offer?.generation ?? '',
  cipher: cipher ?? '',
});

/** What the listener picked for the initiator's own list, judged with the certainty of that list's order. */
const judgeOwn = (situation: Situation, offer: InitiatorOffer): Judgement | null => {
  const { own } = probesByOffer(situation, offer);
  if (own === null) return null;
  const params = paramsOf(situation, offer, own.data.negotiated?.cipher ?? null);
  const cites = [
    cite(own, (quote) => quote.quote.includes(own.data.negotiated?.cipher ?? '\0')),
    ...outboundCites(situation, offer.list),
  ];
  if (own.data.negotiated?.anonymous) {
    // Where the listener has nothing but anonymous suites, the order of the list does not matter.
    const certain = own.data.authenticatedAccepted === false || offer.generationIs === 'sourced';
    const neverOffered = offer.generation === '1.1.1' || offer.generation === '3.0';
    return certain && !neverOffered
      ? confirmed('measured', cites, 'picked-for-this-list', { params })
      : suspected(cites, 'picked-if-offered', { params, ask: ['mail-logs'] });
  }
  return own.data.negotiated ? ruledOut(cites, 'certificate-for-this-list', { params }) : null;
};

const judge = (situation: Situation): Judgement => {
  const offer = offerOf(situation);
  const grounds = groundsFor(situation, 'tls-anonymous-cipher');
  const present = grounds.filter((one) => !one.ground.history);
  const own = offer === null ? null : judgeOwn(situation, offer);
  const params = paramsOf(situation, offer, null);
  const listCites = offer === null ? [] : outboundCites(situation, offer.list);
  if (present.length > 0) {
    const decides = present.some((one) => one.ground.strength === 'decides' && one.ground.grade === 'sourced');
    const agreed = own?.status === 'confirmed' || own?.status === 'suspected';
    const cites = [...present.map((one) => one.cite), ...(own?.cites ?? listCites)];
    return confirmed(
      decides || own?.status === 'confirmed' ? 'sourced' : 'inferred',
      cites,
      agreed ? 'log-and-probe' : 'log-says',
      { params: { ...params, ...own?.because.params }, ask: ['cipher-lists', 'tls-offer'] },
    );
  }
  if (own !== null) return own;
  const worked = tlsWorked(situation);
  if (worked) return ruledOut([worked.cite], 'carried-through', { params });
  if (offer !== null && offer.anonymous.length === 0) return ruledOut(listCites, 'list-admits-none', { params });
  const { any } = probesByOffer(situation, offer);
  if (any?.data.negotiated?.anonymous && any.data.authenticatedAccepted === false) {
    return suspected([cite(any)], 'only-anonymous-answered', {
      params: { ...params, cipher: any.data.negotiated.cipher },
      ask: ['cipher-lists', 'mail-logs'],
    });
  }
  if (offer !== null) return suspected(listCites, 'list-admits', { params, ask: ['tls-offer', 'mail-logs'] });
  if (grounds[0]) return suspected([grounds[0].cite], 'was-so', { params, history: true });
  return notChecked(['cipher-lists', 'tls-offer', 'mail-logs'], 'list-unknown', { params });
};

/** An anonymous suite was negotiated, so there is no certificate to check. Sources: TechNotes 200068, 117864. */
export const tlsAnonymousCipher = cause({
  code: 'tls-anonymous-cipher',
  flows: ['esa-to-sma', 'sma-to-esa'],
  whenEnabling: true,
  layer: 'cipher',
  severity: 'error',
  explains: ['queue-backlog', 'enable-button-greyed', 'message-bounced'],
  excludes: ['tls-certificate-not-cpq', 'tls-no-common-cipher'],
  place: { at: 'near-handshake', glyph: 'lock' },
  source: ['TechNote 200068', 'TechNote 117864', 'TechNote 215282'],
  remedy: [
    {
      step: 'note-present-list',
      at: 'initiator',
      where: 'initiator-cli',
      command: 'sslconfig',
      effect: 'reads',
      risk: 'none',
    },
    {
      step: 'append-no-anonymous',
      at: 'initiator',
      where: 'initiator-cli',
      command: 'sslconfig',
      effect: 'changes',
      risk: 'medium',
    },
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
