import { cause } from '../cause';
import { confirmed, notChecked, suspected } from '../judgement';
import { lifeIn, said } from '../reported';
import { names } from '../signs';

/** Messages land in the system quarantine Unclassified: an action names one that does not exist centrally. User guide 9.1.2 for its existence, the rest recalled. */
export const quarantineUnclassified = cause({
  code: 'quarantine-unclassified',
  flows: ['esa-to-sma'],
  whenEnabling: false,
  layer: 'evidence',
  severity: 'warning',
  explains: [],
  place: null,
  source: ['User guide 9.1.2, p. 796'],
  remedy: [
    { step: 'look-at-actions', at: 'esa', where: 'esa-gui', command: null, effect: 'reads', risk: 'none' },
    { step: 'create-quarantine', at: 'sma', where: 'sma-gui', command: null, effect: 'changes', risk: 'low' },
    {
      step: 'see-none-new',
      at: 'sma',
      where: 'sma-cli',
      command: 'grep -e "quarantined to" mail_logs',
      effect: 'reads',
      risk: 'none',
    },
  ],
  judge(situation) {
    const params = names(situation);
    const [found] = lifeIn(situation, situation.sma, 'unclassified');
    const reported = said(situation, 'unclassified');
    if (found === undefined && reported.length > 0)
      return suspected(reported, 'engineer-saw', { params, ask: ['mail-logs'] });
    if (found === undefined) return notChecked(['mail-logs'], 'not-asked', { params });
    return confirmed('inferred', [found.cite], 'log-tells', { params: { ...params, count: String(found.count) } });
  },
});
