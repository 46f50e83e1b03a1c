import { cipherLists } from '../../checks/cipher-lists';
import { configuration } from '../../checks/configuration';
import { offerable } from '../../checks/initiator-offer';
import { tlsOffer } from '../../checks/tls-offer';
import { expand, isAnonymous } from '../../ciphers';
import type { CipherWhatIf, Observation, TlsReport } from '../../model';
import { openAnswers } from '../../model';
import { cipherWhatIf } from '../cipher-what-if';
import { situationsOf } from '../situations';
import { offerOf } from '../tls-rule';
import { addressesIn, logEnded } from './logs-after';
import { type Applied, type Paper, rewrite, rewritten } from './on-paper';

const CODES = ['tls-anonymous-cipher'];

/** What both ends would agree on for this pair, as the paper negotiation of the finding says. */
const whatIfOf = ({ site, observations }: Paper, { peer, flow, subject }: Observation): CipherWhatIf | null => {
  const situation = situationsOf(site, openAnswers(), observations).find(
    (one) => one.initiator.name === peer && one.flow === flow && one.responder.name === subject.split(':')[0],
  );
  const offer = situation === undefined ? null : offerOf(situation);
  return situation === undefined || offer === null ? null : cipherWhatIf(situation, offer);
};

const refusal = { code: 'tls-alert', stage: 'handshake', detail: 'handshake_failure (40)' } as const;

/** The handshake with the new list: agreed on, or refused; the rest of what the laptop saw stays. */
const answered = (data: TlsReport, cipher: string | null, suites: readonly string[], list: string) => ({
  ...data,
  offered: list,
  offeredSuites: [...suites],
  certificate: null,
  failure: cipher === null ? refusal : null,
  negotiated:
    cipher === null
      ? null
      : { protocol: data.negotiated?.protocol ?? 'TLSv1.2', cipher, anonymous: isAnonymous(cipher) },
});

const offeredAnew = (paper: Paper, one: Observation, list: string): Observation | null => {
  const whatIf = whatIfOf(paper, one);
  if (whatIf === null || whatIf.after === null) return null;
  const { clientOrder } = whatIf.after;
  const suites = offerable(expand(list, whatIf.generation).suites);
  const line = clientOrder === null ? 'TLS: alert handshake_failure (40)' : `TLS: ServerHello cipher ${clientOrder}`;
  return rewritten(one, tlsOffer.data, (data) => answered(data, clientOrder, suites, list), line);
};

/** The initiator offers another list; what its own VERIFY, `tlsverify` and capture showed was the old one. */
export const outboundList: Applied<'outbound-list'> = (paper, { appliance: name, list }) => {
  const role = paper.site.appliances.find((one) => one.name === name)?.role;
  const flow = role === 'sma' ? ('sma-to-esa' as const) : ('esa-to-sma' as const);
  const own = (one: Observation) => one.vantage === name;
  const theirs = addressesIn(paper, name);
  const line = `Outbound SMTP ciphers: ${list}`;
  return {
    site: paper.site,
    observations: rewrite(paper.observations, {
      'cipher-lists': (one) =>
        own(one)
          ? rewritten(
              one,
              cipherLists.data,
              (data) => ({
                ...data,
                outbound: { method: data.outbound?.method ?? null, ciphers: list },
                verified: [],
                verifiedList: null,
              }),
              line,
            )
          : one,
      'cipher-verify': (one) => (own(one) ? null : one),
      'tls-verify': (one) => (own(one) ? null : one),
      capture: (one) => (own(one) ? null : one),
      configuration: (one) =>
        own(one)
          ? rewritten(one, configuration.data, (data) => ({ ...data, ciphers: { ...data.ciphers, outbound: list } }))
          : one,
      'tls-offer': (one) => (one.peer === name && one.flow === flow ? offeredAnew(paper, one, list) : one),
      'mail-logs': (one) => logEnded(one, { codes: CODES, flow, peers: own(one) ? null : theirs }),
    }),
  };
};
