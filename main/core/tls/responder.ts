import * as alert from './alerts';
import { joined, number } from './bytes';
import { writeCertificates } from './certificate-message';
import {
  EC_POINT_FORMATS,
  EMPTY_RENEGOTIATION_INFO,
  RENEGOTIATION_INFO,
  type ReceivedHello,
  readClientHello,
} from './client-hello';
import { type DhShare, type EcdhShare, writeDh, writeEcdh } from './key-exchange';
import * as message from './messages';
import * as record from './records';
import { writeServerHello } from './server-hello';
import { type Suite, suiteNamed } from './suites';
import { atLeast, type TlsVersion, versionCode, versions } from './versions';

/** How a responder of the practice lab answers. Everything of chance is handed in. */
export type ResponderPolicy = {
  /** OpenSSL names, in the responder's order. */
  readonly suites: readonly string[];
  /**
   * Whose order decides. `initiator` is what AsyncOS is assumed to do: IronPort's published TLS layer never sets
   * the server-preference option (inferred; no statement by Cisco found).
   */
  readonly order: 'initiator' | 'responder';
  /** Up to TLS 1.2; this responder has no 1.3. */
  readonly versions: readonly TlsVersion[];
  /** 32 bytes. */
  readonly random: Uint8Array;
  readonly dh: DhShare | null;
  readonly ecdh: EcdhShare | null;
  /** DER, own certificate first; empty: anonymous suites only. */
  readonly certificates: readonly Uint8Array[];
  readonly keyType: 'RSA' | 'ECDSA' | null;
  /**
   * Signs a ServerKeyExchange: gets the bytes to sign and answers signature and scheme (TLS 1.2). Null: of the
   * authenticated suites only those with RSA key exchange are picked.
   */
  readonly sign: ((content: Uint8Array) => { readonly signature: Uint8Array; readonly scheme: number }) | null;
};

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

/** The newest version that both have; supported_versions decides where it is there (RFC 8446 section 4.2.1). */
const pickVersion = (policy: ResponderPolicy, hello: ReceivedHello): TlsVersion | null => {
  const offered = (version: TlsVersion): boolean =>
    hello.supportedVersions.length > 0
      ? hello.supportedVersions.includes(versionCode(version))
      : versionCode(version) <= hello.version;
  const common = versions.filter((version) => policy.versions.includes(version) && offered(version));
  return common.filter((version) => version !== 'TLSv1.3').at(-1) ?? null;
};

const hasShare = (policy: ResponderPolicy, suite: Suite, hello: ReceivedHello): boolean => {
  if (suite.keyExchange === 'DH') return policy.dh !== null;
  if (suite.keyExchange !== 'ECDH' || !policy.ecdh) return false;
  return hello.groups.length === 0 || hello.groups.includes(policy.ecdh.group);
};

/** Whether this responder can carry the suite out: a share for the key exchange, a key that fits, a signer. */
const able = (policy: ResponderPolicy, version: TlsVersion, hello: ReceivedHello, suite: Suite): boolean => {
  if (!atLeast(version, suite.from) || suite.from === 'TLSv1.3') return false;
  if (suite.anonymous) return hasShare(policy, suite, hello);
  if (policy.certificates.length === 0 || suite.authentication !== policy.keyType) return false;
  if (suite.keyExchange === 'RSA') return true;
  return policy.sign !== null && hasShare(policy, suite, hello);
};

const known = (names: readonly string[]): Suite[] =>
  names.map(suiteNamed).filter((suite): suite is Suite => suite !== null);

/** The suite on which this policy and this offer agree at this version; null where they share none. */
export const pickSuite = (policy: ResponderPolicy, version: TlsVersion, hello: ReceivedHello): Suite | null => {
  const own = known(policy.suites).filter((suite) => able(policy, version, hello, suite));
  if (policy.order === 'responder') return own.find((suite) => hello.suites.includes(suite.code)) ?? null;
  const code = hello.suites.find((offered) => own.some((suite) => suite.code === offered));
  return own.find((suite) => suite.code === code) ?? null;
};

/** Params, and where a certificate vouches for them also scheme and signature (RFC 5246 section 7.4.3). */
const keyExchangeBody = (
  policy: ResponderPolicy,
  version: TlsVersion,
  suite: Suite,
  hello: ReceivedHello,
): Uint8Array => {
  const params =
    suite.keyExchange === 'DH' && policy.dh
      ? writeDh(policy.dh)
      : policy.ecdh
        ? writeEcdh(policy.ecdh)
        : new Uint8Array(0);
  if (suite.anonymous || !policy.sign) return params;
  const { signature, scheme } = policy.sign(joined(hello.random, policy.random, params));
  const signed = joined(number(2, signature.length), signature);
  return joined(params, atLeast(version, 'TLSv1.2') ? joined(number(2, scheme), signed) : signed);
};

const helloExtensions = (suite: Suite, hello: ReceivedHello): [number, Uint8Array][] => [
  ...(hello.suites.includes(EMPTY_RENEGOTIATION_INFO) || hello.extensions.has(RENEGOTIATION_INFO)
    ? [[RENEGOTIATION_INFO, Uint8Array.of(0)] as [number, Uint8Array]]
    : []),
  ...(suite.keyExchange === 'ECDH' && hello.extensions.has(EC_POINT_FORMATS)
    ? [[EC_POINT_FORMATS, Uint8Array.of(1, 0)] as [number, Uint8Array]]
    : []),
];

const flight = (policy: ResponderPolicy, version: TlsVersion, suite: Suite, hello: ReceivedHello): Uint8Array => {
  const parts = [
    message.writeMessage(
      message.SERVER_HELLO,
      writeServerHello(version, policy.random, suite.code, helloExtensions(suite, hello)),
    ),
    ...(suite.anonymous ? [] : [message.writeMessage(message.CERTIFICATE, writeCertificates(policy.certificates))]),
    ...(suite.keyExchange === 'RSA'
      ? []
      : [message.writeMessage(message.SERVER_KEY_EXCHANGE, keyExchangeBody(policy, version, suite, hello))]),
    message.writeMessage(message.SERVER_HELLO_DONE, new Uint8Array(0)),
  ];
  return joined(...parts.map((part) => record.writeRecords(record.HANDSHAKE, versionCode(version), part)));
};

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
