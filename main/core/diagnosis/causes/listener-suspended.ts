import { cause, type Judgement, type Situation } from '../cause';
import { cite, confirmed, notChecked, ruledOut, suspected } from '../judgement';
import { groundsFor, listensItself, names, probesOf, reachedBy, statusOf, successesIn } from '../signs';

const SUSPENDED = ['receiving-suspended', 'offline'];

const refusedSigns = (situation: Situation) => {
  const own = reachedBy(situation);
  const laptop = probesOf(situation).find((one) => one.data.failure?.code === 'connect-refused');
  const listens = listensItself(situation);
  const logged = groundsFor(situation, 'path-refused').filter((one) => !one.ground.history);
  return [
    ...(own?.data.outcome === 'refused' ? [cite(own)] : []),
    ...(laptop ? [cite(laptop)] : []),
    ...(listens && !listens.listens ? [cite(listens.by)] : []),
    ...logged.map((one) => one.cite),
  ];
};

const answersNow = (situation: Situation) => {
  const own = reachedBy(situation);
  const laptop = probesOf(situation).find((one) => one.data.banner !== null);
  const listens = listensItself(situation);
  return [
    ...(own?.data.outcome === 'connected' ? [cite(own)] : []),
    ...(laptop ? [cite(laptop)] : []),
    ...(listens?.listens ? [cite(listens.by)] : []),
  ];
};

const judge = (situation: Situation): Judgement => {
  const params = names(situation);
  const status = statusOf(situation, situation.responder);
  const refused = refusedSigns(situation);
  const answers = answersNow(situation);
  if (answers.length > 0) return ruledOut(answers, 'listener-answers', { params });
  if (status && SUSPENDED.includes(status.data.system) && refused.length > 0) {
    return confirmed('sourced', [cite(status), ...refused], 'status-and-refused', {
      params: { ...params, status: status.data.system },
    });
  }
  const [ground] = groundsFor(situation, 'listener-suspended');
  if (ground && !ground.ground.history)
    return confirmed(
      refused.length > 0 ? ground.ground.grade : 'inferred',
      [ground.cite, ...refused],
      'log-says-suspended',
      { params },
    );
  if (status && SUSPENDED.includes(status.data.system))
    return suspected([cite(status)], 'status-alone', { params, ask: ['reach', 'listening'] });
  const listens = listensItself(situation);
  if (listens && !listens.listens && refused.length > 0)
    return suspected([cite(listens.by), ...refused], 'does-not-listen', { params, ask: ['configuration'] });
  if (ground) return suspected([ground.cite], 'was-suspended', { params, history: true });
  const [success] = successesIn(situation);
  if (success) return ruledOut([success.cite], 'carried-through', { params });
  return notChecked(['system-status', 'listening'], 'responder-not-asked', { params });
};

/** The hidden listener was suspended. `Online` does not clear it (status page wording is recalled). TechNotes 200068, 118026. */
export const listenerSuspended = cause({
  code: 'listener-suspended',
  flows: ['esa-to-sma', 'sma-to-esa'],
  whenEnabling: true,
  layer: 'system',
  severity: 'error',
  explains: ['path-refused', 'system-offline', 'queue-backlog', 'enable-button-greyed', 'message-bounced'],
  place: { at: 'far-socket', glyph: 'cross' },
  source: ['TechNote 200068', 'TechNote 118026', 'TechNote 217864'],
  remedy: [
    { step: 'ask-why-suspended', at: null, where: 'people', command: null, effect: 'reads', risk: 'none' },
    { step: 'resume', at: 'responder', where: 'responder-cli', command: 'resume', effect: 'changes', risk: 'medium' },
    {
      step: 'see-status-online',
      at: 'responder',
      where: 'responder-cli',
      command: 'status',
      effect: 'reads',
      risk: 'none',
    },
  ],
  judge,
});
