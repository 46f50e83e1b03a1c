import { listenerIn } from '../../checks/endpoint';
import { listening } from '../../checks/listening';
import { observed } from '../../checks/seen';
import { stillCarries } from '../carries';
import { type Cite, cause, type Situation } from '../cause';
import { cite, citePlace, confirmed, notChecked, ruledOut, suspected } from '../judgement';
import { configurationOf, endpoint, names, presentGrounds, probesOf, reachedBy } from '../signs';

/** Whoever saw the port of the setting answer: the responder itself, the initiator, or this laptop. */
const answersOn = (situation: Situation, port: number): Cite[] => {
  const [own] = observed(situation.observations, listening, { vantage: situation.responder.name });
  const itself = own?.data.listening.some((one) => one.port === port) ? own : null;
  const reached = reachedBy(situation);
  const [laptop] = endpoint(situation).port === port ? probesOf(situation) : [];
  return [
    ...(itself ? [cite(itself, (quote) => quote.quote.includes(`.${port} `))] : []),
    ...(reached?.data.outcome === 'connected' && reached.data.port === port ? [cite(reached)] : []),
    ...(laptop && laptop.data.banner !== null ? [cite(laptop)] : []),
  ];
};

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
    const listener = config ? listenerIn(config.data, situation.responder) : null;
    if (!config || !listener?.port) return notChecked(['configuration'], 'listener-port-unknown', { params });
    const port = listener.port;
    const setting = citePlace(config, listener.at);
    const said = { ...params, listens: String(port) };
    const dialled = [...presentGrounds(situation, 'path-refused'), ...presentGrounds(situation, 'path-timeout')].find(
      (one) => one.ground.port !== null,
    );
    if (dialled && dialled.ground.port !== port) {
      const both = { params: { ...said, dialled: String(dialled.ground.port) }, ask: ['listening', 'tls-offer'] };
      const answers = answersOn(situation, port);
      // The setting alone may be older than what the appliance does: its own port has to answer (domain page, Decide).
      return answers.length > 0
        ? confirmed('sourced', [dialled.cite, setting, ...answers], 'ports-differ', both)
        : suspected([dialled.cite, setting], 'ports-differ', both);
    }
    const carried = stillCarries(situation);
    const agrees = dialled?.cite ?? (carried?.port === port ? carried.cite : null);
    if (agrees) return ruledOut([setting, agrees], 'ports-agree', { params: said });
    if (config.data.problems.some((one) => one.code === 'listener-port-differs'))
      return suspected([setting], 'settings-differ', { params: said, ask: ['mail-logs'] });
    return notChecked(['mail-logs'], 'dialled-port-unknown', { params });
  },
});
