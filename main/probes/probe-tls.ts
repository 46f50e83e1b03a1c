import { LAPTOP, type TlsReport } from '../core/model';
import {
  type Agreement,
  type CertificateFacts,
  certificateFacts,
  defaultOffer,
  type Suite,
  suiteNamed,
} from '../core/tls';
import { type Answer, askFirst, type Question } from './ask';
import { certificateLines } from './certificate-lines';
import { now } from './deadline';
import { type FollowUp, followUp, withoutFollowUp } from './follow-up';
import { type Inventory, takeInventory } from './inventory';
import type { Failure } from './open';
import type { ProbeOptions, ProbeResult, ProbeTarget } from './options';
import { newSession, type Session, targetText } from './session';

/** What an inventory of a listener with everything switched on took (123, measured with OpenSSL 3.0). */
const INVENTORY_CONNECTIONS = 120;

/** The given names as suites; names that stand in no table are noted and left out. */
const givenSuites = (session: Session, names: readonly string[]): Suite[] => {
  const unknown = names.filter((name) => suiteNamed(name) === null);
  if (unknown.length > 0) session.recorder.note(0, [`TLS: cannot offer ${unknown.join(':')}`]);
  return names.map(suiteNamed).filter((suite): suite is Suite => suite !== null);
};

const firstQuestion = (session: Session): Question => {
  const { suites, version } = session.options;
  if (suites === null) {
    const newest = version ?? 'TLSv1.2';
    return { what: 'probe-default-offer', version: newest, suites: defaultOffer(newest) };
  }
  const given = givenSuites(session, suites);
  const newest = version ?? (given.every((suite) => suite.from === 'TLSv1.3') ? 'TLSv1.3' : 'TLSv1.2');
  const offered = given.filter((suite) => (suite.from === 'TLSv1.3') === (newest === 'TLSv1.3'));
  if (offered.length === 0) throw new RangeError(`nothing to offer: ${suites.join(':')}`);
  return { what: 'probe-given-offer', version: newest, suites: offered };
};

/** What was shown to the first of the connections that a certificate came to, or why none came to any. */
const certificateOf = (session: Session, agreements: readonly (Agreement | null)[]): CertificateFacts => {
  const reached = agreements.filter((one) => one !== null);
  const shown = reached.find((one) => one.certificates.length > 0) ?? reached.at(-1) ?? null;
  const facts = certificateFacts(shown?.certificates ?? [], negotiatedOf(shown));
  session.recorder.note(0, certificateLines(facts));
  return facts;
};

/** Inspection is a finding of its own, also where STARTTLS got through. */
const failureOf = (first: Answer, negotiated: Agreement | null): Failure | null => {
  const masked = first.facts?.masked ?? null;
  if (masked === null) return negotiated ? null : first.failure;
  const after = first.failure && first.failure.code !== 'smtp-inspected' ? `; ${first.failure.code}` : '';
  return first.failure?.code === 'smtp-inspected'
    ? first.failure
    : { code: 'smtp-inspected', stage: 'ehlo', detail: `${masked}${after}` };
};

const partialOf = (session: Session, more: FollowUp, inventory: Inventory | null): TlsReport['partial'] => {
  const stopped = more.stopped ?? inventory?.stopped ?? null;
  if (!stopped) return null;
  const after = session.connections;
  const of = session.options.inventory ? Math.max(INVENTORY_CONNECTIONS, after + 1) : after + 1;
  return { after, of, because: stopped.detail };
};

const negotiatedOf = (agreement: Agreement | null): TlsReport['negotiated'] =>
  agreement && {
    protocol: agreement.version,
    cipher: agreement.suite.name,
    anonymous: agreement.suite.anonymous,
  };

const reportOf = (session: Session, first: Answer, more: FollowUp, inventory: Inventory | null): TlsReport => {
  const { options } = session;
  const agreement = first.agreement ?? (options.suites === null ? more.newest : null);
  return {
    schema: 'cpq-doctor/tls/1',
    target: targetText(session.target),
    vantage: options.vantage ?? LAPTOP,
    banner: first.facts?.banner ?? null,
    ehlo: [...(first.facts?.ehlo ?? [])],
    starttls: first.facts?.starttls ?? null,
    negotiated: negotiatedOf(agreement),
    anonymousAcceptedIfForced: more.anonymous,
    ...certificateOf(session, [first.agreement, more.certified, more.newest]),
    inventory: inventory?.found ?? null,
    partial: partialOf(session, more, inventory),
    failure: failureOf(first, agreement),
    offered: options.offer,
    authenticatedAccepted: more.authenticated,
    connections: session.connections,
    durationMs: Math.round(now() - session.started),
  };
};

const mayTakeInventory = (session: Session, first: Answer, more: FollowUp): boolean =>
  session.options.inventory === true && (first.agreement !== null || first.alert !== null) && more.stopped === null;

/**
 * Probes a quarantine listener: SMTP up to STARTTLS, then the start of TLS, never a finished handshake, no application
 * data. The questions, cheapest first: what does this offer get; would an anonymous suite be accepted when forced, or
 * is there no certificate at all; every suite (`inventory`). When the first connection fails before TLS there is no
 * other. Every network failure is in `report.failure`; it throws only when `suites` holds nothing that can be offered
 * (RangeError), so callers expand and check the list first.
 */
export const probeTls = async (target: ProbeTarget, options: ProbeOptions): Promise<ProbeResult> => {
  const session = newSession(target, options);
  const first = await askFirst(session, firstQuestion(session));
  const more = options.forceAnonymous === false ? withoutFollowUp(first) : await followUp(session, first);
  const seen = [first.agreement, more.certified, more.newest].filter((one): one is Agreement => one !== null);
  const inventory = mayTakeInventory(session, first, more) ? await takeInventory(session, seen) : null;
  const report = reportOf(session, first, more, inventory);
  return { report, evidence: session.recorder.text(), footprint: session.footprint };
};
