import { cause } from '../cause';
import { cite, confirmed, notChecked, ruledOut, suspected } from '../judgement';
import { configurationOf, groundsFor, logsOf, names } from '../signs';

/** The initiator dials another port than the responder listens on; ports are set separately per direction. TechNote 200068. */
export const listenerPortMismatch = cause({
  code: 'listener-port-mismatch',
  flows: ['esa-to-sma', 'sma-to-esa'],
  whenEnabling: true,
  layer: 'path',
  severity: 'error',
  explains: ['path-refused', 'path-timeout', 'queue-backlog', 'enable-button-greyed', 'message-bounced'],
  place: { at: 'far-socket', glyph: 'cross' },
  source: ['TechNote 200068'],
  remedy: [
    { step: 'read-both-ports', at: 'responder', where: 'responder-gui', command: null, effect: 'reads', risk: 'none' },
    { step: 'set-one-port', at: 'responder', where: 'responder-gui', command: null, effect: 'changes', risk: 'low' },
    {
      step: 'see-connection-succeed',
      at: 'initiator',
      where: 'initiator-cli',
      command: 'grep -e "port {{port}}" mail_logs',
      effect: 'reads',
      risk: 'none',
    },
  ],
  judge(situation) {
    const params = names(situation);
    const config = configurationOf(situation, situation.responder);
    const listener = config?.data.listeners.find((one) => one.name === 'cpq_listener');
    const dialled = [...groundsFor(situation, 'path-refused'), ...groundsFor(situation, 'path-timeout')].find(
      (one) => one.ground.port !== null,
    );
    const success = logsOf(situation, situation.initiator).flatMap((seen) =>
      seen.data.successes
        .filter((one) => one.flow === situation.flow && one.port !== null)
        .map((one) => ({ port: one.port, cite: cite(seen, (quote) => quote.quote === one.quote.text) })),
    )[0];
    if (!config || !listener?.port) return notChecked(['configuration'], 'listener-port-unknown', { params });
    const port = String(listener.port);
    if (dialled && dialled.ground.port !== listener.port) {
      return confirmed('sourced', [dialled.cite, cite(config)], 'ports-differ', {
        params: { ...params, dialled: String(dialled.ground.port), listens: port },
      });
    }
    if (dialled || success?.port === listener.port)
      return ruledOut([cite(config), ...(dialled ? [dialled.cite] : success ? [success.cite] : [])], 'ports-agree', {
        params: { ...params, listens: port },
      });
    if (config.data.problems.some((one) => one.code === 'listener-port-differs'))
      return suspected([cite(config)], 'settings-differ', { params: { ...params, listens: port }, ask: ['mail-logs'] });
    return notChecked(['mail-logs'], 'dialled-port-unknown', { params });
  },
});
