import { type Captured, capturedOwn, citeFrames, gradeOf } from '../captured';
import { stillCarries } from '../carries';
import { type Cite, cause, type Judgement, type Situation } from '../cause';
import { cite, confirmed, notChecked, ruledOut, suspected } from '../judgement';
import { citeStarttls } from '../probe-cites';
import { sightOfCapture } from '../sights';
import { decide, names, presentGrounds, probesOf } from '../signs';
import { tlsTried } from '../tls-rule';
import { type Meaning, meaningOf, unseen } from '../vantage-table';

const WITHHELD: readonly Meaning[] = ['starttls-withheld', 'inspected'];

/** Whoever else looks, what the initiator's own capture shows is what the initiator meets (vantage table). */
const isWithheld = ({ connection }: Captured): boolean =>
  connection.starttls === false && WITHHELD.includes(meaningOf(sightOfCapture(connection), unseen));

/** The initiator itself is not offered STARTTLS: its log says so, or its capture shows the answer to its EHLO. */
const bySelf = (situation: Situation, missing: readonly Cite[], params: Record<string, string>): Judgement | null => {
  const present = presentGrounds(situation, 'starttls-missing');
  const captured = capturedOwn(situation);
  const shown = captured && isWithheld(captured) ? citeFrames(captured, [captured.connection.frames.ehlo]) : null;
  const cites = [...present.map((one) => one.cite), ...(shown ? [shown] : []), ...missing];
  if (present.length > 0) return confirmed(decide(present) ? 'sourced' : 'inferred', cites, 'log-says', { params });
  if (captured === null || shown === null) return null;
  return confirmed(gradeOf(captured), cites, 'capture-shows', { params });
};

const judge = (situation: Situation): Judgement => {
  const params = names(situation);
  const probe = probesOf(situation).find((one) => one.data.starttls !== null);
  const refused = ['starttls-missing', 'starttls-refused'].includes(probe?.data.failure?.code ?? '');
  const missing = probe && refused ? [citeStarttls(probe)] : [];
  const said = bySelf(situation, missing, params);
  if (said !== null) return said;
  const carried = stillCarries(situation);
  if (carried) return ruledOut([carried.cite], 'carried-through', { params, against: missing });
  const tried = tlsTried(situation);
  if (tried) return ruledOut([tried], 'handshake-in-log', { params, against: missing });
  const begun = capturedHandshake(situation);
  if (begun) return ruledOut([begun], 'handshake-captured', { params, against: missing });
  if (missing.length > 0) return suspected(missing, 'laptop-only', { params, ask: ['mail-logs'] });
  // What this laptop is offered need not reach the initiator (vantage truth table, eighth row).
  if (probe?.data.starttls) return { ...notChecked(['mail-logs'], 'offered', { params }), against: [cite(probe)] };
  return notChecked(['tls-offer', 'mail-logs'], 'not-asked', { params });
};

/** The initiator's capture holds its ClientHello: STARTTLS was offered to it. */
const capturedHandshake = (situation: Situation): Cite | null => {
  const captured = capturedOwn(situation);
  const hello = captured?.connection.frames.clientHello ?? null;
  return captured && hello !== null ? citeFrames(captured, [hello]) : null;
};

/** The listener, or something before it, does not offer STARTTLS. Source: TechNote 212587. */
export const starttlsMissing = cause({
  code: 'starttls-missing',
  flows: ['esa-to-sma', 'sma-to-esa'],
  whenEnabling: true,
  layer: 'starttls',
  severity: 'error',
  explains: ['queue-backlog', 'enable-button-greyed', 'message-bounced'],
  place: { at: 'far-handshake', glyph: 'lock' },
  source: ['TechNote 212587', 'TechNote 200068'],
  remedy: [
    { step: 'compare-ehlo', at: null, where: 'people', command: null, effect: 'reads', risk: 'none' },
    { step: 'let-starttls-through', at: null, where: 'network', command: null, effect: 'changes', risk: 'low' },
    {
      step: 'see-tls-succeed',
      at: 'initiator',
      where: 'initiator-cli',
      command: 'grep -e "port {{port}}" mail_logs',
      effect: 'reads',
      risk: 'none',
    },
  ],
  judge,
});
