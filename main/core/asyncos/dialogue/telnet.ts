import { problem } from '../../model/problem';
import { closing, MOST_INTERRUPTS, sending } from './endings';
import { ENTER, ESCAPE } from './may-leave';
import { lastLine } from './screen';
import type { DialogueState, Step, TelnetPhase } from './state';

/** Source of the texts: asyncos-cli.md section 5, telnet (the vendor's test library). */
const CONNECTED = /^(?:Connected to |Escape character is )/m;
const OVER = /^(?:.*Connection closed|.*Unable to connect to remote host)/m;
/** The last line of an SMTP greeting, or of a refusal, complete. */
const GREETED = /^[245]\d\d [^\r\n]*\r*\n/m;
const ESCAPED = 'telnet> ';

/** Whether the command opens a telnet: then the line can belong to its peer. */
export const isTelnet = (state: DialogueState): boolean => state.definition?.words[0] === 'telnet';

/** The screen from the last sign of a connection on, or null when there is none. */
const sinceConnected = (screen: string): string | null => {
  const parts = screen.split(CONNECTED);
  return parts.length < 2 ? null : (parts[parts.length - 1] ?? '');
};

/** Where a telnet stands after this much of the command's text: once it is connected, only its end frees the line. */
export const telnetAfter = (state: DialogueState, screen: string): TelnetPhase => {
  const connected = sinceConnected(screen);
  if (connected === null && state.telnet === 'none') return 'none';
  if (OVER.test(connected ?? screen)) return 'over';
  const idle = state.telnet === 'none' || state.telnet === 'over';
  return idle && connected !== null ? 'live' : state.telnet;
};

/** Whether what stands on the line comes from the telnet's peer, so that a prompt in it is no prompt. */
export const peerSpeaks = (telnet: TelnetPhase): boolean => telnet === 'live';

/** Whether a quiet now would let the telnet go on: a greeting is complete, or `telnet> ` waits for `quit`. */
export const telnetReady = (state: DialogueState, screen: string): boolean =>
  (state.telnet === 'live' && GREETED.test(screen)) || (state.telnet === 'escaping' && lastLine(screen) === ESCAPED);

/** Control-] without a complaint: what was asked is known, only the peer does not hang up. */
const escaping = (state: DialogueState): Step =>
  state.interrupts >= MOST_INTERRUPTS
    ? closing(state, problem('no-prompt'))
    : sending(state, ESCAPE, { telnet: 'escaping', interrupts: state.interrupts + 1 });

/**
 * What a live telnet does on a quiet line: after the greeting `QUIT`, at `telnet> ` `quit`, after a `QUIT` that was
 * not heard Control-]. No other SMTP, no Control-C. Null: keep listening.
 */
export const telnetQuiet = (state: DialogueState, screen: string): Step | null => {
  if (state.telnet === 'live' && GREETED.test(screen)) {
    return sending(state, `QUIT${ENTER}`, { telnet: 'quitting' });
  }
  if (state.telnet === 'escaping' && lastLine(screen) === ESCAPED) {
    return sending(state, `quit${ENTER}`, { telnet: 'escaping' });
  }
  return state.telnet === 'quitting' || state.telnet === 'escaping' ? escaping(state) : null;
};
