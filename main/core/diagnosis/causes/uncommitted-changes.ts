import { observed } from '../../checks';
import { pendingChanges } from '../../checks/pending-changes';
import { stillCarries } from '../carries';
import { cause } from '../cause';
import { cite, notChecked, ruledOut, suspected } from '../judgement';
import { said } from '../reported';
import { names } from '../signs';

/**
 * The SMA's side was set up and never committed, so the ESA's question is answered "not ready". TechNote 118026. Changes
 * belong to a session, so only their owner sees them.
 */
export const uncommittedChanges = cause({
  code: 'uncommitted-changes',
  flows: ['esa-to-sma'],
  whenEnabling: true,
  layer: 'system',
  severity: 'error',
  explains: ['path-refused', 'enable-button-greyed'],
  place: { at: 'far-socket', glyph: 'cross' },
  source: ['TechNote 118026'],
  remedy: [
    { step: 'look-at-pending', at: 'sma', where: 'sma-gui', command: null, effect: 'reads', risk: 'none' },
    { step: 'commit', at: 'sma', where: 'sma-gui', command: null, effect: 'changes', risk: 'low' },
    { step: 'see-button', at: 'esa', where: 'esa-gui', command: null, effect: 'reads', risk: 'none' },
  ],
  arises: ({ answers }) => answers.direction === 'enable-disabled',
  judge(situation) {
    const params = names(situation);
    const [changes] = observed(situation.observations, pendingChanges, { vantage: situation.sma.name });
    const reported = said(situation, 'changes-pending');
    const ask = ['engineer-words', 'pending-changes'];
    const carried = stillCarries(situation);
    if (changes?.data.pending) return suspected([cite(changes), ...reported], 'session-shows', { params, ask });
    if (reported.length > 0) return suspected(reported, 'engineer-saw', { params, ask });
    if (carried) return ruledOut([carried.cite], 'carried-through', { params });
    return notChecked(ask, changes ? 'other-sessions' : 'not-asked', { params });
  },
});
