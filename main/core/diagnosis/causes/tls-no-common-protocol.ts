import { alertOf, capturedOwn, citeFrames, gradeOf } from '../captured';
import { stillCarries } from '../carries';
import { type Cite, cause, type Judgement, type Situation } from '../cause';
import { cite, confirmed, notChecked, ruledOut, suspected } from '../judgement';
import { methodCites } from '../list-cites';
import { citeAlert } from '../probe-cites';
import { decide, names, presentGrounds } from '../signs';
import { offerOf, offersVersion, probesByOffer } from '../tls-rule';

type Params = Record<string, string>;

/** The initiator's own capture: what it offered, and what the responder answered to that. A direct measurement. */
const byCapture = (situation: Situation, params: Params): Judgement | null => {
  const captured = capturedOwn(situation);
  if (captured === null) return null;
  const { offered, negotiated, frames } = captured.connection;
  const refusal = alertOf(captured, 'responder', ['protocol_version']);
  const said = { ...params, offered: offered?.version ?? '', protocol: negotiated?.protocol ?? '' };
  if (refusal && offered) {
    const cites = [citeFrames(captured, [frames.clientHello, refusal.frame])];
    return confirmed(gradeOf(captured), cites, 'initiator-refused', { params: said });
  }
  if (negotiated === null || captured.newest === null) return null;
  return ruledOut([citeFrames(captured, [frames.serverHello])], 'initiator-agreed', { params: said });
};

const byProbe = (situation: Situation, params: Params): Judgement | null => {
  const { own, any } = probesByOffer(situation, offerOf(situation));
  const probe = own ?? any;
  if (probe?.data.failure?.code === 'tls-alert' && /protocol_version|\b70\b/.test(probe.data.failure.detail))
    return suspected([citeAlert(probe)], 'laptop-version-refused', { params, ask: ['cipher-lists', 'mail-logs'] });
  const agreed = probe?.data.negotiated;
  if (!probe || !agreed) return null;
  const said = { params: { ...params, protocol: agreed.protocol } };
  // The versions are this laptop's: they count where the initiator's own method names the one agreed on.
  return offersVersion(situation, agreed.protocol)
    ? ruledOut([cite(probe), ...methodCites(situation)], 'agreed-on-a-version', said)
    : { ...notChecked(['cipher-lists', 'mail-logs'], 'agreed-with-laptop', said), against: [cite(probe)] };
};

const byLog = (situation: Situation, params: Params): Judgement | null => {
  const present = presentGrounds(situation, 'tls-no-common-protocol');
  const cites: Cite[] = present.map((one) => one.cite);
  const said = { params, ask: ['cipher-lists', 'tls-offer'] };
  return present.length > 0 ? confirmed(decide(present) ? 'sourced' : 'inferred', cites, 'log-says', said) : null;
};

const judge = (situation: Situation): Judgement => {
  const params = names(situation);
  const captured = byCapture(situation, params);
  if (captured?.status === 'confirmed') return captured;
  const said = byLog(situation, params);
  if (said !== null) return said;
  if (captured !== null) return captured;
  const carried = stillCarries(situation);
  if (carried) return ruledOut([carried.cite], 'carried-through', { params });
  return byProbe(situation, params) ?? notChecked(['mail-logs', 'tls-offer'], 'not-asked', { params });
};

/** No TLS version in common. Sources: TechNotes 220516, 221918, 215282. */
export const tlsNoCommonProtocol = cause({
  code: 'tls-no-common-protocol',
  flows: ['esa-to-sma', 'sma-to-esa'],
  whenEnabling: true,
  layer: 'protocol',
  severity: 'error',
  explains: ['queue-backlog', 'enable-button-greyed', 'message-bounced'],
  excludes: ['tls-no-common-cipher', 'tls-certificate-not-cpq'],
  place: { at: 'far-handshake', glyph: 'lock' },
  source: ['TechNote 220516', 'TechNote 221918'],
  remedy: [
    {
      step: 'read-both-methods',
      at: 'initiator',
      where: 'initiator-cli',
      command: 'sslconfig',
      effect: 'reads',
      risk: 'none',
    },
    { step: 'enable-tls-1-2', at: null, where: 'initiator-cli', command: 'sslconfig', effect: 'changes', risk: 'low' },
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
