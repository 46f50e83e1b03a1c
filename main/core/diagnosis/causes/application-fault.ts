import { cause } from '../cause';
import { cite, confirmed, notChecked, ruledOut } from '../judgement';
import { logsOf, names, presentGrounds } from '../signs';

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
    const present = presentGrounds(situation, 'application-fault');
    if (present.length > 0)
      return confirmed(
        'sourced',
        present.map((one) => one.cite),
        'log-says',
        { params },
      );
    // Either side can crash: one log alone rules nothing out.
    const read = [situation.initiator, situation.responder].map((one) => logsOf(situation, one)[0]);
    const whole = read.every((one) => one !== undefined && one.quotes.length > 0);
    const cites = read.flatMap((one) => (one ? [cite(one)] : []));
    return whole ? ruledOut(cites, 'none-in-log', { params }) : notChecked(['mail-logs'], 'not-asked', { params });
  },
});
