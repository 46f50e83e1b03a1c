import { cause } from '../cause';
import { confirmed, notChecked } from '../judgement';
import { lifeIn } from '../reported';
import { names } from '../signs';

/** The release worked: the ESA scanned the message once more and acted again. TechNote 118114 for outbreak; log lines by correlation rules. */
export const rescannedAfterRelease = cause({
  code: 'rescanned-after-release',
  flows: ['sma-to-esa'],
  whenEnabling: false,
  layer: 'evidence',
  severity: 'info',
  explains: [],
  place: null,
  source: ['TechNote 118114', 'SMA help (quarantine log lines)'],
  remedy: [
    { step: 'look-at-policy', at: 'esa', where: 'esa-gui', command: null, effect: 'reads', risk: 'none' },
    {
      step: 'see-what-happened',
      at: 'esa',
      where: 'esa-cli',
      command: 'grep -e "received from the SMA" mail_logs',
      effect: 'reads',
      risk: 'none',
    },
  ],
  judge(situation) {
    const params = names(situation);
    const [found] = lifeIn(situation, situation.esa, 'again');
    if (found === undefined) return notChecked(['mail-logs'], 'not-asked', { params });
    return confirmed('sourced', [found.cite], 'log-tells', { params: { ...params, count: String(found.count) } });
  },
});
