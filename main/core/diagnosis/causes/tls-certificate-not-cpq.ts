import { stillCarries } from '../carries';
import { cause } from '../cause';
import { cite, confirmed, notChecked, ruledOut } from '../judgement';
import { names, presentGrounds } from '../signs';
import { offerOf, probesByOffer } from '../tls-rule';

/** The responder shows another certificate than AsyncOS's hidden one, whose contents no public source gives. TechNote 200068. */
export const tlsCertificateNotCpq = cause({
  code: 'tls-certificate-not-cpq',
  flows: ['esa-to-sma', 'sma-to-esa'],
  whenEnabling: true,
  layer: 'certificate',
  severity: 'error',
  explains: ['queue-backlog', 'enable-button-greyed', 'message-bounced'],
  place: { at: 'far-handshake', glyph: 'lock' },
  source: ['TechNote 200068'],
  remedy: [
    { step: 'compare-certificates', at: null, where: 'people', command: null, effect: 'reads', risk: 'none' },
    {
      step: 'remove-what-stands-between',
      at: null,
      where: 'network',
      command: null,
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
  judge(situation) {
    const { own, any } = probesByOffer(situation, offerOf(situation));
    const probe = own ?? any;
    const shown = probe?.data.certificate;
    const params = { ...names(situation), subject: shown?.subject ?? '', issuer: shown?.issuer ?? '' };
    const present = presentGrounds(situation, 'tls-certificate-not-cpq');
    const seen = probe && shown ? [cite(probe, (quote) => /certificate subject|ServerHello/i.test(quote.quote))] : [];
    if (present.length > 0) {
      // The words of a failed verification are recalled, not sourced; an authenticated suite makes them likelier.
      return confirmed(
        'inferred',
        [...present.map((one) => one.cite), ...seen],
        probe?.data.negotiated && !probe.data.negotiated.anonymous ? 'rejected-with-certificate' : 'log-suggests',
        { params, ask: ['tls-offer', 'cipher-lists'] },
      );
    }
    const carried = stillCarries(situation);
    if (carried) return ruledOut([carried.cite], 'carried-through', { params });
    return notChecked(['mail-logs', 'tls-offer'], 'no-reference', { params });
  },
});
