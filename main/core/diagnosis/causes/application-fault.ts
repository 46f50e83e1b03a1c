import { cause } from '../cause';
import { cite, confirmed, notChecked, ruledOut, suspected } from '../judgement';
import { groundsFor, logsOf, names } from '../signs';

/** A process of an appliance crashed. TechNote 200068 for the meaning; the text's shape from an alert of AsyncOS 16. */
export const applicationFault = cause({
  code: 'application-fault',
  flows: ['esa-to-sma', 'sma-to-esa'],
  whenEnabling: true,
  layer: 'message',
  severity: 'error',
  explains: ['queue-backlog'],
  place: { at: 'near-socket', glyph: 'cross' },
  source: ['TechNote 200068'],
  remedy: [
    {
      step: 'save-fault-texts',
      at: null,
      where: 'initiator-cli',
      command: 'grep -e "pplication fault" mail_logs',
      effect: 'reads',
      risk: 'none',
    },
    { step: 'open-tac-case', at: null, where: 'people', command: null, effect: 'reads', risk: 'none' },
  ],
  judge(situation) {
    const params = names(situation);
    const grounds = groundsFor(situation, 'application-fault');
    const present = grounds.filter((one) => !one.ground.history);
    if (present.length > 0)
      return confirmed(
        'sourced',
        present.map((one) => one.cite),
        'log-says',
        { params },
      );
    if (grounds[0]) return suspected([grounds[0].cite], 'was-so', { params, history: true });
    // Either side can crash: one log alone rules nothing out.
    const read = [situation.initiator, situation.responder].map((one) => logsOf(situation, one)[0]);
    const whole = read.every((one) => one !== undefined && one.quotes.length > 0);
    const cites = read.flatMap((one) => (one ? [cite(one)] : []));
    return whole ? ruledOut(cites, 'none-in-log', { params }) : notChecked(['mail-logs'], 'not-asked', { params });
  },
});
