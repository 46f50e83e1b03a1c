import { LAPTOP, type TlsKeyExchange, type TlsReport } from '../core/model';
import {
  type Agreement,
  atLeast,
  type CertificateFacts,
  certificateFacts,
  INVENTORY_CONNECTIONS,
  type KeyExchange,
  schemeName,
  suiteNamed,
} from '../core/tls';
import type { Answer } from './ask';
import { certificateLines } from './certificate-lines';
import { now } from './deadline';
import type { FollowUp } from './follow-up';
import type { Inventory } from './inventory';
import type { Failure } from './open';
import { type Session, targetText } from './session';

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

/** How far it got, of how many: of an inventory about as many as the largest needs. */
export const partialOf = (connections: number, stopped: Failure | null, inventory: boolean): TlsReport['partial'] => {
  if (!stopped) return null;
  const of = inventory ? Math.max(INVENTORY_CONNECTIONS, connections + 1) : connections + 1;
  return { after: connections, of, because: stopped.detail };
};

const negotiatedOf = (agreement: Agreement | null): TlsReport['negotiated'] =>
  agreement && {
    protocol: agreement.version,
    cipher: agreement.suite.name,
    anonymous: agreement.suite.anonymous,
  };

const exchangeOf = (exchange: KeyExchange | null): TlsKeyExchange | null =>
  exchange && {
    kind: exchange.kind,
    group: exchange.kind === 'ecdh' ? exchange.group : null,
    bits: exchange.bits,
    signature: exchange.scheme === null ? null : schemeName(exchange.scheme),
  };

/** In TLS 1.3 a request for a certificate comes encrypted. */
const requestedOf = (agreement: Agreement | null): boolean | null =>
  agreement?.complete && !atLeast(agreement.version, 'TLSv1.3') ? agreement.certificateRequested : null;

const agreedOf = (agreement: Agreement | null) => ({
  negotiated: negotiatedOf(agreement),
  keyExchange: exchangeOf(agreement?.keyExchange ?? null),
  certificateRequested: requestedOf(agreement),
  cutShort: agreement?.cutShort ?? null,
});

/** An inventory that offered only what nobody had picked yet has forced the anonymous suites as well. */
export const forcedBy = (inventory: Pick<Inventory, 'found' | 'remaining'> | null): boolean | null => {
  if (inventory === null) return null;
  const anonymous = Object.values(inventory.found)
    .flat()
    .some((name) => suiteNamed(name)?.anonymous === true);
  return anonymous || (inventory.remaining === null ? false : null);
};

const wireOf = (session: Session) => ({
  tcp: session.resolved && {
    resolvedMs: session.resolved.ms,
    addresses: [...session.resolved.addresses],
    attempts: [...session.attempts],
  },
  retries: [...session.retries],
  starttlsSeen: { ...session.starttls },
  connections: session.connections,
  durationMs: Math.round(now() - session.started),
});

const smtpOf = ({ facts }: Answer) => ({
  banner: facts?.banner ?? null,
  ehlo: [...(facts?.ehlo ?? [])],
  starttls: facts?.starttls ?? null,
  help: facts?.help ? [...facts.help] : null,
});

/** The document of one probe: the first answer, what the questions behind it added, and the inventory. */
export const reportOf = (
  session: Session,
  first: Answer,
  more: FollowUp,
  inventory: Inventory | null,
): Omit<TlsReport, 'offeredSuites'> => {
  const { options } = session;
  const agreement = first.agreement ?? (options.suites === null ? more.newest : null);
  const stopped = inventory === null ? more.stopped : inventory.stopped;
  return {
    schema: 'cpq-doctor/tls/1',
    target: targetText(session.target),
    vantage: options.vantage ?? LAPTOP,
    ...smtpOf(first),
    ...agreedOf(agreement),
    anonymousAcceptedIfForced: more.anonymous ?? forcedBy(inventory),
    ...certificateOf(session, [first.agreement, more.certified, more.newest]),
    inventory: inventory?.found ?? null,
    remaining: inventory?.remaining ?? null,
    refusedSilently: [...(inventory?.refusedSilently ?? [])],
    partial: partialOf(session.connections, stopped, options.inventory === true),
    failure: failureOf(first, agreement),
    offered: options.offer,
    authenticatedAccepted: more.authenticated,
    ...wireOf(session),
  };
};
