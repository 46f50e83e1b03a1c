import { listenerIn } from '../../checks/endpoint';
import { stillCarries } from '../carries';
import { cause } from '../cause';
import { cite, citePlace, confirmed, notChecked, ruledOut } from '../judgement';
import { configurationOf, names, reachedBy } from '../signs';

/** The central quarantine service is disabled on the SMA: its configuration holds no `cpq_listener`. TechNotes 118461, 200068. */
export const pvoNotEnabledOnSma = cause({
  code: 'pvo-not-enabled-on-sma',
  flows: ['esa-to-sma'],
  whenEnabling: true,
  layer: 'system',
  severity: 'error',
  explains: ['path-refused', 'queue-backlog', 'enable-button-greyed', 'message-bounced'],
  place: { at: 'far-socket', glyph: 'cross' },
  source: ['TechNote 118461', 'TechNote 200068'],
  remedy: [
    { step: 'look-at-service', at: 'sma', where: 'sma-gui', command: null, effect: 'reads', risk: 'none' },
    { step: 'enable-service', at: 'sma', where: 'sma-gui', command: null, effect: 'changes', risk: 'low' },
    { step: 'see-port-listen', at: 'sma', where: 'sma-cli', command: 'netstat', effect: 'reads', risk: 'none' },
  ],
  judge(situation) {
    const params = names(situation);
    const config = configurationOf(situation, situation.sma);
    const listener = config ? listenerIn(config.data, situation.sma) : null;
    const reached = reachedBy(situation);
    const carried = stillCarries(situation);
    if (config && listener) return ruledOut([citePlace(config, listener.at)], 'listener-configured', { params });
    if (reached?.data.outcome === 'connected') return ruledOut([cite(reached)], 'initiator-reached', { params });
    if (carried) return ruledOut([carried.cite], 'carried-through', { params });
    // A missing section means unknown, never off: only a file that shows other listeners or the switch itself decides.
    if (config?.data.quarantine?.enabled === false)
      return confirmed('inferred', [citePlace(config, config.data.quarantine.at)], 'switched-off', { params });
    return notChecked(['configuration'], 'configuration-not-given', { params });
  },
});
