import { stillCarries } from '../carries';
import { cause } from '../cause';
import { cite, confirmed, notChecked, ruledOut, suspected } from '../judgement';
import { decide, names, presentGrounds, waiting } from '../signs';

/** Queued copies reached the end of their retries. TechNote 118410 (72 h or 100 attempts under the Default bounce profile). */
export const messageBounced = cause({
  code: 'message-bounced',
  flows: ['esa-to-sma', 'sma-to-esa'],
  whenEnabling: false,
  layer: 'consequence',
  severity: 'error',
  explains: [],
  symptomOnly: true,
  place: null,
  source: ['TechNote 118410'],
  remedy: [
    {
      step: 'list-bounced',
      at: 'initiator',
      where: 'initiator-cli',
      command: 'grep -e "Bounced" mail_logs',
      effect: 'reads',
      risk: 'none',
    },
    { step: 'end-upstream-cause', at: null, where: 'people', command: null, effect: 'reads', risk: 'none' },
  ],
  judge(situation) {
    const params = names(situation);
    const present = presentGrounds(situation, 'message-bounced');
    if (present.length > 0)
      return confirmed(
        decide(present) ? 'sourced' : 'inferred',
        present.map((one) => one.cite),
        'log-says',
        { params: { ...params, count: String(present[0]?.ground.count ?? 1) } },
      );
    // A grep for the quarantine's own lines cannot show that nothing bounced; the counter of its queue can.
    const queue = waiting(situation);
    const row = queue ? [cite(queue.seen, (quote) => quote.quote.includes(queue.host))] : [];
    const counted = queue?.row?.hardBounced ?? null;
    if (counted === null) return notChecked(['queue'], 'not-asked', { params });
    const said = { ...params, host: queue?.host ?? '', count: String(counted) };
    if (counted === 0) return ruledOut(row, 'none-counted', { params: said });
    // The counter does not say when: with deliveries since, it was before.
    return suspected(row, 'counted', { params: said, ask: ['mail-logs'], history: stillCarries(situation) !== null });
  },
});
