import { stillCarries } from '../carries';
import { type Cite, cause, type Judgement, type Situation } from '../cause';
import { cite, confirmed, notChecked, ruledOut, suspected } from '../judgement';
import { listensItself, names, presentGrounds, probesOf, reachedBy, statusOf } from '../signs';

const SUSPENDED = ['receiving-suspended', 'offline'];

/** The port is closed: as the initiator, this laptop, the responder itself or the initiator's log says. */
const refusedSigns = (situation: Situation): Cite[] => {
  const own = reachedBy(situation);
  const [laptop] = probesOf(situation);
  const listens = listensItself(situation);
  return [
    ...(own?.data.outcome === 'refused' ? [cite(own)] : []),
    ...(laptop?.data.failure?.code === 'connect-refused' ? [cite(laptop)] : []),
    ...(listens && !listens.listens ? [listens.cite] : []),
    ...presentGrounds(situation, 'path-refused').map((one) => one.cite),
  ];
};

/** A greeting rules it out from wherever it is seen: this laptop cannot confirm, but it can hear (vantage table). */
const answersNow = (situation: Situation): Cite[] => {
  const own = reachedBy(situation);
  const [laptop] = probesOf(situation);
  const listens = listensItself(situation);
  return [
    ...(own?.data.outcome === 'connected' ? [cite(own)] : []),
    ...(laptop && laptop.data.banner !== null ? [cite(laptop)] : []),
    ...(listens?.listens ? [listens.cite] : []),
  ];
};

const byStatus = (situation: Situation, refused: readonly Cite[], params: Record<string, string>): Judgement | null => {
  const status = statusOf(situation, situation.responder);
  if (!status || !SUSPENDED.includes(status.data.system)) return null;
  const said = { ...params, status: status.data.system };
  return refused.length > 0
    ? confirmed('sourced', [cite(status), ...refused], 'status-and-refused', { params: said })
    : suspected([cite(status)], 'status-alone', { params: said, ask: ['reach', 'listening'] });
};

/** The wording of these lines is inferred, so they never confirm (log grammar, section 8). */
const byLog = (situation: Situation, refused: readonly Cite[], params: Record<string, string>): Judgement | null => {
  const [ground] = presentGrounds(situation, 'listener-suspended');
  if (!ground) return null;
  const grade = refused.length > 0 ? ground.ground.grade : 'inferred';
  return confirmed(grade, [ground.cite, ...refused], 'log-says-suspended', { params, ask: ['system-status'] });
};

const byAbsence = (situation: Situation, refused: readonly Cite[], params: Record<string, string>) => {
  const listens = listensItself(situation);
  if (!listens || listens.listens) return null;
  // Nothing on a port that was only assumed says little by itself.
  if (listens.assumed && refused.length < 2) return null;
  return suspected([listens.cite, ...refused], 'does-not-listen', { params, ask: ['configuration', 'system-status'] });
};

const judge = (situation: Situation): Judgement => {
  const params = names(situation);
  const answers = answersNow(situation);
  const status = statusOf(situation, situation.responder);
  const contrary = status && SUSPENDED.includes(status.data.system) ? [cite(status)] : [];
  if (answers.length > 0) return ruledOut(answers, 'listener-answers', { params, against: contrary });
  const refused = refusedSigns(situation);
  const said =
    byStatus(situation, refused, params) ?? byLog(situation, refused, params) ?? byAbsence(situation, refused, params);
  if (said !== null) return said;
  const carried = stillCarries(situation);
  if (carried) return ruledOut([carried.cite], 'carried-through', { params });
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
  // One command ends both, where it is the responder that is offline (tie-break 1).
  explainsWhen: ({ code, because }) =>
    code !== 'system-offline' || because.params.appliance === because.params.responder,
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
