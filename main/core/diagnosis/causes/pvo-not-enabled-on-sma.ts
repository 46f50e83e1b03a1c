import { cause } from '../cause';
import { cite, confirmed, notChecked, ruledOut } from '../judgement';
import { configurationOf, names, reachedBy, successesIn } from '../signs';

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
    const listener = config?.data.listeners.some((one) => one.name === 'cpq_listener');
    const reached = reachedBy(situation);
    const [success] = successesIn(situation);
    if (config && listener) return ruledOut([cite(config)], 'listener-configured', { params });
    if (reached?.data.outcome === 'connected') return ruledOut([cite(reached)], 'initiator-reached', { params });
    if (success) return ruledOut([success.cite], 'carried-through', { params });
    // A missing section means unknown, never off: only a file that shows other listeners or the switch itself decides.
    if (config?.data.quarantine?.enabled === false)
      return confirmed('inferred', [cite(config)], 'switched-off', { params });
    return notChecked(['configuration'], 'configuration-not-given', { params });
  },
});
