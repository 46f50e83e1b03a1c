import { stillCarries } from '../carries';
import { cause } from '../cause';
import { cite, confirmed, notChecked, ruledOut, suspected } from '../judgement';
import { methodCites } from '../list-cites';
import { decide, names, presentGrounds } from '../signs';
import { offerOf, offersVersion, probesByOffer } from '../tls-rule';

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
    const present = presentGrounds(situation, 'tls-no-common-protocol');
    if (present.length > 0)
      return confirmed(
        decide(present) ? 'sourced' : 'inferred',
        present.map((one) => one.cite),
        'log-says',
        { params, ask: ['cipher-lists', 'tls-offer'] },
      );
    const carried = stillCarries(situation);
    if (carried) return ruledOut([carried.cite], 'carried-through', { params });
    const { own, any } = probesByOffer(situation, offerOf(situation));
    const probe = own ?? any;
    if (probe?.data.failure?.code === 'tls-alert' && /protocol_version|\b70\b/.test(probe.data.failure.detail)) {
      return suspected([cite(probe)], 'laptop-version-refused', { params, ask: ['cipher-lists', 'mail-logs'] });
    }
    const agreed = probe?.data.negotiated;
    if (agreed) {
      const said = { params: { ...params, protocol: agreed.protocol } };
      // The versions are this laptop's: they count where the initiator's own method names the one agreed on.
      return offersVersion(situation, agreed.protocol)
        ? ruledOut([cite(probe), ...methodCites(situation)], 'agreed-on-a-version', said)
        : { ...notChecked(['cipher-lists', 'mail-logs'], 'agreed-with-laptop', said), against: [cite(probe)] };
    }
    return notChecked(['mail-logs', 'tls-offer'], 'not-asked', { params });
  },
});
