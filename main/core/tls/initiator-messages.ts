import { joined } from './bytes';
import { readCertificates } from './certificate-message';
import { type Agreement, agreed, failed, type InitiatorState, malformed, type Progress } from './initiator-state';
import { curve, keyExchangeText, readKeyExchange, readsKeyExchange } from './key-exchange';
import * as message from './messages';
import { readServerHello } from './server-hello';
import { type Suite, suiteOfCode, unknownSuite } from './suites';
import { versionCode } from './versions';

const suiteText = (suite: Suite): string => `${suite.name} (${suite.anonymous ? 'anonymous' : 'authenticated'})`;

const begun = {
  certificates: [],
  keyExchange: null,
  certificateRequested: false,
  complete: false,
  cutShort: null,
} as const;

const onServerHello = (state: InitiatorState, body: Uint8Array): Progress => {
  const hello = readServerHello(body);
  if (!hello || state.agreement) return malformed(state, hello ? 'a second ServerHello' : 'ServerHello cut short');
  const { version } = hello;
  const offered = state.hello.suites.find((suite) => suite.code === hello.suite);
  const suite = offered ?? suiteOfCode(hello.suite) ?? unknownSuite(hello.suite);
  if (version === null || hello.versionCode > versionCode(state.hello.version))
    return malformed(state, `ServerHello with version 0x${hello.versionCode.toString(16).padStart(4, '0')}`);
  if (!offered) return malformed(state, `ServerHello picks ${suite.name}, which was not offered`);
  const word = hello.helloRetryRequest ? 'HelloRetryRequest' : 'ServerHello';
  const agreement: Agreement = { ...begun, version, suite, helloRetryRequest: hello.helloRetryRequest };
  const lines = [`TLS: ${word} ${version} ${suiteText(suite)}`];
  if (version === 'TLSv1.3') return inTls13(state, agreement, hello.group, lines);
  if (state.wanted === 'server-hello') return { ...agreed(state, agreement), lines };
  return { state: { ...state, agreement }, lines };
};

/**
 * In TLS 1.3 nothing more can be read: either the answer is a retry request, or the rest is encrypted. So a responder
 * that would ask for retries without end is left at its first.
 */
const inTls13 = (
  state: InitiatorState,
  agreement: Agreement,
  group: number | null,
  lines: readonly string[],
): Progress => {
  const keyExchange = group === null ? null : curve(group);
  const asked = keyExchange === null ? [] : [`TLS: group ${keyExchangeText(keyExchange)}`];
  return { ...agreed(state, { ...agreement, keyExchange, complete: true }), lines: [...lines, ...asked] };
};

/** No chain is as long; a message full of empty certificates is not worth keeping. */
const LONGEST_CHAIN = 32;

const onCertificate = (state: InitiatorState, agreement: Agreement, body: Uint8Array): Progress => {
  const all = readCertificates(body);
  if (!all) return malformed(state, 'Certificate cut short');
  const certificates = all.slice(0, LONGEST_CHAIN);
  const lines = [`TLS: Certificate, ${all.length} in the chain`];
  return { state: { ...state, agreement: { ...agreement, certificates } }, lines };
};

const onKeyExchange = (state: InitiatorState, agreement: Agreement, body: Uint8Array): Progress => {
  if (!readsKeyExchange(agreement.suite)) return { state, lines: ['TLS: ServerKeyExchange'] };
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
  const certificateRequested = agreement.certificateRequested || type === message.CERTIFICATE_REQUEST;
  const lines = [`TLS: ${message.messageName(type)}`];
  return { state: { ...state, agreement: { ...agreement, certificateRequested } }, lines };
};

const withLine = (progress: Progress, type: number): Progress => ({
  ...progress,
  lines: [...progress.lines, `TLS: ${message.messageName(type)}`],
});

/** What the responder says in handshake messages, whole or in fragments. */
export const onHandshake = (state: InitiatorState, content: Uint8Array): Progress => {
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
