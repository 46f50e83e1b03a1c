import { hex, joined } from './bytes';
import { readCertificates } from './certificate-message';
import { EMPTY_RENEGOTIATION_INFO, type ReceivedHello, readClientHello, SERVER_NAME } from './client-hello';
import { keyExchangeText, readKeyExchange } from './key-exchange';
import * as message from './messages';
import * as record from './records';
import { readServerHello } from './server-hello';
import { beginsSslv2, readSslv2Hello, type Sslv2Hello, sslv2Length } from './sslv2-hello';
import { type Suite, suiteOfCode, unknownSuite } from './suites';
import { type TlsVersion, versionCode, versionOfCode } from './versions';

/** What one side of somebody else's handshake said, as far as it can be read without any key. */
export type TlsSeen =
  | {
      readonly kind: 'client-hello';
      readonly form: 'tls' | 'sslv2';
      readonly version: string;
      readonly suites: readonly Suite[];
      readonly serverName: string | null;
    }
  | {
      readonly kind: 'server-hello';
      /** A version that no RFC knows is its code. */
      readonly version: string;
      readonly suite: Suite;
      readonly retry: boolean;
    }
  | { readonly kind: 'certificate'; readonly chain: readonly Uint8Array[] | null }
  | { readonly kind: 'key-exchange'; readonly text: string }
  | { readonly kind: 'message'; readonly name: string }
  /** Level and name are null where the alert is encrypted. */
  | { readonly kind: 'alert'; readonly level: 'warning' | 'fatal' | null; readonly code: number | null }
  /** The first protected record. */
  | { readonly kind: 'protected' }
  | { readonly kind: 'application-data'; readonly bytes: number }
  | { readonly kind: 'malformed'; readonly detail: string };

type Mode = 'handshake' | 'protected' | 'resync' | 'dark';

/** One side's bytes since TLS began. Keeps at most one record and one message; once protected, only a header. */
export type TlsObserver = {
  readonly mode: Mode;
  readonly begun: boolean;
  readonly rest: Uint8Array;
  readonly messages: Uint8Array;
  /** False behind a hole: only messages that fill a record are read. */
  readonly aligned: boolean;
  readonly changed: boolean;
  readonly version: TlsVersion | null;
  readonly suite: Suite | null;
  /** What is left of the protected record under way, and its type. */
  readonly left: number;
  readonly type: number;
};

export type TlsObserved = { readonly state: TlsObserver; readonly seen: readonly TlsSeen[] };

const NOTHING = new Uint8Array(0);
const APPLICATION_DATA = 23;
const HEARTBEAT = 24;
/** TLS_EMPTY_RENEGOTIATION_INFO_SCSV (RFC 5746) and TLS_FALLBACK_SCSV (RFC 7507) are signals, no suites. */
const SIGNALS = [EMPTY_RENEGOTIATION_INFO, 0x5600];

export const newTlsObserver = (): TlsObserver => ({
  mode: 'handshake',
  begun: false,
  rest: NOTHING,
  messages: NOTHING,
  aligned: true,
  changed: false,
  version: null,
  suite: null,
  left: 0,
  type: 0,
});

const codeText = (code: number): string => versionOfCode(code) ?? `0x${code.toString(16).padStart(4, '0')}`;
const suiteOf = (code: number): Suite => suiteOfCode(code) ?? unknownSuite(code);
const suitesOf = (codes: readonly number[]): Suite[] => codes.filter((code) => !SIGNALS.includes(code)).map(suiteOf);

const nameOf = (content: Uint8Array | undefined): string | null => {
  if (content === undefined || content.length < 6) return null;
  const name = content.subarray(5);
  return name.length <= 255 && name.every((byte) => byte > 0x20 && byte < 0x7f) ? String.fromCharCode(...name) : null;
};

/** The newest version offered; numbers that are made up to keep lists open (RFC 8701) are left out. */
const newest = (hello: ReceivedHello): number => {
  const known = hello.supportedVersions.filter((code) => versionOfCode(code) !== null);
  return known.length > 0 ? Math.max(...known) : hello.version;
};

const clientHello = (hello: ReceivedHello): TlsSeen => ({
  kind: 'client-hello',
  form: 'tls',
  version: codeText(newest(hello)),
  suites: suitesOf(hello.suites),
  serverName: nameOf(hello.extensions.get(SERVER_NAME)),
});

/** Suites of SSLv2 itself have no number of two bytes and stand in no table. */
const specOf = (spec: number): Suite =>
  spec <= 0xffff ? suiteOf(spec) : { ...unknownSuite(spec), name: `0x${spec.toString(16).padStart(6, '0')}` };

const oldHello = ({ version, specs }: Sslv2Hello): TlsSeen => ({
  kind: 'client-hello',
  form: 'sslv2',
  version: codeText(version),
  suites: specs.filter((spec) => !SIGNALS.includes(spec)).map(specOf),
  serverName: null,
});

const malformed = (state: TlsObserver, detail: string): TlsObserved => ({
  state: { ...state, mode: 'dark', rest: NOTHING, messages: NOTHING },
  seen: [{ kind: 'malformed', detail }],
});

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
const fillsRecord = (content: Uint8Array): boolean => {
  const length = ((content[1] ?? 0) << 16) | ((content[2] ?? 0) << 8) | (content[3] ?? 0);
  return content.length === 4 + length && content.length > 4;
};

const onHandshake = (before: TlsObserver, content: Uint8Array): TlsObserved => {
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

const onAlert = (state: TlsObserver, content: Uint8Array): TlsObserved => {
  const [level, code] = content;
  if (content.length !== 2 || code === undefined) return { state, seen: [{ kind: 'alert', level: null, code: null }] };
  return { state, seen: [{ kind: 'alert', level: level === 1 ? 'warning' : 'fatal', code }] };
};

/** After HelloRetryRequest a second ClientHello comes in the clear behind a ChangeCipherSpec (RFC 8446 appendix D.4). */
const isHello = (content: Uint8Array): boolean =>
  (content[0] === message.CLIENT_HELLO || content[0] === message.SERVER_HELLO) && fillsRecord(content);

const isProtected = (state: TlsObserver, type: number, content: Uint8Array): boolean => {
  if (type === APPLICATION_DATA || type === HEARTBEAT) return true;
  return state.changed && state.version !== 'TLSv1.3' && type === record.HANDSHAKE && !isHello(content);
};

const onRecord = (state: TlsObserver, { type, content }: record.TlsRecord): TlsObserved => {
  if (type === record.CHANGE_CIPHER_SPEC) return { state: { ...state, changed: true }, seen: [] };
  if (type === record.ALERT) return onAlert(state, content);
  if (!isProtected(state, type, content)) return onHandshake(state, content);
  const data = type === APPLICATION_DATA ? [{ kind: 'application-data' as const, bytes: content.length }] : [];
  return { state: { ...state, mode: 'protected', messages: NOTHING }, seen: [{ kind: 'protected' }, ...data] };
};

const onSslv2 = (state: TlsObserver, bytes: Uint8Array): TlsObserved => {
  const length = sslv2Length(bytes);
  if (bytes.length < length) return { state: { ...state, rest: bytes.slice() }, seen: [] };
  const hello = readSslv2Hello(bytes.subarray(0, length));
  if (hello === null) return malformed(state, 'ClientHello in the form of SSLv2, cut short');
  const step = stepTlsObserver({ ...state, begun: true, rest: NOTHING }, bytes.subarray(length));
  return { state: step.state, seen: [oldHello(hello), ...step.seen] };
};

/** Records in the clear, until the first protected one. */
const onClear = (before: TlsObserver, bytes: Uint8Array): TlsObserved => {
  const { records, rest, problem } = record.splitRecords(bytes);
  let state: TlsObserver = { ...before, begun: true, rest: rest.slice() };
  const seen: TlsSeen[] = [];
  for (const [index, one] of records.entries()) {
    const step = onRecord(state, one);
    state = step.state;
    seen.push(...step.seen);
    if (state.mode === 'dark') return { state, seen };
    if (state.mode === 'protected') {
      const more = joined(...records.slice(index + 1).map(({ raw }) => raw), rest);
      const after = stepTlsObserver({ ...state, rest: NOTHING }, more);
      return { state: after.state, seen: [...seen, ...after.seen] };
    }
  }
  if (problem === null) return { state, seen };
  const detail = problem === 'not-tls' ? `no TLS record: ${hex(rest.subarray(0, 16))}` : 'record longer than allowed';
  const broken = malformed(state, detail);
  return { ...broken, seen: [...seen, ...broken.seen] };
};

/** Protected records are stepped over by their headers; of application data the bytes are counted. */
const onProtected = (before: TlsObserver, fed: Uint8Array): TlsObserved => {
  const seen: TlsSeen[] = [];
  let { left, type, rest } = before;
  let data = 0;
  for (let at = 0; at < fed.length; ) {
    if (left > 0) {
      const count = Math.min(left, fed.length - at);
      if (type === APPLICATION_DATA) data += count;
      left -= count;
      at += count;
      continue;
    }
    const missing = 5 - rest.length;
    rest = joined(rest, fed.subarray(at, at + missing));
    at += missing;
    if (rest.length < 5) break;
    type = rest[0] ?? 0;
    left = ((rest[3] ?? 0) << 8) | (rest[4] ?? 0);
    if (type < record.CHANGE_CIPHER_SPEC || type > HEARTBEAT || rest[1] !== 3)
      return { state: { ...before, mode: 'dark', rest: NOTHING, left: 0 }, seen };
    if (type === record.ALERT) seen.push({ kind: 'alert', level: null, code: null });
    rest = NOTHING;
  }
  if (data > 0) seen.push({ kind: 'application-data', bytes: data });
  return { state: { ...before, left, type, rest: rest.slice() }, seen };
};

/** Behind a hole reading goes on where a piece begins with a record's header. */
const onResync = (state: TlsObserver, bytes: Uint8Array): TlsObserved => {
  const [type = 0, major, minor = 9] = bytes;
  const fits = type >= record.CHANGE_CIPHER_SPEC && type <= APPLICATION_DATA && major === 3 && minor <= 4;
  if (!fits || bytes.length < 5) return { state, seen: [] };
  return onClear({ ...state, mode: 'handshake', aligned: false }, bytes);
};

/** Feeds what one side said next. Never throws on any bytes. */
export const stepTlsObserver = (state: TlsObserver, bytes: Uint8Array): TlsObserved => {
  if (bytes.length === 0) return { state, seen: [] };
  switch (state.mode) {
    case 'dark':
      return { state, seen: [] };
    case 'resync':
      return onResync(state, bytes);
    case 'protected':
      return onProtected(state, bytes);
    case 'handshake': {
      const all = joined(state.rest, bytes);
      if (!state.begun && all.length < 3) return { state: { ...state, rest: all }, seen: [] };
      return !state.begun && beginsSslv2(all) ? onSslv2(state, all) : onClear(state, all);
    }
  }
};

/** `count` bytes of the side are missing. */
export const tlsHole = (state: TlsObserver, count: number): TlsObserver => {
  if (state.mode === 'dark') return state;
  if (state.mode === 'protected' && state.left >= count && state.rest.length === 0)
    return { ...state, left: state.left - count };
  if (state.mode === 'protected') return { ...state, mode: 'dark', rest: NOTHING };
  return { ...state, mode: 'resync', rest: NOTHING, messages: NOTHING };
};

/** Whether a version is at least the one where the rest of the handshake is encrypted. */
export const hidesCertificate = (version: string): boolean =>
  version === 'TLSv1.3' || (version.startsWith('0x') && Number(version) > versionCode('TLSv1.3'));
