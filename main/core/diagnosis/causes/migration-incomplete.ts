import { stillCarries } from '../carries';
import { cause } from '../cause';
import { notChecked, ruledOut, suspected } from '../judgement';
import { said } from '../reported';
import { names } from '../signs';

/** The migration wizard of the SMA was not run or not finished. TechNotes 118026, 118461; the page's words are the only sign. */
export const migrationIncomplete = cause({
  code: 'migration-incomplete',
  flows: ['esa-to-sma'],
  whenEnabling: true,
  layer: 'system',
  severity: 'error',
  explains: ['enable-button-greyed'],
  place: null,
  source: ['TechNote 118026', 'TechNote 118461'],
  remedy: [
    { step: 'look-at-action-required', at: 'sma', where: 'sma-gui', command: null, effect: 'reads', risk: 'none' },
    { step: 'finish-wizard', at: 'sma', where: 'sma-gui', command: null, effect: 'changes', risk: 'medium' },
    { step: 'see-button', at: 'esa', where: 'esa-gui', command: null, effect: 'reads', risk: 'none' },
  ],
  arises: ({ answers }) => answers.direction === 'enable-disabled',
  judge(situation) {
    const params = names(situation);
    const reported = said(situation, 'not-ready');
    const carried = stillCarries(situation);
    if (reported.length > 0) return suspected(reported, 'engineer-saw', { params });
    if (carried) return ruledOut([carried.cite], 'carried-through', { params });
    return notChecked(['engineer-words'], 'not-asked', { params });
  },
});
