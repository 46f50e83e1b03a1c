import { cause, type Judgement, type Situation } from '../cause';
import { cite, confirmed, notChecked, ruledOut, suspected } from '../judgement';
import { outboundCites } from '../list-cites';
import { groundsFor, names } from '../signs';
import { offerOf, probesByOffer, tlsWorked } from '../tls-rule';

const judge = (situation: Situation): Judgement => {
  const offer = offerOf(situation);
  const params = { ...names(situation), list: offer?.list ?? '' };
  const present = groundsFor(situation, 'tls-no-common-cipher').filter((one) => !one.ground.history);
  const { own } = probesByOffer(situation, offer);
  const listCites = offer === null ? [] : outboundCites(situation, offer.list);
  if (present.length > 0) {
    const decides = present.some((one) => one.ground.strength === 'decides');
    const cites = present.map((one) => one.cite);
    return decides
      ? confirmed('measured', cites, 'log-says', { params })
      : suspected(cites, 'log-suggests', { params, ask: ['mail-logs', 'tls-offer'] });
  }
  if (own?.data.negotiated)
    return ruledOut([cite(own), ...listCites], 'agreed-on-a-suite', {
      params: { ...params, cipher: own.data.negotiated.cipher },
    });
  const alert = own?.data.failure;
  if (own && alert?.code === 'tls-alert' && /handshake_failure|40/.test(alert.detail)) {
    return confirmed('measured', [cite(own), ...listCites], 'refused-this-list', { params });
  }
  const worked = tlsWorked(situation);
  if (worked) return ruledOut([worked.cite], 'carried-through', { params });
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
