import { cause } from '../cause';
import { confirmed, notChecked } from '../judgement';
import { lifeIn } from '../reported';
import { names } from '../signs';

/** Not a fault: a timer or a full quarantine let a message go, nobody released it. SMA help, quarantine log lines. */
export const leftByRetention = cause({
  code: 'left-by-retention',
  flows: ['sma-to-esa'],
  whenEnabling: false,
  layer: 'evidence',
  severity: 'info',
  explains: [],
  place: null,
  source: ['SMA help (quarantine log lines)'],
  remedy: [
    { step: 'look-at-retention', at: 'sma', where: 'sma-gui', command: null, effect: 'reads', risk: 'none' },
    {
      step: 'see-reason',
      at: 'sma',
      where: 'sma-cli',
      command: 'grep -e "from quarantine" mail_logs',
      effect: 'reads',
      risk: 'none',
    },
  ],
  judge(situation) {
    const params = names(situation);
    const [found] = lifeIn(situation, situation.sma, 'left');
    if (found === undefined) return notChecked(['mail-logs'], 'not-asked', { params });
    return confirmed('sourced', [found.cite], 'log-tells', { params: { ...params, count: String(found.count) } });
  },
});
