import { problem } from '../../model/problem';
import { replyTo } from './answer';
import { atPrompt, closing, leaving, nextPage, sending } from './endings';
import { promptAtEnd, samePrompt } from './prompt';
import { type Question, questionAtEnd } from './question';
import { pagerWaits } from './screen';
import { type DialogueState, linesFlow, type Step } from './state';
import { peerSpeaks, telnetQuiet } from './telnet';

/** A page is about 22 lines; a table of the longest kept text has fewer pages than this. */
const MOST_PAGES = 50_000;

/** The prompt of this appliance, standing last and not written by a telnet's peer. */
export const ourPrompt = (state: DialogueState, screen: string): string | null => {
  if (peerSpeaks(state.telnet) || state.prompt === null) return null;
  const prompt = promptAtEnd(screen);
  return prompt !== null && samePrompt(state.prompt, prompt) ? prompt : null;
};

const unexpected = (question: Question) =>
  problem('unexpected-question', null, { text: `${question.before} ${question.heading}`.trim().slice(-500) });

const answering = (state: DialogueState, question: Question): Step => {
  const reply = replyTo(question, state);
  if (reply === null) return leaving(state, unexpected(question));
  return sending(state, reply.bytes, { answered: [...state.answered, reply.prompt] });
};

/** Prompts before questions, the pager before both; a live telnet has its own rules. Null: wait. */
export const runningQuiet = (state: DialogueState, screen: string): Step | null => {
  const prompt = ourPrompt(state, screen);
  if (prompt !== null) return atPrompt(state, prompt);
  if (state.telnet !== 'none' && state.telnet !== 'over') return telnetQuiet(state, screen);
  if (linesFlow(state, screen)) return null;
  if (pagerWaits(screen)) {
    return state.pages < MOST_PAGES ? nextPage(state) : leaving(state, problem('too-much-output'));
  }
  const question = questionAtEnd(screen);
  return question === null ? null : answering(state, question);
};

/** On the way out only the prompt counts: whatever else stands there gets the next Control-C. */
export const interruptingQuiet = (state: DialogueState, screen: string): Step => {
  const prompt = ourPrompt(state, screen);
  if (prompt !== null) return atPrompt(state, prompt);
  const live = state.telnet === 'live' || state.telnet === 'escaping';
  const inTelnet = live ? telnetQuiet(state, screen) : null;
  return inTelnet ?? leaving(state, state.problem ?? problem('no-prompt'));
};

/** A second deadline, while already on the way out: nothing is left but closing. */
export const pastDeadline = (state: DialogueState): Step => {
  if (state.phase === 'login') return closing(state, problem('no-prompt'));
  if (state.phase === 'interrupting') return closing(state, problem('no-prompt'));
  return leaving(state, problem('timed-out'));
};
