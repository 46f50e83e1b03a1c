import { cause } from '../cause';
import { cite, confirmed, notChecked, ruledOut, suspected } from '../judgement';
import { groundsFor, logsOf, logsRead, names } from '../signs';

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
    const read = [...logsOf(situation, situation.initiator), ...logsOf(situation, situation.responder)];
    return logsRead(situation) && read.every((one) => one.quotes.length > 0)
      ? ruledOut(
          read.map((one) => cite(one)),
          'none-in-log',
          { params },
        )
      : notChecked(['mail-logs'], 'not-asked', { params });
  },
});
