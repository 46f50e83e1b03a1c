import { stillCarries } from '../carries';
import { cause } from '../cause';
import { notChecked, ruledOut, suspected } from '../judgement';
import { alerted, said } from '../reported';
import { names } from '../signs';

/** Alerts at 75, 85 and 95 per cent (ESA user guide 8.0, p. 27-9; for the SMA inferred); the texts themselves are unsourced. */
const SPACE =
  /\bquarantine\b.*(?:\bfull\b|\b(?:75|85|9\d|100) ?(?:%|percent)|\bspace\b.*\b(?:exceed|exhaust|limit|low))/i;

/** The space of the central quarantines is used up. How the SMA answers then is inferred. */
export const quarantineDiskFull = cause({
  code: 'quarantine-disk-full',
  flows: ['esa-to-sma'],
  whenEnabling: false,
  layer: 'storage',
  severity: 'error',
  explains: ['queue-backlog', 'message-bounced', 'left-by-retention'],
  place: { at: 'far-socket', side: 'sma', glyph: 'cross' },
  source: ['ESA user guide 8.0, p. 27-9', 'SMA help (quarantine settings)'],
  remedy: [
    { step: 'look-at-fill', at: 'sma', where: 'sma-gui', command: null, effect: 'reads', risk: 'none' },
    { step: 'raise-quota', at: 'sma', where: 'sma-gui', command: null, effect: 'changes', risk: 'medium' },
    { step: 'see-queue-fall', at: 'esa', where: 'esa-cli', command: 'tophosts', effect: 'reads', risk: 'none' },
  ],
  judge(situation) {
    const params = names(situation);
    const stored = alerted(situation, situation.sma, SPACE);
    const reported = said(situation, 'quarantine-full');
    const carried = stillCarries(situation);
    if (carried) return ruledOut([carried.cite], 'carried-through', { params, against: [...stored, ...reported] });
    if (stored.length > 0) return suspected([...stored, ...reported], 'alert-says', { params, ask: ['queue'] });
    if (reported.length > 0) return suspected(reported, 'engineer-saw', { params, ask: ['alerts'] });
    return notChecked(['alerts', 'engineer-words'], 'not-asked', { params });
  },
});
