import { cause } from '../cause';
import { confirmed, notChecked, ruledOut, suspected } from '../judgement';
import { groundsFor, logsRead, names, successesIn } from '../signs';

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
    const grounds = groundsFor(situation, 'message-bounced');
    const present = grounds.filter((one) => !one.ground.history);
    if (present.length > 0)
      return confirmed(
        'sourced',
        present.map((one) => one.cite),
        'log-says',
        { params: { ...params, count: String(present[0]?.ground.count ?? 1) } },
      );
    if (grounds[0]) return suspected([grounds[0].cite], 'was-so', { params, history: true });
    const [success] = successesIn(situation);
    if (logsRead(situation) && success) return ruledOut([success.cite], 'none-in-log', { params });
    return notChecked(['mail-logs'], 'not-asked', { params });
  },
});
