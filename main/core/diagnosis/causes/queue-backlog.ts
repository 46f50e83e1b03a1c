import { cause } from '../cause';
import { cite, confirmed, notChecked, ruledOut, suspected } from '../judgement';
import { groundsFor, names, successesIn, waiting } from '../signs';

/** Messages wait in the pseudo destination. A consequence, unless nothing upstream is even suspected. TechNotes 200068, 215929. */
export const queueBacklog = cause({
  code: 'queue-backlog',
  flows: ['esa-to-sma', 'sma-to-esa'],
  whenEnabling: false,
  layer: 'consequence',
  severity: 'warning',
  explains: [],
  symptomOnly: true,
  place: null,
  source: ['TechNote 200068', 'TechNote 215929'],
  remedy: [
    {
      step: 'find-what-holds-it',
      at: 'initiator',
      where: 'initiator-cli',
      command: 'grep -e "port {{port}}" mail_logs',
      effect: 'reads',
      risk: 'none',
    },
    {
      step: 'see-queue-fall',
      at: 'initiator',
      where: 'initiator-cli',
      command: 'tophosts',
      effect: 'reads',
      risk: 'none',
    },
  ],
  judge(situation) {
    const queue = waiting(situation);
    const params = { ...names(situation), host: queue?.host ?? '', count: String(queue?.recipients ?? '?') };
    const row = queue ? [cite(queue.seen, (quote) => quote.quote.includes(queue.host))] : [];
    const grounds = groundsFor(situation, 'queue-backlog');
    const present = grounds.filter((one) => !one.ground.history).map((one) => one.cite);
    if (queue?.recipients) {
      const [success] = successesIn(situation);
      return confirmed(
        'sourced',
        [...row, ...present, ...(success ? [success.cite] : [])],
        success ? 'waiting-while-delivering' : 'waiting',
        { params },
      );
    }
    if (queue?.recipients === 0) return ruledOut(row, 'nothing-waits', { params });
    if (present.length > 0) return suspected(present, 'log-counts', { params, ask: ['queue'] });
    if (grounds[0]) return suspected([grounds[0].cite], 'was-so', { params, history: true });
    return notChecked(['queue'], queue ? 'not-in-list' : 'queue-not-asked', { params });
  },
});
