import type { TlsFailureCode } from '../model';
import { alertName, CLOSE_NOTIFY, USER_CANCELED } from './alerts';
import { hex, joined, textOf } from './bytes';
import { readCertificates } from './certificate-message';
import { type Hello, writeClientHello } from './client-hello';
import { type KeyExchange, keyExchangeText, readKeyExchange } from './key-exchange';
import * as message from './messages';
import * as record from './records';
import { readServerHello } from './server-hello';
import { type Suite, unknownSuite } from './suites';
import { type TlsVersion, versionCode } from './versions';

/** What the responder agreed to. `complete` is false where the flight broke off after its ServerHello. */
export type Agreement = {
  readonly version: TlsVersion;
  readonly suite: Suite;
  readonly helloRetryRequest: boolean;
  /** DER, the responder's own first; empty with an anonymous suite and in TLS 1.3, where it is encrypted. */
  readonly certificates: readonly Uint8Array[];
  readonly keyExchange: KeyExchange | null;
  readonly complete: boolean;
};

export type TlsAnswer =
  | { readonly kind: 'agreed'; readonly agreement: Agreement }
  | { readonly kind: 'alert'; readonly code: number; readonly name: string }
  | { readonly kind: 'failed'; readonly code: TlsFailureCode; readonly detail: string };

export type TlsEvent =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'closed' }
  | { readonly kind: 'deadline' };

export type InitiatorState = {
  readonly hello: Hello;
  readonly records: Uint8Array;
  readonly messages: Uint8Array;
  readonly recordCount: number;
  readonly agreement: Agreement | null;
};

export type InitiatorStep = {
  readonly state: InitiatorState;
  readonly send?: Uint8Array;
  readonly done?: TlsAnswer;
  /** The record of this step: whole records in hex, and what they mean. One fact a line. */
  readonly lines: readonly string[];
};

/** More records than any flight needs: a responder that sends single bytes is cut off here. */
const MOST_RECORDS = 4096;

/** Starts a handshake that is never finished: the ClientHello to send and the state that waits for the answer. */
export const startTls = (hello: Hello): InitiatorStep & { readonly send: Uint8Array } => {
  const send = writeClientHello(hello);
  const state = { hello, records: new Uint8Array(0), messages: new Uint8Array(0), recordCount: 0, agreement: null };
  const offer = `TLS: ClientHello ${hello.version} offers ${hello.suites.map((suite) => suite.name).join(':')}`;
  return { state, send, lines: [offer, `TLS C: ${hex(send)}`] };
};

/** What is said before hanging up: the handshake is cancelled, then the end (RFC 5246 section 7.2). */
export const farewell = (version: TlsVersion): Uint8Array => {
  const code = Math.min(versionCode(version), versionCode('TLSv1.2'));
  return joined(record.writeAlert(code, 1, USER_CANCELED), record.writeAlert(code, 1, CLOSE_NOTIFY));
};

type Progress = Omit<InitiatorStep, 'send'>;

const failed = (
  state: InitiatorState,
  code: TlsFailureCode,
  detail: string,
  lines: readonly string[] = [],
): Progress => ({
  state,
  done: { kind: 'failed', code, detail },
  lines: [...lines, `TLS: ${code}: ${detail}`],
});

const malformed = (state: InitiatorState, detail: string): Progress => failed(state, 'tls-malformed', detail);

const agreed = (state: InitiatorState, agreement: Agreement): Progress => ({
  state: { ...state, agreement },
  done: { kind: 'agreed', agreement },
  lines: [],
});

const suiteText = (suite: Suite): string => `${suite.name} (${suite.anonymous ? 'anonymous' : 'authenticated'})`;

const onServerHello = (state: InitiatorState, body: Uint8Array): Progress => {
  const hello = readServerHello(body);
  if (!hello || state.agreement) return malformed(state, hello ? 'a second ServerHello' : 'ServerHello cut short');
  const { version } = hello;
  const offered = state.hello.suites.find((suite) => suite.code === hello.suite);
  const suite = offered ?? unknownSuite(hello.suite);
  if (version === null || hello.versionCode > versionCode(state.hello.version))
    return malformed(state, `ServerHello with version 0x${hello.versionCode.toString(16).padStart(4, '0')}`);
  if (!offered) return malformed(state, `ServerHello picks ${suite.name}, which was not offered`);
  const word = hello.helloRetryRequest ? 'HelloRetryRequest' : 'ServerHello';
  const agreement = { version, suite, helloRetryRequest: hello.helloRetryRequest, certificates: [], keyExchange: null };
  const lines = [`TLS: ${word} ${version} ${suiteText(suite)}`];
  const next = { ...state, agreement: { ...agreement, complete: false } };
  // In TLS 1.3 nothing more can be read: either the answer is a retry request, or the rest is encrypted.
  if (version === 'TLSv1.3') return { ...agreed(next, { ...agreement, complete: true }), lines };
  return { state: next, lines };
};

const onCertificate = (state: InitiatorState, agreement: Agreement, body: Uint8Array): Progress => {
  const certificates = readCertificates(body);
  if (!certificates) return malformed(state, 'Certificate cut short');
  const lines = [`TLS: Certificate, ${certificates.length} in the chain`];
  return { state: { ...state, agreement: { ...agreement, certificates } }, lines };
};

const onKeyExchange = (state: InitiatorState, agreement: Agreement, body: Uint8Array): Progress => {
  const keyExchange = readKeyExchange(body, agreement.suite, agreement.version);
  if (!keyExchange) return malformed(state, 'ServerKeyExchange that does not fit its suite');
  const lines = [`TLS: ServerKeyExchange ${keyExchangeText(keyExchange)}`];
  return { state: { ...state, agreement: { ...agreement, keyExchange } }, lines };
};

const onMessage = (state: InitiatorState, { type, body }: message.Message): Progress => {
  if (type === message.SERVER_HELLO) return onServerHello(state, body);
  if (type === 0) return { state, lines: [] };
  const { agreement } = state;
  if (!agreement) return malformed(state, `${message.messageName(type)} before ServerHello`);
  if (type === message.CERTIFICATE) return onCertificate(state, agreement, body);
  if (type === message.SERVER_KEY_EXCHANGE) return onKeyExchange(state, agreement, body);
  if (type === message.SERVER_HELLO_DONE) return withLine(agreed(state, { ...agreement, complete: true }), type);
  return { state, lines: [`TLS: ${message.messageName(type)}`] };
};

const withLine = (progress: Progress, type: number): Progress => ({
  ...progress,
  lines: [...progress.lines, `TLS: ${message.messageName(type)}`],
});

const onHandshake = (state: InitiatorState, content: Uint8Array): Progress => {
  const { messages, rest, problem } = message.splitMessages(joined(state.messages, content));
  let progress: Progress = { state: { ...state, messages: rest }, lines: [] };
  for (const one of messages) {
    const next = onMessage(progress.state, one);
    progress = { ...next, lines: [...progress.lines, ...next.lines] };
    if (progress.done) return progress;
  }
  if (!problem) return progress;
  return failed(
    progress.state,
    'tls-malformed',
    `handshake message over ${message.LONGEST_MESSAGE} bytes`,
    progress.lines,
  );
};

/** A warning says nothing about the handshake, except the one that ends it (RFC 5246 section 7.2). */
const onAlert = (state: InitiatorState, content: Uint8Array): Progress => {
  const [level, code] = content;
  if (level === undefined || code === undefined) return malformed(state, 'Alert cut short');
  const lines = [`TLS: Alert ${level === 1 ? 'warning' : 'fatal'} ${alertName(code)}`];
  if (level === 1 && code !== CLOSE_NOTIFY) return { state, lines };
  if (level === 1) return { ...ended(state, 'tls-closed', 'close_notify instead of an answer'), lines };
  return { state, done: { kind: 'alert', code, name: alertName(code) }, lines };
};

const onRecord = (state: InitiatorState, one: record.TlsRecord): Progress => {
  if (state.recordCount > MOST_RECORDS) return malformed(state, `more than ${MOST_RECORDS} records`);
  const counted = { ...state, recordCount: state.recordCount + 1 };
  const line = `TLS S: ${hex(one.raw)}`;
  if (one.type !== record.HANDSHAKE && one.type !== record.ALERT)
    return failed(counted, 'tls-malformed', `record of type ${one.type} during the handshake`, [line]);
  const progress = one.type === record.HANDSHAKE ? onHandshake(counted, one.content) : onAlert(counted, one.content);
  return { ...progress, lines: [line, ...progress.lines] };
};

const shown = (bytes: Uint8Array): string => JSON.stringify(textOf(bytes.subarray(0, 80)));

const onBytes = (state: InitiatorState, bytes: Uint8Array): Progress => {
  const { records, rest, problem } = record.splitRecords(joined(state.records, bytes));
  let progress: Progress = { state: { ...state, records: rest }, lines: [] };
  for (const one of records) {
    const next = onRecord(progress.state, one);
    progress = { ...next, lines: [...progress.lines, ...next.lines] };
    if (progress.done) return progress;
  }
  if (!problem) return progress;
  const detail = problem === 'not-tls' ? `no TLS record: ${shown(rest)}` : 'record longer than the protocol allows';
  return failed(progress.state, 'tls-malformed', detail, progress.lines);
};

/** The end of the line: what was agreed until then still counts, as incomplete. */
const ended = (state: InitiatorState, code: TlsFailureCode, detail: string): Progress => {
  if (!state.agreement) return failed(state, code, detail);
  const progress = agreed(state, state.agreement);
  return { ...progress, lines: [`TLS: flight not complete: ${detail}`] };
};

/**
 * Feeds the machine. It ends (`done`) with what was agreed, the alert that refused it, or a failure; it never asks
 * to send anything, so no handshake is finished and no application data leaves. Never throws on any bytes.
 */
export const stepTls = (state: InitiatorState, event: TlsEvent): InitiatorStep => {
  switch (event.kind) {
    case 'bytes':
      return onBytes(state, event.bytes);
    case 'closed':
      return ended(state, 'tls-closed', 'connection closed during the handshake');
    case 'deadline':
      return ended(state, 'tls-timed-out', 'no answer to the ClientHello in time');
  }
};
