import { cause } from '../cause';
import { judgePath } from '../path-rule';

/** The quarantine port answers with a reset. Sources: TechNote 200068, TechNote 118026. */
export const pathRefused = cause({
  code: 'path-refused',
  flows: ['esa-to-sma', 'sma-to-esa'],
  whenEnabling: true,
  layer: 'path',
  severity: 'error',
  explains: ['queue-backlog', 'enable-button-greyed', 'message-bounced'],
  place: { at: 'far-socket', glyph: 'cross' },
  source: ['TechNote 200068', 'TechNote 118026'],
  remedy: [
    {
      step: 'see-listener-state',
      at: 'responder',
      where: 'responder-cli',
      command: 'status',
      effect: 'reads',
      risk: 'none',
    },
    { step: 'permit-initiator', at: null, where: 'network', command: null, effect: 'changes', risk: 'low' },
    {
      step: 'see-connection-succeed',
      at: 'initiator',
      where: 'initiator-cli',
      command: 'grep -e "port {{port}}" mail_logs',
      effect: 'reads',
      risk: 'none',
    },
  ],
  judge: (situation) => judgePath(situation, { code: 'path-refused', arrival: 'refused' }),
});
