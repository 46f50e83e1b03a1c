import { gradeOf } from '../captured';
import { capturedSuite } from '../captured-suite';
import { stillCarries } from '../carries';
import { type Cite, cause, type Judgement, type Situation } from '../cause';
import { cite, confirmed, notChecked, ruledOut, suspected } from '../judgement';
import { outboundCites } from '../list-cites';
import { citeAlert } from '../probe-cites';
import { decide, names, presentGrounds } from '../signs';
import { offerOf, probesByOffer } from '../tls-rule';

/**
 * The initiator's own packets: its own offer, and the alert it got for it, or the suite. `agrees`: the listener agrees
 * on a suite for its very list now, so a refusal may be of another time.
 */
const byCapture = (situation: Situation, params: Record<string, string>, agrees: Cite | null): Judgement | null => {
  const seen = capturedSuite(situation);
  if (seen === null) return null;
  const said = { params: { ...params, cipher: seen.cipher } };
  if (seen.outcome === 'refused' && agrees !== null)
    return suspected(seen.cites, 'refused-in-capture', { ...said, against: [agrees], ask: ['mail-logs'] });
  if (seen.outcome === 'refused') return confirmed(gradeOf(seen.captured), seen.cites, 'refused-in-capture', said);
  return seen.captured.newest === true ? ruledOut(seen.cites, 'agreed-in-capture', said) : null;
};

const judge = (situation: Situation): Judgement => {
  const offer = offerOf(situation);
  const params = { ...names(situation), list: offer?.list ?? '' };
  const present = presentGrounds(situation, 'tls-no-common-cipher');
  const sure = offer?.sure === true;
  const { own } = probesByOffer(situation, offer);
  const picked = sure ? own?.data.negotiated?.cipher : undefined;
  const agrees = own && picked !== undefined ? cite(own, (quote) => quote.quote.includes(picked)) : null;
  const captured = byCapture(situation, params, agrees);
  if (captured?.status === 'confirmed') return captured;
  const listCites = offer === null ? [] : outboundCites(situation, offer.list);
  const alert = own?.data.failure;
  const refused = alert?.code === 'tls-alert' && /handshake_failure|\b40\b/.test(alert.detail) ? own : null;
  if (present.length > 0) {
    const lines = present.map((one) => one.cite);
    // OpenSSL's words behind `TLS failed` are known from OpenSSL, not read in a mail log: with the handshake they decide,
    // where it offered what the initiator offers, and not only what its release is assumed to make of the list.
    if (decide(present) || (refused && (sure || offer?.alike)))
      return confirmed('measured', [...lines, ...(refused ? [citeAlert(refused), ...listCites] : [])], 'log-says', {
        params,
      });
    const cites = refused ? [...lines, citeAlert(refused)] : lines;
    return suspected(cites, 'log-suggests', { params, ask: ['cipher-lists', 'tls-offer'] });
  }
  if (captured !== null) return captured;
  const carried = stillCarries(situation);
  if (refused && (sure || !carried)) {
    // A message that the initiator carried with this responder weighs against what this laptop alone is answered.
    const decides = sure && carried === null;
    return confirmed(decides ? 'measured' : 'inferred', [citeAlert(refused), ...listCites], 'refused-this-list', {
      params,
      ask: decides ? [] : ['mail-logs'],
      against: carried ? [carried.cite] : [],
    });
  }
  if (carried) return ruledOut([carried.cite], 'carried-through', { params });
  if (own?.data.negotiated) {
    const agreed = { params: { ...params, cipher: own.data.negotiated.cipher } };
    const cites = [cite(own, (quote) => quote.quote.includes(agreed.params.cipher)), ...listCites];
    return sure
      ? ruledOut(cites, 'agreed-on-a-suite', agreed)
      : { ...notChecked(['mail-logs', 'version'], 'agreed-if-offered', agreed), against: cites };
  }
  return notChecked(['cipher-lists', 'tls-offer', 'mail-logs'], 'list-unknown', { params });
};

/** Initiator and responder share no cipher suite. Source: TechNote 117855. */
export const tlsNoCommonCipher = cause({
  code: 'tls-no-common-cipher',
  flows: ['esa-to-sma', 'sma-to-esa'],
  whenEnabling: true,
  layer: 'cipher',
  severity: 'error',
  explains: ['queue-backlog', 'enable-button-greyed', 'message-bounced'],
  excludes: ['tls-certificate-not-cpq'],
  place: { at: 'far-handshake', glyph: 'lock' },
  source: ['TechNote 117855'],
  remedy: [
    {
      step: 'read-both-lists',
      at: 'initiator',
      where: 'initiator-cli',
      command: 'sslconfig',
      effect: 'reads',
      risk: 'none',
    },
    {
      step: 'widen-narrower-list',
      at: null,
      where: 'initiator-cli',
      command: 'sslconfig',
      effect: 'changes',
      risk: 'low',
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
