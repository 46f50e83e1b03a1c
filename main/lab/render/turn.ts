import type { LabAppliance, LabModel } from '../model';
import type { Story } from '../story/tell';

/** What a command knows when it is typed. */
export interface Scene {
  readonly model: LabModel;
  readonly story: Story;
  readonly appliance: LabAppliance;
  /** The appliance's clock, in milliseconds. */
  readonly at: number;
  readonly mode: Mode;
}

/** The level that a session works at; a standalone appliance has none. */
export type Mode = 'standalone' | 'machine' | 'cluster';

/** A question: the text that stands before the cursor, and what an answer leads to. */
export interface Ask {
  readonly prompt: string;
  readonly answer: (typed: string) => Turn;
  /** What Ctrl-] leads to; inside `telnet` only. */
  readonly escape?: () => Turn;
  /** Control-C goes to the peer instead of ending the command; inside `telnet` only. */
  readonly deaf?: boolean;
}

/** One step of a dialogue: what the appliance says, and what it waits for. Without `ask` the main prompt follows. */
export interface Turn {
  readonly say: string;
  readonly ask?: Ask;
  /** The session's level from here on. */
  readonly mode?: Mode;
  /** The appliance takes its time before the next turn. */
  readonly later?: {
    readonly ms: number;
    readonly turn: () => Turn;
    /** It would go on for ever: who has no time to wait for takes what was said so far. */
    readonly endless?: true;
  };
  readonly closes?: boolean;
  /** What a real appliance would have begun to change here; the lab changes nothing and tells it. */
  readonly changes?: string;
  /** Printed without the pager, however long. */
  readonly unpaged?: boolean;
}

export type Command = (scene: Scene, words: readonly string[]) => Turn;

/** Says something and goes back to the prompt. */
export const say = (text: string): Turn => ({ say: text });

/** Says `text` and asks; the prompt is the last line, for instance `[1]> `. */
export const ask = (text: string, prompt: string, answer: (typed: string) => Turn): Turn => ({
  say: text,
  ask: { prompt, answer },
});

const OPERATION = /^- ([A-Z]\w*) - /gm;

/** The operation that an appliance would take this for: the whole name, or, at worst, the beginning of one. */
const operationIn = (text: string, typed: string): string | undefined =>
  [...text.matchAll(OPERATION)].map((found) => found[1] ?? '').find((name) => name.startsWith(typed.toUpperCase()));

/** A menu of operations; the lab knows none of them: Enter leaves, anything else is told so and asked again. */
export const menu = (text: string): Turn =>
  ask(text, '[]> ', (typed) => {
    if (typed === '') return say('\n');
    const chosen = operationIn(text, typed);
    const again = menu(`\nUnknown option: ${typed}\n\n${text}`);
    return chosen === undefined ? again : { ...again, changes: `operation ${chosen}` };
  });

/** Asks for one of `count` numbered items until it gets one; Enter takes `usual`. */
export const choose = (text: string, count: number, usual: number, chosen: (item: number) => Turn): Turn =>
  ask(text, `[${usual}]> `, (typed) => {
    const item = typed === '' ? usual : Number(typed);
    if (Number.isInteger(item) && item >= 1 && item <= count) return chosen(item);
    return choose(`\nThe value must be an integer from 1 to ${count}.\n`, count, usual, chosen);
  });

/** Asks a yes/no question until it gets an answer. */
export const yesOrNo = (text: string, usual: 'Y' | 'N', answered: (yes: boolean) => Turn): Turn =>
  ask('', `${text} [${usual}]> `, (typed) => {
    const word = (typed === '' ? usual : typed).toUpperCase();
    if (['Y', 'YES'].includes(word)) return answered(true);
    if (['N', 'NO'].includes(word)) return answered(false);
    return { say: '\nPlease answer Yes or No.\n', ask: yesOrNo(text, usual, answered).ask };
  });
