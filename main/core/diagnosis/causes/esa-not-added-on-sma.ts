import { isMachine, observed } from '../../checks';
import { managedAppliances } from '../../checks/managed-appliances';
import { stillCarries } from '../carries';
import { cause } from '../cause';
import { cite, notChecked, ruledOut, suspected } from '../judgement';
import { interfacesOf, names } from '../signs';

/** The SMA does not manage this ESA. The layout of its list is not sourced, so the list alone makes it suspected. TechNote 118461. */
export const esaNotAddedOnSma = cause({
  code: 'esa-not-added-on-sma',
  flows: ['esa-to-sma', 'sma-to-esa'],
  whenEnabling: true,
  layer: 'ssh',
  severity: 'error',
  explains: ['queue-backlog', 'enable-button-greyed'],
  place: { at: 'far-socket', side: 'sma', glyph: 'cross' },
  source: ['TechNote 118461'],
  remedy: [
    { step: 'look-at-appliances', at: 'sma', where: 'sma-gui', command: null, effect: 'reads', risk: 'none' },
    { step: 'add-appliance', at: 'sma', where: 'sma-gui', command: null, effect: 'changes', risk: 'low' },
    {
      step: 'see-appliance-listed',
      at: 'sma',
      where: 'sma-cli',
      command: 'applianceconfig list',
      effect: 'reads',
      risk: 'none',
    },
  ],
  judge(situation) {
    const params = names(situation);
    const [list] = observed(situation.observations, managedAppliances, { vantage: situation.sma.name });
    const own = interfacesOf(situation, situation.esa)?.data.interfaces.map((one) => one.address) ?? [];
    const row = list?.data.appliances.find(
      (one) => isMachine(situation.esa, one.name) || isMachine(situation.esa, one.address) || own.includes(one.address),
    );
    const carried = stillCarries(situation);
    if (list && row) return ruledOut([cite(list, (quote) => quote.quote.includes(row.address))], 'listed', { params });
    if (carried) return ruledOut([carried.cite], 'carried-through', { params });
    if (list && list.data.appliances.length > 0)
      return suspected([cite(list)], 'not-listed', { params, ask: ['managed-appliances'] });
    return notChecked(['managed-appliances'], 'not-asked', { params });
  },
});
