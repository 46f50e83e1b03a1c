import { cause } from '../cause';
import { confirmed, notChecked, suspected } from '../judgement';
import { lifeIn, said } from '../reported';
import { names } from '../signs';

/** Released from one quarantine and still held in another: delivered only when released from all. User guide 9.8, p. 31-13. That no line follows is an absence, so it never confirms. */
export const heldInOtherQuarantine = cause({
  code: 'held-in-other-quarantine',
  flows: ['sma-to-esa'],
  whenEnabling: false,
  layer: 'evidence',
  severity: 'info',
  explains: [],
  place: null,
  source: ['User guide 9.8, p. 31-13'],
  remedy: [
    { step: 'look-at-others', at: 'sma', where: 'sma-gui', command: null, effect: 'reads', risk: 'none' },
    { step: 'ask-owner', at: 'sma', where: 'people', command: null, effect: 'reads', risk: 'none' },
    {
      step: 'see-released-from-all',
      at: 'sma',
      where: 'sma-cli',
      command: 'grep -e "from all quarantines" mail_logs',
      effect: 'reads',
      risk: 'none',
    },
  ],
  judge(situation) {
    const params = names(situation);
    const [found] = lifeIn(situation, situation.sma, 'held');
    const reported = said(situation, 'other-quarantine');
    if (found === undefined && reported.length > 0) return suspected(reported, 'engineer-saw', { params });
    if (found === undefined) return notChecked(['mail-logs'], 'not-asked', { params });
    return confirmed('inferred', [found.cite], 'log-tells', { params: { ...params, count: String(found.count) } });
  },
});
