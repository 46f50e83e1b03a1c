import type { TlsFailureCode } from '../model';
import { alertName, CLOSE_NOTIFY, USER_CANCELED } from './alerts';
import { hex, joined, textOf } from './bytes';
import { type Hello, writeClientHello } from './client-hello';
import { onHandshake } from './initiator-messages';
import {
  agreed,
  failed,
  type InitiatorState,
  type InitiatorStep,
  malformed,
  type Progress,
  type TlsEvent,
  type Wanted,
} from './initiator-state';
import * as record from './records';
import { type TlsVersion, versionCode } from './versions';

export type { Agreement, InitiatorState, InitiatorStep, TlsAnswer, TlsEvent, Wanted } from './initiator-state';

/** More records than any flight needs: a responder that sends single bytes is cut off here. */
const MOST_RECORDS = 4096;

const nothing = { records: new Uint8Array(0), messages: new Uint8Array(0), recordCount: 0, agreement: null } as const;

/**
 * Starts a handshake that is never finished: the ClientHello to send and the state that waits for the answer, which
 * is read as far as it is wanted.
 */
export const startTls = (hello: Hello, wanted: Wanted = 'flight'): InitiatorStep & { readonly send: Uint8Array } => {
  const send = writeClientHello(hello);
  const state = { hello, wanted, ...nothing };
  const offer = `TLS: ClientHello ${hello.version} offers ${hello.suites.map((suite) => suite.name).join(':')}`;
  return { state, send, lines: [offer, `TLS C: ${hex(send)}`] };
};

/** What is said before hanging up: the handshake is cancelled, then the end (RFC 5246 section 7.2). */
export const farewell = (version: TlsVersion): Uint8Array => {
  const code = Math.min(versionCode(version), versionCode('TLSv1.2'));
  return joined(record.writeAlert(code, 1, USER_CANCELED), record.writeAlert(code, 1, CLOSE_NOTIFY));
};

/** A record with more alerts than this was made to keep us busy. */
const MOST_ALERTS = 16;

/** A warning says nothing about the handshake, except the one that ends it (RFC 5246 section 7.2). */
const oneAlert = (state: InitiatorState, level: number, code: number): Progress => {
  const lines = [`TLS: Alert ${level === 1 ? 'warning' : 'fatal'} ${alertName(code)}`];
  if (level !== 1) return { state, done: { kind: 'alert', code, name: alertName(code) }, lines };
  return code === CLOSE_NOTIFY
    ? { ...ended(state, 'tls-closed', 'close_notify instead of an answer'), lines }
    : { state, lines };
};

/** Several alerts may stand in one record (RFC 5246 section 6.2.1): the fatal one is often the second. */
const onAlert = (state: InitiatorState, content: Uint8Array): Progress => {
  if (content.length === 0 || content.length % 2 !== 0) return malformed(state, 'Alert cut short');
  if (content.length > 2 * MOST_ALERTS) return malformed(state, `more than ${MOST_ALERTS} alerts in a record`);
  const lines: string[] = [];
  for (let at = 0; at < content.length; at += 2) {
    const next = oneAlert(state, content[at] ?? 0, content[at + 1] ?? 0);
    lines.push(...next.lines);
    if (next.done) return { ...next, lines };
  }
  return { state, lines };
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
  const progress = agreed(state, { ...state.agreement, cutShort: code });
  return { ...progress, lines: [`TLS: flight not complete: ${detail}`] };
};

const silenceOf = (state: InitiatorState): string => {
  const pending = state.records.length + state.messages.length;
  return pending > 0 ? `${pending} bytes of an answer in time, no more` : 'no answer to the ClientHello in time';
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
    case 'reset':
      return ended(state, 'reset', `connection reset (${event.errno})`);
    case 'deadline':
      return ended(state, 'tls-timed-out', silenceOf(state));
  }
};
