import { type Problem, problem } from '../../model/problem';
import { ESCAPE, INTERRUPT, mayLeave, PAGE } from './may-leave';
import { withoutPager } from './screen';
import type { DialogueState, Step } from './state';

/** The appliance may miss a Control-C: at most five, then the channel is closed. Source: asyncos-cli.md section 3. */
export const MOST_INTERRUPTS = 5;

/** Something edited was dropped by Control-C: in a dialogue that only reads, our mistake. */
const DROPPED = /^-- Changes not.*$/m;

/** The one way out for bytes: what may not leave ends the dialogue as our mistake, unsent. */
export const sending = (state: DialogueState, bytes: string, more: Partial<DialogueState> = {}): Step => {
  if (!mayLeave(bytes)) return closing(state, problem('our-mistake', null, { text: 'a line was refused at the door' }));
  return { state: { ...state, pending: '', sent: bytes, ...more }, send: bytes };
};

/** Turns a page. What stood on the one before stays: a question's words may be there, its brackets on the next. */
export const nextPage = (state: DialogueState): Step =>
  sending(state, PAGE, { pages: state.pages + 1, pending: withoutPager(state.pending), sent: state.sent });

const foundProblem = (state: DialogueState): Problem | null => {
  const dropped = state.definition === null ? null : DROPPED.exec(state.text);
  return dropped === null ? state.problem : problem('our-mistake', null, { text: dropped[0].slice(0, 200).trim() });
};

const finished = (state: DialogueState, text: string): Step => {
  const found = foundProblem(state);
  const ended: DialogueState = { ...state, phase: 'ended', text: '', pending: '' };
  return found === null ? { state: ended, done: { text } } : { state: ended, done: { text }, problem: found };
};

/** Back at the prompt: the command's text without that prompt, and the problem that it was left for, if any. */
export const atPrompt = (state: DialogueState, prompt: string): Step => {
  const end = state.text.lastIndexOf(prompt);
  return finished({ ...state, prompt }, end > 0 ? state.text.slice(0, end) : state.text);
};

/** No way back to the prompt: the text so far is kept, the channel closed. */
export const closing = (state: DialogueState, why: Problem): Step => ({
  ...finished({ ...state, problem: state.problem ?? why }, state.text),
  close: true,
});

/**
 * Leaves the command: Control-C, or Control-] where a telnet is live, since there Control-C reaches the peer.
 * The first reason is kept.
 */
export const leaving = (state: DialogueState, why: Problem): Step => {
  if (state.interrupts >= MOST_INTERRUPTS) return closing(state, why);
  const telnet = state.telnet === 'live' || state.telnet === 'quitting' || state.telnet === 'escaping';
  return sending(state, telnet ? ESCAPE : INTERRUPT, {
    phase: 'interrupting',
    interrupts: state.interrupts + 1,
    telnet: telnet ? 'escaping' : state.telnet,
    problem: state.problem ?? why,
  });
};
