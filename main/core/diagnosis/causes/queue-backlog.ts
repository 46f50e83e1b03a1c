import { stillCarries } from '../carries';
import { cause, type Situation } from '../cause';
import { cite, confirmed, notChecked, ruledOut, suspected } from '../judgement';
import { logsOf, names, presentGrounds, waiting } from '../signs';

/** A log file that was read whole knows how long each message waits; the lines of a grep do not. */
const logFindsNone = (situation: Situation): boolean => {
  const [log] = logsOf(situation, situation.initiator);
  return log?.how === 'material' && presentGrounds(situation, 'queue-backlog').length === 0;
};

/** One look cannot tell a queue that falls from one that grows, and a message under way is no backlog. */
const isPassing = (situation: Situation, recipients: number): boolean => recipients === 1 || logFindsNone(situation);

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
    const present = presentGrounds(situation, 'queue-backlog').map((one) => one.cite);
    if (queue?.recipients) {
      const carried = stillCarries(situation);
      if (!carried) return confirmed('sourced', [...row, ...present], 'waiting', { params });
      const cites = [...row, ...present, carried.cite];
      if (present.length > 0) return confirmed('sourced', cites, 'waiting-while-delivering', { params });
      return isPassing(situation, queue.recipients)
        ? notChecked(['queue'], 'one-look', { params })
        : suspected(cites, 'waiting-while-delivering', { params, ask: ['queue'] });
    }
    if (queue?.recipients === 0) return ruledOut(row, 'nothing-waits', { params });
    if (present.length > 0) return suspected(present, 'log-counts', { params, ask: ['queue'] });
    return notChecked(['queue'], queue ? 'not-in-list' : 'queue-not-asked', { params });
  },
});
