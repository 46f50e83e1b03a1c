import { cause } from '../cause';
import { notChecked, suspected } from '../judgement';
import { alerted, said } from '../reported';
import { names } from '../signs';

const EXPIRED = /\b(?:licen[cs]e|licensing|feature key)\b.*\b(?:expired|lapsed|out of compliance)\b/i;

/** A service key or licence ran out. An expired outbreak licence ends new outbreak quarantining; the rest is unsourced. */
export const licenceLapsed = cause({
  code: 'licence-lapsed',
  flows: ['esa-to-sma', 'sma-to-esa'],
  whenEnabling: true,
  layer: 'evidence',
  severity: 'warning',
  explains: [],
  place: null,
  source: ['User guide 7.3 (outbreak licence)'],
  remedy: [
    { step: 'look-at-licences', at: null, where: 'initiator-gui', command: null, effect: 'reads', risk: 'none' },
    { step: 'renew', at: null, where: 'people', command: null, effect: 'changes', risk: 'low' },
    { step: 'see-licences', at: null, where: 'initiator-gui', command: null, effect: 'reads', risk: 'none' },
  ],
  judge(situation) {
    const params = names(situation);
    const stored = [situation.initiator, situation.responder].flatMap((one) => alerted(situation, one, EXPIRED));
    const reported = said(situation, 'licence-expired');
    if (stored.length > 0) return suspected([...stored, ...reported], 'alert-says', { params });
    if (reported.length > 0) return suspected(reported, 'engineer-saw', { params, ask: ['alerts'] });
    return notChecked(['alerts'], 'not-asked', { params });
  },
});
