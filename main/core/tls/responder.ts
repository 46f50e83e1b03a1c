import * as alert from './alerts';
import { joined } from './bytes';
import { type ReceivedHello, readClientHello } from './client-hello';
import * as message from './messages';
import * as record from './records';
import { flight } from './responder-flight';
import { pickSuite, pickVersion, type ResponderPolicy } from './responder-policy';
import type { Suite } from './suites';
import { type TlsVersion, versionCode } from './versions';

export { pickSuite, type ResponderPolicy } from './responder-policy';

export type ResponderEnd =
  | { readonly kind: 'answered'; readonly version: TlsVersion; readonly suite: Suite; readonly hello: ReceivedHello }
  | { readonly kind: 'refused'; readonly alert: number; readonly hello: ReceivedHello | null }
  /** After the answer the initiator said something: an alert, or a ClientKeyExchange that nobody here completes. */
  | { readonly kind: 'left'; readonly alert: number | null };

export type ResponderState = {
  readonly records: Uint8Array;
  readonly messages: Uint8Array;
  readonly answered: { readonly version: TlsVersion; readonly suite: Suite } | null;
};

export type ResponderStep = {
  readonly state: ResponderState;
  readonly send?: Uint8Array;
  readonly done?: ResponderEnd;
  readonly problem?: 'not-tls' | 'record-too-long' | 'message-too-long' | 'hello-malformed';
};

export const newResponder = (): ResponderState => ({
  records: new Uint8Array(0),
  messages: new Uint8Array(0),
  answered: null,
});

const alertBytes = (version: TlsVersion, code: number): Uint8Array => record.writeAlert(versionCode(version), 2, code);

const refuse = (
  state: ResponderState,
  code: number,
  hello: ReceivedHello | null,
  version: TlsVersion = 'TLSv1',
): ResponderStep => ({
  state,
  send: alertBytes(version, code),
  done: { kind: 'refused', alert: code, hello },
});

const answerHello = (policy: ResponderPolicy, state: ResponderState, body: Uint8Array): ResponderStep => {
  const hello = readClientHello(body);
  if (!hello) return { ...refuse(state, alert.DECODE_ERROR, null), problem: 'hello-malformed' };
  const version = pickVersion(policy, hello);
  if (!version) return refuse(state, alert.PROTOCOL_VERSION, hello);
  const suite = pickSuite(policy, version, hello);
  if (!suite) return refuse(state, alert.HANDSHAKE_FAILURE, hello, version);
  return {
    state: { ...state, answered: { version, suite } },
    send: flight(policy, version, suite, hello),
    done: { kind: 'answered', version, suite, hello },
  };
};

/** After the answer: an alert is the initiator's farewell; a handshake message is answered by our own. */
const afterAnswer = (state: ResponderState, version: TlsVersion, one: record.TlsRecord): ResponderStep => {
  if (one.type === record.ALERT) return { state, done: { kind: 'left', alert: one.content[1] ?? null } };
  return { state, send: alertBytes(version, alert.HANDSHAKE_FAILURE), done: { kind: 'left', alert: null } };
};

const onHandshake = (policy: ResponderPolicy, state: ResponderState, content: Uint8Array): ResponderStep => {
  const { messages, rest, problem } = message.splitMessages(joined(state.messages, content));
  const next = { ...state, messages: rest };
  if (problem) return { ...refuse(next, alert.DECODE_ERROR, null), problem };
  const [first] = messages;
  if (!first) return { state: next };
  return first.type === message.CLIENT_HELLO
    ? answerHello(policy, next, first.body)
    : refuse(next, alert.UNEXPECTED_MESSAGE, null);
};

/**
 * Answers the start of a handshake: a ClientHello with ServerHello … ServerHelloDone (`answered`), or with an alert
 * (`refused`): handshake_failure where no suite is shared, protocol_version where no version is. It completes no
 * handshake: what comes after the answer ends it (`left`). Source: RFC 5246 section 7.3. Never throws on any bytes.
 */
export const stepResponder = (policy: ResponderPolicy, state: ResponderState, bytes: Uint8Array): ResponderStep => {
  const { records, rest, problem } = record.splitRecords(joined(state.records, bytes));
  let step: ResponderStep = { state: { ...state, records: rest } };
  for (const one of records) {
    const { answered } = step.state;
    if (answered) return afterAnswer(step.state, answered.version, one);
    if (one.type === record.ALERT) return { state: step.state, done: { kind: 'left', alert: one.content[1] ?? null } };
    if (one.type !== record.HANDSHAKE) return refuse(step.state, alert.UNEXPECTED_MESSAGE, null);
    step = onHandshake(policy, step.state, one.content);
    if (step.done) return step;
  }
  return problem ? { ...refuse(step.state, alert.DECODE_ERROR, null), problem } : step;
};
