import { stillCarries } from '../carries';
import { cause } from '../cause';
import { cite, confirmed, notChecked, ruledOut, suspected } from '../judgement';
import { decide, names, presentGrounds, probesOf } from '../signs';
import { tlsTried } from '../tls-rule';

/** The listener, or something before it, does not offer STARTTLS. Source: TechNote 212587. */
export const starttlsMissing = cause({
  code: 'starttls-missing',
  flows: ['esa-to-sma', 'sma-to-esa'],
  whenEnabling: true,
  layer: 'starttls',
  severity: 'error',
  explains: ['queue-backlog', 'enable-button-greyed', 'message-bounced'],
  place: { at: 'far-handshake', glyph: 'lock' },
  source: ['TechNote 212587', 'TechNote 200068'],
  remedy: [
    { step: 'compare-ehlo', at: null, where: 'people', command: null, effect: 'reads', risk: 'none' },
    { step: 'let-starttls-through', at: null, where: 'network', command: null, effect: 'changes', risk: 'low' },
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
    const present = presentGrounds(situation, 'starttls-missing');
    const probe = probesOf(situation).find((one) => one.data.starttls !== null);
    const missing =
      probe?.data.failure && ['starttls-missing', 'starttls-refused'].includes(probe.data.failure.code)
        ? [cite(probe)]
        : [];
    if (present.length > 0)
      return confirmed(
        decide(present) ? 'sourced' : 'inferred',
        [...present.map((one) => one.cite), ...missing],
        'log-says',
        { params },
      );
    const carried = stillCarries(situation);
    if (carried) return ruledOut([carried.cite], 'carried-through', { params, against: missing });
    const tried = tlsTried(situation);
    if (tried) return ruledOut([tried], 'handshake-in-log', { params, against: missing });
    if (missing.length > 0) return suspected(missing, 'laptop-only', { params, ask: ['mail-logs'] });
    // What this laptop is offered need not reach the initiator (vantage truth table, eighth row).
    if (probe?.data.starttls) return { ...notChecked(['mail-logs'], 'offered', { params }), against: [cite(probe)] };
    return notChecked(['tls-offer', 'mail-logs'], 'not-asked', { params });
  },
});
