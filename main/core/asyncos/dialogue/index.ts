import { type Problem, problem } from '../../model/problem';
import type { CommandDefinition } from '../command';
import { closing, leaving, sending } from './endings';
import { type Arguments, checkedArgument, commandLine } from './line';
import { loginQuiet } from './login';
import { ENTER, mayLeave } from './may-leave';
import { interruptingQuiet, pastDeadline, runningQuiet } from './running';
import { shown } from './screen';
import {
  type DialogueEvent,
  type DialogueState,
  freshState,
  LONGEST_PENDING,
  LONGEST_TEXT,
  type Step,
  screenOf,
} from './state';
import { isTelnet, telnetAfter } from './telnet';

export { type Arguments, commandLine } from './line';
export { type LoginView, readLogin } from './login';
export { patience } from './patience';
export { promptAtEnd, readPrompt, samePrompt } from './prompt';
export { shown } from './screen';
export type { DialogueEvent, DialogueState, Step } from './state';
export { mayLeave };

/** Listens for the first prompt; sends nothing but a space to the pager. `done.text` is what the login said. */
export const startLogin = (): Step => ({ state: freshState('login', null) });

const refused = (state: DialogueState, found: Problem): Step => ({
  state: { ...state, phase: 'ended', text: '' },
  done: { text: '' },
  problem: found,
});

/** The first argument that is missing or not allowed, before anything leaves. One that only names an item is not sent. */
const argumentProblem = (definition: CommandDefinition, args: Arguments): Problem | null => {
  for (const argument of definition.arguments) {
    const checked = checkedArgument(argument, args);
    if (!checked.ok) return checked.problem;
    const sent = definition.prompts.some(({ answer }) => 'argument' in answer && answer.argument === argument.name);
    if (sent && !mayLeave(`${checked.value}${ENTER}`)) return problem('argument-refused', argument.name);
  }
  return null;
};

/**
 * Sends one command of the allow-list at `prompt` and answers its own questions only. `done.text` is the raw text
 * from that prompt to before the next; a missing or refused argument is a problem and nothing is sent. `machine`: the
 * member of a cluster that was logged in to, the only one that is ever chosen from a list of machines.
 */
export const startCommand = (
  definition: CommandDefinition,
  args: Arguments,
  prompt: string,
  machine: string | null = null,
): Step => {
  const state: DialogueState = { ...freshState('running', prompt), definition, args, machine };
  const wrong = argumentProblem(definition, args);
  if (wrong !== null) return refused(state, wrong);
  const line = commandLine(definition, args);
  return line.ok ? sending(state, `${line.value}${ENTER}`) : refused(state, line.problem);
};

const received = (state: DialogueState, text: string): Step => {
  const pending = (state.pending + text).slice(-LONGEST_PENDING);
  if (state.definition?.follows) return { state: { ...state, pending, text: pending } };
  const full = state.text.length + text.length > LONGEST_TEXT;
  const next = { ...state, pending, text: full ? state.text : state.text + text };
  const heard = isTelnet(next) ? { ...next, telnet: telnetAfter(next, shown(pending)) } : next;
  if (!full || state.phase === 'interrupting') return { state: heard };
  const tooMuch = problem('too-much-output', null, { limit: LONGEST_TEXT });
  return state.phase === 'login' ? closing(heard, tooMuch) : leaving(heard, tooMuch);
};

const quiet = (state: DialogueState): Step => {
  const screen = screenOf(state);
  if (state.phase === 'interrupting') return interruptingQuiet(state, screen);
  const next = state.phase === 'login' ? loginQuiet(state, screen) : runningQuiet(state, screen);
  return next ?? { state };
};

/**
 * One event in, one step out. Pure: bytes never lead to an answer by themselves, only a pause does, and everything
 * sent has passed `mayLeave`. After `done` or `close` nothing happens any more.
 */
export const step = (state: DialogueState, event: DialogueEvent): Step => {
  if (state.phase === 'ended') return { state };
  switch (event.kind) {
    case 'bytes':
      return received(state, event.text);
    case 'quiet':
      return quiet(state);
    case 'deadline':
      return pastDeadline(state);
    case 'closed':
      return closing(state, problem('connection-closed'));
  }
};
