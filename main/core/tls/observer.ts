import { hex, joined } from './bytes';
import * as message from './messages';
import { oldHello } from './observed-hello';
import { fillsRecord, onHandshake } from './observer-messages';
import { malformed, NOTHING, type TlsObserved, type TlsObserver, type TlsSeen } from './observer-state';
import * as record from './records';
import { beginsSslv2, readSslv2Hello, sslv2Length } from './sslv2-hello';
import { versionCode } from './versions';

export { newTlsObserver, type TlsObserved, type TlsObserver, type TlsSeen } from './observer-state';

const APPLICATION_DATA = 23;
const HEARTBEAT = 24;

/** More alerts than this in one record are no alerts. */
const MOST_ALERTS = 8;

/** Before this side changed to its keys, alerts are in the clear, several in a record where it likes (RFC 5246 section 6.2.1). */
const isClear = (state: TlsObserver, { length }: Uint8Array): boolean =>
  length === 2 || (!state.changed && length > 0 && length % 2 === 0 && length <= 2 * MOST_ALERTS);

const onAlert = (state: TlsObserver, content: Uint8Array): TlsObserved => {
  if (!isClear(state, content)) return { state, seen: [{ kind: 'alert', level: null, code: null }] };
  const seen: TlsSeen[] = [];
  for (let at = 0; at < content.length; at += 2)
    seen.push({ kind: 'alert', level: content[at] === 1 ? 'warning' : 'fatal', code: content[at + 1] ?? 0 });
  return { state, seen };
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
