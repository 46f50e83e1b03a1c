import { cause } from '../cause';
import { cite, confirmed, notChecked, ruledOut, suspected } from '../judgement';
import { groundsFor, names } from '../signs';
import { offerOf, probesByOffer, tlsWorked } from '../tls-rule';

/** No TLS version in common. Sources: TechNotes 220516, 221918, 215282. */
export const tlsNoCommonProtocol = cause({
  code: 'tls-no-common-protocol',
  flows: ['esa-to-sma', 'sma-to-esa'],
  whenEnabling: true,
  layer: 'protocol',
  severity: 'error',
  explains: ['queue-backlog', 'enable-button-greyed', 'message-bounced'],
  excludes: ['tls-no-common-cipher', 'tls-certificate-not-cpq'],
  place: { at: 'far-handshake', glyph: 'lock' },
  source: ['TechNote 220516', 'TechNote 221918'],
  remedy: [
    {
      step: 'read-both-methods',
      at: 'initiator',
      where: 'initiator-cli',
      command: 'sslconfig',
      effect: 'reads',
      risk: 'none',
    },
    { step: 'enable-tls-1-2', at: null, where: 'initiator-cli', command: 'sslconfig', effect: 'changes', risk: 'low' },
    {
      step: 'see-tls-succeed',
      at: 'initiator',
      where: 'initiator-cli',
      command: 'grep -e "port {{port}}" mail_logs',
      effect: 'reads',
      risk: 'none',
    },
  ],
  judge(situation) {
    const params = names(situation);
    const present = groundsFor(situation, 'tls-no-common-protocol').filter((one) => !one.ground.history);
    if (present.length > 0) {
      const decides = present.some((one) => one.ground.strength === 'decides' && one.ground.grade === 'sourced');
      return confirmed(
        decides ? 'sourced' : 'inferred',
        present.map((one) => one.cite),
        'log-says',
        { params },
      );
    }
    const { own, any } = probesByOffer(situation, offerOf(situation));
    const probe = own ?? any;
    if (probe?.data.failure?.code === 'tls-alert' && /protocol_version|70/.test(probe.data.failure.detail)) {
      return suspected([cite(probe)], 'laptop-version-refused', { params, ask: ['cipher-lists', 'mail-logs'] });
    }
    const worked = tlsWorked(situation);
    if (worked) return ruledOut([worked.cite], 'carried-through', { params });
    if (own?.data.negotiated)
      return ruledOut([cite(own)], 'agreed-on-a-version', {
        params: { ...params, protocol: own.data.negotiated.protocol },
      });
    return notChecked(['mail-logs', 'tls-offer'], 'not-asked', { params });
  },
});
