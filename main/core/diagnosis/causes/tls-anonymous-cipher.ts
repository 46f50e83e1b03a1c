import { withoutAnonymous } from '../../ciphers';
import { gradeOf } from '../captured';
import { type CapturedSuite, capturedSuite, verifiedAnonymous } from '../captured-suite';
import { stillCarries } from '../carries';
import { cause, type Judgement, type Situation } from '../cause';
import { cipherWhatIf } from '../cipher-what-if';
import { cite, confirmed, notChecked, ruledOut, suspected } from '../judgement';
import { outboundCites } from '../list-cites';
import { decide, names, presentGrounds } from '../signs';
import { type InitiatorOffer, offerOf, probesByOffer, withholds } from '../tls-rule';

/** Its list gives no anonymous suite, and that is known and not assumed. */
const admitsNone = ({ anonymous, neverAnonymous, sure }: InitiatorOffer): boolean =>
  anonymous.length === 0 && (neverAnonymous || sure);

const repairOf = (offer: InitiatorOffer): string => (admitsNone(offer) ? offer.list : withoutAnonymous(offer.list));

const paramsOf = (situation: Situation, offer: InitiatorOffer | null, cipher: string | null) => ({
  ...names(situation),
  list: offer?.list ?? '',
  repaired: offer === null ? '' : repairOf(offer),
  generation: offer?.generation ?? '',
  cipher: cipher ?? '',
});

/** What the order of the list rests on, where it is not known for sure: a release, the oldest of all, or signs. */
const pickedIf = ({ by }: InitiatorOffer): string => {
  if (by === 'release') return 'picked-if-offered';
  if (by === 'nothing') return 'picked-if-oldest';
  return 'picked-if-read';
};

const certificateIf = ({ by }: InitiatorOffer): string => {
  if (by === 'release') return 'certificate-if-offered';
  if (by === 'nothing') return 'certificate-if-oldest';
  return 'certificate-if-read';
};

/** What the listener picked for the initiator's own list, judged with the certainty of that list's meaning. */
const judgeOwn = (situation: Situation, offer: InitiatorOffer): Judgement | null => {
  const { own } = probesByOffer(situation, offer);
  if (own?.data.negotiated == null) return null;
  const { cipher, anonymous } = own.data.negotiated;
  const params = paramsOf(situation, offer, cipher);
  const cites = [
    cite(own, (quote) => quote.quote.includes(cipher)),
    ...outboundCites(situation, offer.list),
    ...offer.cites,
  ];
  if (anonymous) {
    // From OpenSSL 1.1 on these suites are never offered, whatever the list says; which release links which is mostly
    // inferred, and then the handshake only shows what would happen (domain page, section 6).
    return offer.sure && !withholds(offer.generation)
      ? confirmed('measured', cites, 'picked-for-this-list', { params })
      : suspected(cites, pickedIf(offer), { params, ask: ['mail-logs'] });
  }
  return offer.sure || offer.neverAnonymous
    ? ruledOut(cites, 'certificate-for-this-list', { params })
    : { ...notChecked(['mail-logs', 'version'], certificateIf(offer), { params }), against: cites };
};

/** The first that is confirmed, else the first that says anything. */
const surer = (one: Judgement | null, other: Judgement | null): Judgement | null =>
  one?.status === 'confirmed' ? one : other?.status === 'confirmed' ? other : (one ?? other);

const byLog = (situation: Situation, offer: InitiatorOffer | null, own: Judgement | null): Judgement | null => {
  const present = presentGrounds(situation, 'tls-anonymous-cipher');
  if (present.length === 0) return null;
  const agreed = own?.status === 'confirmed' || own?.status === 'suspected';
  const listCites = offer === null ? [] : [...outboundCites(situation, offer.list), ...offer.cites];
  const cites = [...present.map((one) => one.cite), ...(agreed ? own.cites : listCites)];
  const params = { ...paramsOf(situation, offer, null), ...(agreed ? own.because.params : {}) };
  const sure = decide(present) || own?.status === 'confirmed';
  return confirmed(sure ? 'sourced' : 'inferred', cites, agreed ? 'log-and-probe' : 'log-says', {
    params,
    ask: sure ? [] : ['cipher-lists', 'tls-offer'],
    against: agreed ? [] : [...(own?.cites ?? []), ...(own?.against ?? [])],
  });
};

/**
 * The initiator's own packets: whatever a list becomes, this is what was picked. Where its present list cannot have
 * offered it, or the listener answers that list with a certificate now, the capture may be of another time.
 */
const byCapture = (
  situation: Situation,
  seen: CapturedSuite | null,
  offer: InitiatorOffer | null,
  own: Judgement | null,
): Judgement | null => {
  if (seen?.outcome !== 'anonymous') return null;
  const params = paramsOf(situation, offer, seen.cipher);
  if (offer !== null && admitsNone(offer)) {
    const against = outboundCites(situation, offer.list);
    return suspected(seen.cites, 'picked-in-older-capture', { params, against, ask: ['mail-logs'] });
  }
  if (own?.status === 'ruled-out')
    return suspected(seen.cites, 'picked-in-capture', { params, against: own.cites, ask: ['mail-logs'] });
  const said = { params, ask: gradeOf(seen.captured) === 'measured' ? [] : ['mail-logs'] };
  return confirmed(gradeOf(seen.captured), seen.cites, 'picked-in-capture', said);
};

const judgeWith = (situation: Situation, offer: InitiatorOffer | null): Judgement => {
  const own = offer === null ? null : judgeOwn(situation, offer);
  const params = paramsOf(situation, offer, null);
  const seen = capturedSuite(situation);
  const said = surer(byCapture(situation, seen, offer, own), byLog(situation, offer, own));
  if (said !== null && own?.status !== 'confirmed') return said;
  if (said?.status === 'confirmed') return said;
  if (seen?.outcome === 'authenticated' && seen.captured.newest === true)
    return ruledOut(seen.cites, 'certificate-in-capture', { params: { ...params, cipher: seen.cipher } });
  if (own?.status === 'confirmed') return own;
  const carried = stillCarries(situation);
  // A message carried means a certificate was checked: better than any guess at what the list becomes.
  if (carried) return ruledOut([carried.cite], 'carried-through', { params, against: own?.cites ?? [] });
  const hint = verifiedAnonymous(situation);
  if (hint !== null && own?.status !== 'suspected')
    return suspected([hint.cite], 'picked-in-tlsverify', {
      params: { ...params, cipher: hint.cipher },
      ask: ['mail-logs'],
    });
  if (own !== null) return own;
  const listCites = offer === null ? [] : [...outboundCites(situation, offer.list), ...offer.cites];
  if (offer !== null && admitsNone(offer)) return ruledOut(listCites, 'list-admits-none', { params });
  const { any } = probesByOffer(situation, offer);
  if (any?.data.negotiated?.anonymous && any.data.authenticatedAccepted === false) {
    return suspected([cite(any)], 'only-anonymous-answered', {
      params: { ...params, cipher: any.data.negotiated.cipher },
      ask: ['cipher-lists', 'mail-logs'],
    });
  }
  if (offer !== null && offer.anonymous.length > 0)
    return suspected(listCites, 'list-admits', { params, ask: ['tls-offer', 'mail-logs'] });
  return notChecked(['cipher-lists', 'tls-offer', 'mail-logs'], 'list-unknown', { params });
};

/** With a fault goes what its repair would change. */
const judge = (situation: Situation): Judgement => {
  const offer = offerOf(situation);
  const found = judgeWith(situation, offer);
  const present = found.status === 'confirmed' || found.status === 'suspected';
  const whatIf = present && offer !== null ? cipherWhatIf(situation, offer) : null;
  return whatIf === null ? found : { ...found, whatIf };
};

/** An anonymous suite was negotiated, so there is no certificate to check. Sources: TechNotes 200068, 117864. */
export const tlsAnonymousCipher = cause({
  code: 'tls-anonymous-cipher',
  flows: ['esa-to-sma', 'sma-to-esa'],
  whenEnabling: true,
  layer: 'cipher',
  severity: 'error',
  explains: ['queue-backlog', 'enable-button-greyed', 'message-bounced'],
  excludes: ['tls-certificate-not-cpq', 'tls-intercepted', 'tls-no-common-cipher'],
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
