import { alertOf, capturedOwn, citeFrames, gradeOf } from '../captured';
import { stillCarries } from '../carries';
import { type Cite, cause, type Judgement, type Situation } from '../cause';
import { cite, confirmed, notChecked, ruledOut, suspected } from '../judgement';
import { besideTheOther } from '../shown-certificates';
import { names, presentGrounds } from '../signs';
import { offerOf, probesByOffer } from '../tls-rule';

type Params = Record<string, string>;

/** Alerts that say: this certificate is not accepted (RFC 5246 section 7.2.2). */
const REJECTIONS = [
  'bad_certificate',
  'unsupported_certificate',
  'certificate_revoked',
  'certificate_expired',
  'certificate_unknown',
  'unknown_ca',
];

const byLog = (situation: Situation, params: Params): Judgement | null => {
  const present = presentGrounds(situation, 'tls-certificate-not-cpq');
  if (present.length === 0) return null;
  const { own, any } = probesByOffer(situation, offerOf(situation));
  const probe = own ?? any;
  const seen = probe?.data.certificate
    ? [cite(probe, (quote) => /certificate subject|ServerHello/i.test(quote.quote))]
    : [];
  // The words of a failed verification are recalled, not sourced; an authenticated suite makes them likelier.
  const authenticated = probe?.data.negotiated && !probe.data.negotiated.anonymous;
  const cites = [...present.map((one) => one.cite), ...seen];
  const said = { params, ask: ['tls-offer', 'cipher-lists'] };
  return confirmed('inferred', cites, authenticated ? 'rejected-with-certificate' : 'log-suggests', said);
};

/** The initiator's own capture holds the certificate and its alert about it: a direct measurement. */
const byCapture = (situation: Situation, params: Params): Judgement | null => {
  const captured = capturedOwn(situation);
  const certificate = captured?.connection.certificate;
  const alert = captured && alertOf(captured, 'initiator', REJECTIONS);
  if (!captured || !certificate || !alert) return null;
  const said = { ...params, subject: certificate.subject, issuer: certificate.issuer, alert: alert.name ?? '' };
  const cites = [citeFrames(captured, [captured.connection.frames.certificate, alert.frame])];
  return confirmed(gradeOf(captured), cites, 'initiator-rejects', { params: said });
};

/** Whether both appliances show the same hidden certificate is unsourced, so a difference is a suspicion at most. */
const byOther = (situation: Situation, params: Params): Judgement | null => {
  const beside = besideTheOther(situation);
  if (beside === null) return null;
  const cites: Cite[] = [beside.one.cite, beside.other.cite];
  const said = {
    ...params,
    subject: beside.one.certificate.subject,
    issuer: beside.one.certificate.issuer,
    other: beside.other.certificate.issuer,
  };
  return beside.relation === 'different'
    ? suspected(cites, 'differs-between-listeners', { params: said, ask: ['mail-logs', 'capture'] })
    : { ...notChecked(['mail-logs'], 'alike-on-both', { params: said }), against: cites };
};

const judge = (situation: Situation): Judgement => {
  const { own, any } = probesByOffer(situation, offerOf(situation));
  const shown = (own ?? any)?.data.certificate;
  const params = { ...names(situation), subject: shown?.subject ?? '', issuer: shown?.issuer ?? '' };
  const said = byCapture(situation, params) ?? byLog(situation, params);
  if (said !== null) return said;
  const carried = stillCarries(situation);
  if (carried) return ruledOut([carried.cite], 'carried-through', { params });
  return byOther(situation, params) ?? notChecked(['mail-logs', 'tls-offer'], 'no-reference', { params });
};

/** The responder shows another certificate than AsyncOS's hidden one, whose contents no public source gives. TechNote 200068. */
export const tlsCertificateNotCpq = cause({
  code: 'tls-certificate-not-cpq',
  flows: ['esa-to-sma', 'sma-to-esa'],
  whenEnabling: true,
  layer: 'certificate',
  severity: 'error',
  explains: ['queue-backlog', 'enable-button-greyed', 'message-bounced'],
  place: { at: 'far-handshake', glyph: 'lock' },
  source: ['TechNote 200068'],
  remedy: [
    { step: 'compare-certificates', at: null, where: 'people', command: null, effect: 'reads', risk: 'none' },
    {
      step: 'remove-what-stands-between',
      at: null,
      where: 'network',
      command: null,
      effect: 'changes',
      risk: 'medium',
    },
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
