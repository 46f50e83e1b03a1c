import { joined } from '../tls/bytes';
import { onReply } from './initiator-replies';
import { fail, type SmtpEvent, type SmtpState, type SmtpStep, stageOf } from './initiator-state';
import { printable, splitLines } from './lines';
import { readReply } from './reply';
import { otherSpeaker } from './speaker';

export type { SmtpAnswer, SmtpEvent, SmtpFacts, SmtpState, SmtpStep } from './initiator-state';

/**
 * The name said in EHLO. `.invalid` can never be anybody's (RFC 6761 section 6.4), a dot keeps it a legal host name
 * (RFC 5321 section 4.1.2), it shows the appliance's administrator whose connection this was, and it tells nothing
 * about the laptop: neither its name nor its address.
 */
export const EHLO_NAME = 'cpq-doctor.invalid';

/** More than this before STARTTLS is no greeting. */
const MOST_BYTES = 65_536;
const MOST_LINES = 256;

const nothing = { banner: null, ehlo: [], starttls: null, masked: null, help: null } as const;

/** A machine that waits for the greeting, and may ask HELP where it is offered. */
export const newSmtp = (name: string = EHLO_NAME, asksHelp = false): SmtpState => ({
  phase: 'greeting',
  name,
  asksHelp,
  rest: new Uint8Array(0),
  lines: [],
  received: 0,
  facts: nothing,
});

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
  const flood = cut.tooLong || received > MOST_BYTES || next.lines.length > MOST_LINES;
  if (flood) return prepend(shown, fail(next, 'not-smtp', 'unknown: reply too long'));
  return prepend(shown, onLines(next));
};

/** The last line without its end: a 421 that was cut by the close is still one. */
const lastWord = (state: SmtpState): SmtpStep | null => {
  if (state.rest.length === 0) return null;
  const { state: after, lines, done } = onBytes(state, Uint8Array.of(10));
  const refused = done?.kind === 'failed' && (done.code === 'too-many-connections' || done.code === 'greeting-refused');
  return refused ? { state: after, lines: lines.filter((line) => line !== 'C: QUIT'), done } : null;
};

const onClosed = (state: SmtpState): SmtpStep => {
  const refusal = lastWord(state);
  if (refusal) return refusal;
  if (state.phase !== 'greeting') return fail(state, 'reset', `connection closed at ${stageOf(state.phase)}`);
  if (state.received === 0) return fail(state, 'closed-before-greeting', 'connection closed, not a byte came');
  return fail(state, 'closed-before-greeting', `connection closed after ${state.received} bytes`);
};

const onDeadline = (state: SmtpState): SmtpStep => {
  if (state.phase !== 'greeting') return fail(state, 'tls-timed-out', `no answer at ${stageOf(state.phase)} in time`);
  const came = state.received === 0 ? 'silence' : `${state.received} bytes, no whole greeting`;
  return fail(state, 'greeting-missing', came);
};

/**
 * Feeds the SMTP dialogue up to the 220 of STARTTLS. It says nothing but EHLO, HELP where it is offered, STARTTLS and
 * QUIT: no MAIL, no RCPT, no unknown verb (AsyncOS drops after five of them, TechNote 214630). QUIT is said wherever
 * the peer still listens in plain text; behind the 220 of STARTTLS it no longer does, also when the handshake fails
 * (RFC 3207 section 4), so there the end is TLS's. `done` is `ready`, or the failure with its stage. Source: RFC 5321,
 * RFC 3207. Never throws on any bytes.
 */
export const stepSmtp = (state: SmtpState, event: SmtpEvent): SmtpStep => {
  switch (event.kind) {
    case 'bytes':
      return onBytes(state, event.bytes);
    case 'closed':
      return onClosed(state);
    case 'reset':
      return fail(state, 'reset', `connection reset (${event.errno})`);
    case 'deadline':
      return onDeadline(state);
  }
};
