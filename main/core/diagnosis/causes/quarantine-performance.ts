import { HELD, MOST_HELD } from '../../checks/system-status';
import { cause } from '../cause';
import { cite, confirmed, notChecked } from '../judgement';
import { names, statusOf } from '../signs';

/** The ESA still holds so many messages itself that the pipeline slows down. User guide 8.0, p. 27-9. */
export const quarantinePerformance = cause({
  code: 'quarantine-performance',
  flows: ['esa-to-sma'],
  whenEnabling: true,
  layer: 'evidence',
  severity: 'info',
  explains: [],
  place: null,
  source: ['ESA user guide 8.0, p. 27-9'],
  remedy: [
    { step: 'look-at-quarantines', at: 'esa', where: 'esa-gui', command: null, effect: 'reads', risk: 'none' },
    { step: 'ask-owner', at: null, where: 'people', command: null, effect: 'reads', risk: 'none' },
    { step: 'see-count-fall', at: 'esa', where: 'esa-cli', command: 'status detail', effect: 'reads', risk: 'none' },
  ],
  judge(situation) {
    const status = statusOf(situation, situation.esa);
    const held = status?.data.gauges?.[HELD];
    const params = { ...names(situation), count: String(held ?? '?') };
    if (!status || typeof held !== 'number') return notChecked(['system-status'], 'not-asked', { params });
    const row = cite(status, ({ quote }) => /Policy, Virus/.test(quote));
    if (held <= MOST_HELD) return notChecked(['system-status'], 'few-enough', { params });
    return confirmed('sourced', [row], 'too-many', { params });
  },
});
