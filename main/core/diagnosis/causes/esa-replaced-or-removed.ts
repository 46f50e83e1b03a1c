import { isMachine, observed } from '../../checks';
import { managedAppliances } from '../../checks/managed-appliances';
import { stillCarries } from '../carries';
import { type Cite, cause, type Situation } from '../cause';
import { cite, notChecked, ruledOut, suspected } from '../judgement';
import { said } from '../reported';
import { names, presentGrounds, waiting } from '../signs';

/** The SMA's list of appliances, where it no longer holds this ESA. */
const missingIn = ({ observations, sma, esa }: Situation): Cite | null => {
  const [list] = observed(observations, managedAppliances, { vantage: sma.name });
  const listed = list?.data.appliances.some((one) => isMachine(esa, one.name) || isMachine(esa, one.address)) ?? true;
  return list === undefined || listed || list.data.appliances.length === 0 ? null : cite(list);
};

/** Releases wait for an ESA that is gone: a message returns to the ESA that it came from. Its list's layout is not sourced. */
export const esaReplacedOrRemoved = cause({
  code: 'esa-replaced-or-removed',
  flows: ['sma-to-esa'],
  whenEnabling: false,
  layer: 'system',
  severity: 'error',
  explains: ['esa-not-added-on-sma', 'path-timeout', 'path-refused', 'queue-backlog', 'message-bounced'],
  place: { at: 'far-socket', side: 'esa', glyph: 'cross' },
  source: ['SMA guide (alternate release appliance)'],
  remedy: [
    { step: 'look-at-appliances', at: 'sma', where: 'sma-gui', command: null, effect: 'reads', risk: 'none' },
    { step: 'name-alternate', at: 'sma', where: 'sma-gui', command: null, effect: 'changes', risk: 'medium' },
    { step: 'see-queue-fall', at: 'sma', where: 'sma-cli', command: 'tophosts', effect: 'reads', risk: 'none' },
  ],
  judge(situation) {
    const params = names(situation);
    const queue = waiting(situation);
    const count = queue?.recipients ?? 0;
    const row = queue && count > 0 ? [cite(queue.seen, ({ quote }) => quote.includes(queue.host))] : [];
    const missing = missingIn(situation);
    const reported = said(situation, 'esa-replaced');
    const carried = stillCarries(situation);
    const backlog = presentGrounds(situation, 'queue-backlog');
    // A name may be spelled otherwise: where messages went through, only those that wait since long count.
    if (carried && !(missing && backlog.length > 0)) return ruledOut([carried.cite], 'carried-through', { params });
    const seen = { params: { ...params, count: String(count) }, ask: ['managed-appliances', 'queue'] };
    if (missing && (count > 0 || reported.length > 0))
      return suspected([missing, ...row, ...reported], 'not-listed-and-waiting', seen);
    if (reported.length > 0) return suspected([...reported, ...row], 'engineer-saw', seen);
    return notChecked(['managed-appliances', 'queue'], 'not-asked', { params });
  },
});
