import type { Side, TlsFailureCode, TlsStage } from '../model';
import { joined, textOf } from '../tls/bytes';
import { LONGEST_LINE } from './lines';
import { maskedBanner, maskedKeyword } from './masked';
import { type Reply, readReply } from './reply';
import { otherSpeaker } from './speaker';

/**
 * Listens to both sides of somebody else's SMTP up to TLS, as a packet capture shows it. It reads what the prober's own
 * machine reads (lines, replies, masks), but lets the initiator's commands say what a reply answers.
 */
export type SmtpSeen =
  | { readonly kind: 'banner'; readonly text: string }
  | { readonly kind: 'ehlo-said'; readonly name: string }
  | { readonly kind: 'ehlo'; readonly keywords: readonly string[]; readonly starttls: boolean | null }
  | { readonly kind: 'starttls-said' }
  /** STARTTLS was accepted, or TLS began where the acceptance is missing. */
  | { readonly kind: 'tls-begins' }
  /** From here on a side's bytes are records. */
  | { readonly kind: 'tls'; readonly side: Side; readonly bytes: Uint8Array }
  | { readonly kind: 'masked'; readonly what: string }
  /** Mail commands without TLS: nothing more is read, because what follows is mail. */
  | { readonly kind: 'plaintext'; readonly verb: string }
  | { readonly kind: 'refused'; readonly code: TlsFailureCode; readonly stage: TlsStage; readonly detail: string };

type Mode = 'lines' | 'resync' | 'tls' | 'ignored';
type Half = { readonly mode: Mode; readonly rest: Uint8Array };

export type SmtpObserver = {
  readonly initiator: Half;
  readonly responder: Half;
  readonly greeted: boolean;
  /** Verbs whose reply has not come, oldest first. */
  readonly asked: readonly string[];
  readonly lines: readonly string[];
  readonly received: number;
  readonly saidStarttls: boolean;
  /** False: something is missing, so what was not seen may still have been said. */
  readonly whole: boolean;
};

export type SmtpObserved = { readonly state: SmtpObserver; readonly seen: readonly SmtpSeen[] };

const MOST_BYTES = 65_536;
const NOTHING = new Uint8Array(0);
const MAIL = ['MAIL', 'RCPT', 'DATA', 'BDAT', 'AUTH'];

/** `whole` false: the connection was joined in the middle, so no greeting is waited for. */
export const newSmtpObserver = (whole = true): SmtpObserver => ({
  initiator: { mode: 'lines', rest: NOTHING },
  responder: { mode: 'lines', rest: NOTHING },
  greeted: false,
  asked: [],
  lines: [],
  received: 0,
  saidStarttls: false,
  whole,
});

const withHalf = (state: SmtpObserver, side: Side, half: Half): SmtpObserver => ({ ...state, [side]: half });
const both = (state: SmtpObserver, mode: Mode): SmtpObserver => ({
  ...state,
  initiator: { mode, rest: NOTHING },
  responder: { mode, rest: NOTHING },
});

const refused = (state: SmtpObserver, code: TlsFailureCode, stage: TlsStage, detail: string): SmtpObserved => ({
  state,
  seen: [{ kind: 'refused', code, stage, detail }],
});

const raw = (reply: Reply): string => reply.raw.join('\n');

const onGreeting = (before: SmtpObserver, reply: Reply): SmtpObserved => {
  const state = { ...before, greeted: true };
  const banner = { kind: 'banner', text: raw(reply) } as const;
  const seen: SmtpSeen[] = [banner];
  if (reply.code === 220 && reply.texts.some(maskedBanner))
    seen.push({ kind: 'masked', what: `masked banner: ${raw(reply)}` });
  if (reply.code === 220) return { state, seen };
  const code = reply.code === 421 ? 'too-many-connections' : 'greeting-refused';
  return { state, seen: [banner, { kind: 'refused', code, stage: 'greeting', detail: raw(reply) }] };
};

const onEhlo = (state: SmtpObserver, reply: Reply): SmtpObserved => {
  if (reply.code === 421) return refused(state, 'too-many-connections', 'ehlo', raw(reply));
  if (reply.code === 500 || reply.code === 502) return refused(state, 'starttls-missing', 'ehlo', raw(reply));
  if (reply.code !== 250) return refused(state, 'greeting-refused', 'ehlo', raw(reply));
  const keywords = reply.texts.slice(1);
  const offered = keywords.some((keyword) => /^STARTTLS$/i.test(keyword.trim()));
  const masked = keywords.find(maskedKeyword);
  const seen: SmtpSeen[] = [{ kind: 'ehlo', keywords, starttls: offered || state.whole ? offered : null }];
  if (masked !== undefined) seen.push({ kind: 'masked', what: `masked keyword: ${masked}` });
  if (!offered && state.whole)
    seen.push({ kind: 'refused', code: 'starttls-missing', stage: 'ehlo', detail: 'no STARTTLS among the keywords' });
  return { state, seen };
};

const onStarttls = (state: SmtpObserver, reply: Reply): SmtpObserved => {
  if (reply.code === 220)
    return {
      state: withHalf(state, 'responder', { mode: 'tls', rest: state.responder.rest }),
      seen: [{ kind: 'tls-begins' }],
    };
  const code = reply.code === 421 ? 'too-many-connections' : 'starttls-refused';
  return refused(state, code, 'starttls', raw(reply));
};

/** A reply that nobody asked for is a listener that hangs up (421), or the answer to something that is missing. */
const onReply = (before: SmtpObserver, reply: Reply): SmtpObserved => {
  if (!before.greeted && (before.whole || reply.code === 220)) return onGreeting(before, reply);
  const [verb, ...asked] = before.asked;
  const state = { ...before, asked, greeted: true };
  if (verb === 'EHLO') return onEhlo(state, reply);
  if (verb === 'STARTTLS') return onStarttls(state, reply);
  if (verb !== undefined && maskedKeyword(verb))
    return { state, seen: [{ kind: 'masked', what: `masked command: ${verb}` }] };
  return { state, seen: [] };
};

const notSmtp = (state: SmtpObserver, detail: string): SmtpObserved => {
  const next = withHalf(state, 'responder', { mode: 'ignored', rest: NOTHING });
  return state.whole
    ? refused(next, 'not-smtp', state.greeted ? 'ehlo' : 'greeting', detail)
    : { state: next, seen: [] };
};

const onResponderLine = (before: SmtpObserver, line: string): SmtpObserved => {
  const state = { ...before, lines: [...before.lines, line] };
  const read = readReply(state.lines);
  if (read.kind === 'more') return { state, seen: [] };
  if (read.kind === 'no-reply') return notSmtp(state, `unknown: ${read.line.slice(0, 200)}`);
  return onReply({ ...state, lines: [] }, read.reply);
};

const onInitiatorLine = (state: SmtpObserver, line: string): SmtpObserved => {
  const [verb = '', name = ''] = line.trim().split(/\s+/, 2);
  const word = verb.toUpperCase();
  const next = { ...state, asked: [...state.asked, word].slice(-16) };
  if (word === 'EHLO') return { state: next, seen: [{ kind: 'ehlo-said', name: name.slice(0, 255) }] };
  if (word === 'STARTTLS') return { state: { ...next, saidStarttls: true }, seen: [{ kind: 'starttls-said' }] };
  if (!MAIL.includes(word)) return { state: next, seen: [] };
  return { state: both(next, 'ignored'), seen: [{ kind: 'plaintext', verb: word }] };
};

/** No command begins with one of these bytes: a handshake record, or a hello of SSLv2 behind STARTTLS. */
const beginsTls = (state: SmtpObserver, side: Side, first: number): boolean => {
  if (side === 'responder') return state.initiator.mode === 'tls' && first >= 20 && first <= 23;
  return first === 22 || (state.saidStarttls && first >= 0x80);
};

const turnToTls = (state: SmtpObserver, side: Side, bytes: Uint8Array): SmtpObserved => ({
  state: withHalf(state, side, { mode: 'tls', rest: NOTHING }),
  seen: [...(side === 'initiator' ? [{ kind: 'tls-begins' } as const] : []), { kind: 'tls', side, bytes }],
});

/** One line off the front, or a side's turn to TLS; null: nothing more to read for now. */
const oneStep = (state: SmtpObserver, side: Side): SmtpObserved | null => {
  const { mode, rest } = state[side];
  const [first] = rest;
  if (first === undefined || mode === 'ignored') return null;
  if (mode === 'tls') return turnToTls(state, side, rest);
  if (state.lines.length === 0 || side === 'initiator')
    if (beginsTls(state, side, first)) return turnToTls(state, side, rest);
  const end = rest.indexOf(10);
  if (end < 0) return null;
  const cut = withHalf(state, side, { mode: 'lines', rest: rest.subarray(end + 1) });
  if (mode === 'resync') return { state: cut, seen: [] };
  const line = textOf(rest.subarray(0, Math.min(end, LONGEST_LINE))).replace(/\r$/, '');
  return side === 'responder' ? onResponderLine(cut, line) : onInitiatorLine(cut, line);
};

const drained = (before: SmtpObserver, side: Side): SmtpObserved => {
  const seen: SmtpSeen[] = [];
  let state = before;
  for (let step = oneStep(state, side); step !== null; step = oneStep(state, side)) {
    state = step.state;
    seen.push(...step.seen);
    if (state[side].mode === 'tls' && state[side].rest.length === 0) break;
  }
  return { state, seen };
};

const tooMuch = (state: SmtpObserver, side: Side): boolean =>
  (side === 'responder' && state.received > MOST_BYTES) || state[side].rest.length > LONGEST_LINE;

/** Feeds what one side said next. Never throws on any bytes; keeps at most one line and one reply. */
export const stepSmtpObserver = (before: SmtpObserver, side: Side, bytes: Uint8Array): SmtpObserved => {
  const { mode, rest } = before[side];
  if (mode === 'ignored' || bytes.length === 0) return { state: before, seen: [] };
  if (mode === 'tls') return { state: before, seen: [{ kind: 'tls', side, bytes }] };
  const received = before.received + (side === 'responder' ? bytes.length : 0);
  const state = withHalf({ ...before, received }, side, { mode, rest: joined(rest, bytes) });
  const speaker =
    side === 'responder' && !state.greeted && state.lines.length === 0 && before.received < 5
      ? otherSpeaker(state.responder.rest)
      : null;
  if (speaker !== null && state.initiator.mode !== 'tls') return notSmtp(state, speaker);
  const done = drained(state, side);
  if (!tooMuch(done.state, side) || done.state[side].mode === 'tls') return done;
  const over = side === 'responder' ? notSmtp(done.state, 'unknown: reply too long') : null;
  const ignored = withHalf(over?.state ?? done.state, side, { mode: 'ignored', rest: NOTHING });
  return { state: ignored, seen: [...done.seen, ...(over?.seen ?? [])] };
};

/** Bytes of a side are missing: reading goes on at the next line, and nothing unsaid is taken for absent. */
export const smtpHole = (state: SmtpObserver, side: Side): SmtpObserver => {
  const { mode } = state[side];
  if (mode === 'tls' || mode === 'ignored') return state;
  return withHalf({ ...state, whole: false, asked: [], lines: [] }, side, { mode: 'resync', rest: NOTHING });
};
