import type { TlsFailureCode, TlsStage } from '../model';
import { bytesOf, joined } from '../tls/bytes';
import { printable, splitLines } from './lines';
import { maskedBanner, maskedKeyword } from './masked';
import { type Reply, readReply } from './reply';
import { otherSpeaker } from './speaker';

/**
 * The name said in EHLO. `.invalid` can never be anybody's (RFC 6761 section 6.4), a dot keeps it a legal host name
 * (RFC 5321 section 4.1.2), it shows the appliance's administrator whose connection this was, and it tells nothing
 * about the laptop: neither its name nor its address.
 */
export const EHLO_NAME = 'cpq-doctor.invalid';

/** More than this before STARTTLS is no greeting. */
const MOST_BYTES = 65_536;

export type SmtpFacts = {
  /** The greeting as it came, lines joined by LF; null: none came whole. */
  readonly banner: string | null;
  /** Keywords as they came, the greeting line of the reply left out. */
  readonly ehlo: readonly string[];
  /** Whether STARTTLS was offered; null: EHLO was not answered. */
  readonly starttls: boolean | null;
  /** What shows that a firewall rewrites SMTP: the masked banner or keyword; null: nothing. */
  readonly masked: string | null;
};

export type SmtpAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly code: TlsFailureCode; readonly stage: TlsStage; readonly detail: string };

export type SmtpEvent =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'closed' }
  | { readonly kind: 'deadline' };

type Phase = 'greeting' | 'ehlo' | 'starttls';

export type SmtpState = {
  readonly phase: Phase;
  readonly name: string;
  readonly rest: Uint8Array;
  readonly lines: readonly string[];
  readonly received: number;
  readonly facts: SmtpFacts;
};

export type SmtpStep = {
  readonly state: SmtpState;
  readonly send?: Uint8Array;
  readonly done?: SmtpAnswer;
  /** The dialogue as it goes into the record: `S: 220 …`, `C: EHLO …`, one a line. */
  readonly lines: readonly string[];
};

/** A machine that waits for the greeting. */
export const newSmtp = (name: string = EHLO_NAME): SmtpState => ({
  phase: 'greeting',
  name,
  rest: new Uint8Array(0),
  lines: [],
  received: 0,
  facts: { banner: null, ehlo: [], starttls: null, masked: null },
});

const say = (state: SmtpState, phase: Phase, command: string): SmtpStep => ({
  state: { ...state, phase },
  send: bytesOf(`${command}\r\n`),
  lines: [`C: ${command}`],
});

const fail = (state: SmtpState, code: TlsFailureCode, detail: string): SmtpStep => ({
  state,
  done: { kind: 'failed', code, stage: state.phase, detail },
  lines: [`SMTP: ${code}: ${printable(detail)}`],
});

/** Fails and takes leave: the peer listens, so it hears QUIT (RFC 5321 section 4.1.1.10). */
const leave = (state: SmtpState, code: TlsFailureCode, detail: string): SmtpStep => {
  const failed = fail(state, code, detail);
  return { ...failed, send: bytesOf('QUIT\r\n'), lines: [...failed.lines, 'C: QUIT'] };
};

const whole = (reply: Reply): string => reply.raw.join('\n');

/** Behind an inspecting firewall a missing or refused STARTTLS is the firewall's doing. */
const without = (state: SmtpState, code: TlsFailureCode, detail: string): SmtpStep =>
  state.facts.masked === null
    ? leave(state, code, detail)
    : leave(state, 'smtp-inspected', `${state.facts.masked}; ${code}: ${detail}`);

/** 421 says that the listener lives and limits this laptop; nothing about TLS. */
const onGreeting = (before: SmtpState, reply: Reply): SmtpStep => {
  const masked = reply.code === 220 && reply.texts.some(maskedBanner) ? `masked banner: ${whole(reply)}` : null;
  const state = { ...before, facts: { ...before.facts, banner: whole(reply), masked } };
  if (reply.code === 421) return fail(state, 'too-many-connections', whole(reply));
  if (reply.code !== 220) return leave(state, 'greeting-refused', whole(reply));
  return say(state, 'ehlo', `EHLO ${state.name}`);
};

const onEhlo = (before: SmtpState, reply: Reply): SmtpStep => {
  if (reply.code === 421) return fail(before, 'too-many-connections', whole(reply));
  if (reply.code === 500 || reply.code === 502) return without(before, 'starttls-missing', whole(reply));
  if (reply.code !== 250) return leave(before, 'greeting-refused', whole(reply));
  const ehlo = reply.texts.slice(1);
  const starttls = ehlo.some((keyword) => /^STARTTLS$/i.test(keyword.trim()));
  const keyword = ehlo.find(maskedKeyword);
  const masked = before.facts.masked ?? (keyword === undefined ? null : `masked keyword: ${keyword}`);
  const state = { ...before, facts: { ...before.facts, ehlo, starttls, masked } };
  return starttls
    ? say(state, 'starttls', 'STARTTLS')
    : without(state, 'starttls-missing', 'no STARTTLS among the keywords');
};

/** Bytes that came together with the 220 were not protected by TLS (command injection, CVE-2011-0411): refused. */
const onStarttls = (state: SmtpState, reply: Reply): SmtpStep => {
  if (reply.code === 421) return fail(state, 'too-many-connections', whole(reply));
  if (reply.code !== 220) return without(state, 'starttls-refused', whole(reply));
  const pipelined = state.rest.length + state.lines.length;
  if (pipelined > 0) return fail(state, 'starttls-injected', 'bytes behind the 220, before TLS');
  return { state, done: { kind: 'ready' }, lines: [] };
};

const onReply = (state: SmtpState, reply: Reply): SmtpStep => {
  if (state.phase === 'greeting') return onGreeting(state, reply);
  return state.phase === 'ehlo' ? onEhlo(state, reply) : onStarttls(state, reply);
};

const prepend = (lines: readonly string[], step: SmtpStep): SmtpStep => ({ ...step, lines: [...lines, ...step.lines] });

/** Takes one whole reply if there is one; what follows it without being asked for ends the dialogue. */
const onLines = (state: SmtpState): SmtpStep => {
  const read = readReply(state.lines);
  if (read.kind === 'more') return { state, lines: [] };
  if (read.kind === 'no-reply') return fail(state, 'not-smtp', `unknown: ${read.line.slice(0, 200)}`);
  const step = onReply({ ...state, lines: state.lines.slice(read.used) }, read.reply);
  if (step.done || step.state.lines.length === 0) return step;
  return fail(state, 'not-smtp', 'unknown: a second reply nobody asked for');
};

const onBytes = (state: SmtpState, bytes: Uint8Array): SmtpStep => {
  const speaker = state.phase === 'greeting' && state.received < 5 ? otherSpeaker(joined(state.rest, bytes)) : null;
  const cut = splitLines(state.rest, bytes);
  const received = state.received + bytes.length;
  const shown = cut.lines.map((line) => `S: ${printable(line)}`);
  const next = { ...state, rest: cut.rest, lines: [...state.lines, ...cut.lines], received };
  if (speaker) return prepend(shown, fail(next, 'not-smtp', speaker));
  if (cut.tooLong || received > MOST_BYTES) return prepend(shown, fail(next, 'not-smtp', 'unknown: reply too long'));
  return prepend(shown, onLines(next));
};

const onClosed = (state: SmtpState): SmtpStep => {
  if (state.phase !== 'greeting') return fail(state, 'reset', `connection closed at ${state.phase}`);
  if (state.received === 0) return fail(state, 'closed-before-greeting', 'connection closed, not a byte came');
  return fail(state, 'closed-before-greeting', `connection closed after ${state.received} bytes`);
};

const onDeadline = (state: SmtpState): SmtpStep => {
  if (state.phase !== 'greeting') return fail(state, 'tls-timed-out', `no answer at ${state.phase} in time`);
  const came = state.received === 0 ? 'silence' : `${state.received} bytes, no whole greeting`;
  return fail(state, 'greeting-missing', came);
};

/**
 * Feeds the SMTP dialogue up to the 220 of STARTTLS. It says nothing but EHLO, STARTTLS and QUIT: no MAIL, no RCPT,
 * no unknown verb (AsyncOS drops after five of them, TechNote 214630). `done` is `ready`, or the failure with its
 * stage. Source: RFC 5321, RFC 3207. Never throws on any bytes.
 */
export const stepSmtp = (state: SmtpState, event: SmtpEvent): SmtpStep => {
  switch (event.kind) {
    case 'bytes':
      return onBytes(state, event.bytes);
    case 'closed':
      return onClosed(state);
    case 'deadline':
      return onDeadline(state);
  }
};
