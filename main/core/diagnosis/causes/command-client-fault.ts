import { stillCarries } from '../carries';
import { cause } from '../cause';
import { confirmed, notChecked, ruledOut } from '../judgement';
import { decide, names, presentGrounds } from '../signs';

/** The SMA component behind the SSH question stopped (for example CSCus29647). Source: TechNote 200068. */
export const commandClientFault = cause({
  code: 'command-client-fault',
  flows: ['sma-to-esa'],
  whenEnabling: false,
  layer: 'ssh',
  severity: 'error',
  explains: ['application-fault', 'queue-backlog', 'message-bounced'],
  place: { at: 'near-socket', glyph: 'cross' },
  source: ['TechNote 200068'],
  remedy: [
    {
      step: 'save-fault-texts',
      at: 'sma',
      where: 'sma-cli',
      command: 'grep -e "pplication fault" mail_logs',
      effect: 'reads',
      risk: 'none',
    },
    { step: 'restart-sma', at: 'sma', where: 'sma-gui', command: 'reboot', effect: 'changes', risk: 'high' },
    { step: 'see-release-leave', at: 'sma', where: 'sma-cli', command: 'tophosts', effect: 'reads', risk: 'none' },
  ],
  judge(situation) {
    const params = names(situation);
    const present = presentGrounds(situation, 'command-client-fault');
    if (present.length > 0)
      return confirmed(
        decide(present) ? 'sourced' : 'inferred',
        present.map((one) => one.cite),
        'log-says',
        { params },
      );
    const carried = stillCarries(situation);
    return carried
      ? ruledOut([carried.cite], 'carried-through', { params })
      : notChecked(['mail-logs'], 'not-asked', { params });
  },
});
