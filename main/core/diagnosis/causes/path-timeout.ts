import { cause } from '../cause';
import { judgePath } from '../path-rule';

/** Connects are swallowed on the way. Source: domain page, group A (TechNote 200068 for the path). */
export const pathTimeout = cause({
  code: 'path-timeout',
  flows: ['esa-to-sma', 'sma-to-esa'],
  whenEnabling: true,
  layer: 'path',
  severity: 'error',
  explains: ['queue-backlog', 'enable-button-greyed', 'message-bounced'],
  place: { at: 'middle', glyph: 'wall' },
  source: ['TechNote 200068'],
  remedy: [
    {
      step: 'trace-from-initiator',
      at: 'initiator',
      where: 'initiator-cli',
      command: 'traceroute {{address}}',
      effect: 'reads',
      risk: 'none',
    },
    { step: 'permit-both-ways', at: null, where: 'network', command: null, effect: 'changes', risk: 'low' },
    {
      step: 'see-connection-succeed',
      at: 'initiator',
      where: 'initiator-cli',
      command: 'grep -e "port {{port}}" mail_logs',
      effect: 'reads',
      risk: 'none',
    },
  ],
  judge: (situation) => judgePath(situation, { code: 'path-timeout', arrival: 'timed-out' }),
});
