import { problem } from '../../model/problem';
import { atPrompt, closing, nextPage } from './endings';
import { promptAtEnd, readPrompt } from './prompt';
import { questionAtEnd } from './question';
import { pagerWaits } from './screen';
import type { DialogueState, Step } from './state';

/** `Old Password:`, or a passphrase that has expired: no prompt comes without a change. Source: asyncos-cli.md section 1. */
const EXPIRED = /(?:password|passphrase) (?:has )?expired|old (?:password|passphrase) ?:/i;
/** `AsyncOS 12.1.0 for Cisco C100V build 071`. Source: login-cluster.txt. */
const VERSION = /^AsyncOS (\d[\w.]*) for (?:Cisco |IronPort )?(.{1,100}?) build (\w{1,20})\s*$/m;
const WELCOME = /^Welcome to the (?:Cisco|IronPort) |^AsyncOS \d/m;
const MOST_PAGES = 50;

/** Whether the greeting that stands before the prompt was seen: then a prompt is believed sooner. */
export const welcomed = (screen: string): boolean => WELCOME.test(screen);

/** At login nothing is answered: a question, also the reminder to change the passphrase, means leaving. */
export const loginQuiet = (state: DialogueState, screen: string): Step | null => {
  if (pagerWaits(screen)) {
    return state.pages < MOST_PAGES
      ? nextPage(state)
      : closing(state, problem('no-prompt', null, { text: 'the pager does not end' }));
  }
  const prompt = promptAtEnd(screen);
  if (prompt !== null) return atPrompt(state, prompt);
  const question = questionAtEnd(screen);
  if (question === null) return null;
  const text = `${question.before} ${question.heading}`.trim().slice(-500);
  if (EXPIRED.test(text)) return closing(state, problem('passphrase-expired', null, { text }));
  // A banner may pause behind `?`: at login that is no question yet.
  const loose = question.kind === 'other' && question.asking.endsWith('?');
  return loose ? null : closing(state, problem('unexpected-question', null, { text }));
};

export interface LoginView {
  readonly version: string | null;
  readonly model: string | null;
  readonly mode: 'standalone' | 'machine' | 'group' | 'cluster' | null;
  readonly machine: string | null;
  readonly disconnected: boolean;
}

/**
 * What the login said before any command: version and model from the banner, machine and mode from the prompt.
 * Null where it said nothing. `version` is spelled as the command `version` spells it (`12.1.0-071`).
 */
export const readLogin = (text: string, prompt: string | null): LoginView => {
  const banner = VERSION.exec(text);
  const view = prompt === null ? null : readPrompt(prompt);
  const named = view !== null && (view.mode === 'standalone' || view.mode === 'machine');
  return {
    version: banner === null ? null : `${banner[1]}-${banner[3]}`,
    model: banner?.[2] ?? null,
    mode: view?.mode ?? null,
    machine: named ? view.name : null,
    disconnected: view?.disconnected ?? false,
  };
};
