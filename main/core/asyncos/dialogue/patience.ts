import { replyTo } from './answer';
import { welcomed } from './login';
import { promptAtEnd } from './prompt';
import { questionAtEnd } from './question';
import { ourPrompt } from './running';
import { lastLine, pagerWaits } from './screen';
import { type DialogueState, linesFlow, screenOf } from './state';
import { telnetReady } from './telnet';

const AT_LOGIN = { welcomed: 300, bare: 1200, question: 800 };
const AT_COMMAND = { page: 20, prompt: 50, known: 60, question: 300 };
const ON_THE_WAY_OUT = 2000;

const loginPatience = (screen: string): number | null => {
  if (pagerWaits(screen)) return AT_COMMAND.page;
  if (promptAtEnd(screen) !== null) return welcomed(screen) ? AT_LOGIN.welcomed : AT_LOGIN.bare;
  return questionAtEnd(screen) === null ? null : AT_LOGIN.question;
};

/** A question of the command's own is answered soon; before an unexpected one is interrupted, more may come. */
const questionPatience = (state: DialogueState, screen: string): number | null => {
  const question = questionAtEnd(screen);
  if (question === null || state.definition === null) return null;
  return replyTo(question, state) !== null ? AT_COMMAND.known : AT_COMMAND.question;
};

/**
 * How many milliseconds of silence mean `quiet` now, or null where silence says nothing. A prompt counts only when
 * output has paused behind it; at login longer, since a banner may look like one; between two Control-C, 2 seconds.
 */
export const patience = (state: DialogueState): number | null => {
  if (state.phase === 'ended') return null;
  const screen = screenOf(state);
  if (state.phase === 'login') return loginPatience(screen);
  if (ourPrompt(state, screen) !== null) return AT_COMMAND.prompt;
  if (telnetReady(state, screen)) return AT_COMMAND.known;
  if (state.phase === 'interrupting' || state.telnet === 'quitting' || state.telnet === 'escaping') {
    return ON_THE_WAY_OUT;
  }
  if (linesFlow(state, screen)) return null;
  if (state.telnet === 'live' || !/[>:?\])-] ?$/.test(lastLine(screen).slice(-2))) return null;
  if (pagerWaits(screen)) return AT_COMMAND.page;
  return questionPatience(state, screen);
};
