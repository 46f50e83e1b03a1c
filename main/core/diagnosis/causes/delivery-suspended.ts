import { cause } from '../cause';
import { cite, confirmed, notChecked, ruledOut, suspected } from '../judgement';
import { names, presentGrounds, statusOf } from '../signs';

/** The initiator does not deliver. The status wording is recalled, the state is what the appliance says itself. */
export const deliverySuspended = cause({
  code: 'delivery-suspended',
  flows: ['esa-to-sma', 'sma-to-esa'],
  whenEnabling: false,
  layer: 'system',
  severity: 'error',
  explains: ['queue-backlog', 'message-bounced'],
  place: { at: 'near-socket', glyph: 'cross' },
  source: ['AsyncOS status, System status line'],
  remedy: [
    { step: 'ask-why-suspended', at: null, where: 'people', command: null, effect: 'reads', risk: 'none' },
    {
      step: 'resume-delivery',
      at: 'initiator',
      where: 'initiator-cli',
      command: 'resumedel',
      effect: 'changes',
      risk: 'medium',
    },
    {
      step: 'see-status-online',
      at: 'initiator',
      where: 'initiator-cli',
      command: 'status',
      effect: 'reads',
      risk: 'none',
    },
  ],
  judge(situation) {
    const params = names(situation);
    const status = statusOf(situation, situation.initiator);
    if (status?.data.system === 'delivery-suspended')
      return confirmed('measured', [cite(status)], 'status-says', { params });
    if (status?.data.system === 'offline') return suspected([cite(status)], 'status-offline', { params });
    if (status?.data.system === 'online') return ruledOut([cite(status)], 'status-online', { params });
    // The words in mail_logs are inferred. A success proves nothing here: after it, nothing would be tried.
    const [said] = presentGrounds(situation, 'delivery-suspended');
    if (said) return suspected([said.cite], 'log-suggests', { params, ask: ['system-status'] });
    return notChecked(['system-status'], 'status-not-asked', { params });
  },
});
