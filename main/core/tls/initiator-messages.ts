import { joined } from './bytes';
import { readCertificates } from './certificate-message';
import { type Agreement, agreed, failed, type InitiatorState, malformed, type Progress } from './initiator-state';
import { keyExchangeText, readKeyExchange } from './key-exchange';
import * as message from './messages';
import { readServerHello } from './server-hello';
import { type Suite, suiteOfCode, unknownSuite } from './suites';
import { versionCode } from './versions';

const suiteText = (suite: Suite): string => `${suite.name} (${suite.anonymous ? 'anonymous' : 'authenticated'})`;

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
