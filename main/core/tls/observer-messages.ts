import { joined } from './bytes';
import { readCertificates } from './certificate-message';
import { readClientHello } from './client-hello';
import { keyExchangeText, readKeyExchange } from './key-exchange';
import * as message from './messages';
import { clientHello, codeText, suiteOf } from './observed-hello';
import { malformed, type TlsObserved, type TlsObserver, type TlsSeen } from './observer-state';
import { readServerHello } from './server-hello';

const onServerHello = (state: TlsObserver, body: Uint8Array): TlsObserved => {
  const hello = readServerHello(body);
  if (hello === null) return malformed(state, 'ServerHello cut short');
  const suite = suiteOf(hello.suite);
  const version = codeText(hello.versionCode);
  return {
    state: { ...state, version: hello.version, suite },
    seen: [{ kind: 'server-hello', version, suite, retry: hello.helloRetryRequest }],
  };
};

const onKeyExchange = (state: TlsObserver, body: Uint8Array): TlsObserved => {
  const { suite, version } = state;
  const found = suite === null || version === null ? null : readKeyExchange(body, suite, version);
  return { state, seen: found === null ? [] : [{ kind: 'key-exchange', text: keyExchangeText(found) }] };
};

const onMessage = (state: TlsObserver, { type, body }: message.Message): TlsObserved => {
  switch (type) {
    case message.CLIENT_HELLO: {
      const hello = readClientHello(body);
      return hello === null ? malformed(state, 'ClientHello cut short') : { state, seen: [clientHello(hello)] };
    }
    case message.SERVER_HELLO:
      return onServerHello(state, body);
    case message.CERTIFICATE:
      return { state, seen: [{ kind: 'certificate', chain: readCertificates(body) }] };
    case message.SERVER_KEY_EXCHANGE:
      return onKeyExchange(state, body);
    default:
      return { state, seen: [{ kind: 'message', name: message.messageName(type) }] };
  }
};

/** A record of one whole message: what a handshake looks like where its beginning is missing, or after a change of keys. */
export const fillsRecord = (content: Uint8Array): boolean => {
  const length = ((content[1] ?? 0) << 16) | ((content[2] ?? 0) << 8) | (content[3] ?? 0);
  return content.length === 4 + length && content.length > 4;
};

/** Feeds the content of a handshake record; a message that is not whole yet is kept. */
export const onHandshake = (before: TlsObserver, content: Uint8Array): TlsObserved => {
  if (!before.aligned && !fillsRecord(content)) return { state: before, seen: [] };
  const { messages, rest, problem } = message.splitMessages(joined(before.messages, content));
  let state: TlsObserver = { ...before, messages: rest.slice() };
  const seen: TlsSeen[] = [];
  for (const one of messages) {
    const step = onMessage(state, one);
    state = step.state;
    seen.push(...step.seen);
    if (state.mode === 'dark') return { state, seen };
  }
  if (problem === null) return { state, seen };
  const broken = malformed(state, `handshake message over ${message.LONGEST_MESSAGE} bytes`);
  return { ...broken, seen: [...seen, ...broken.seen] };
};
