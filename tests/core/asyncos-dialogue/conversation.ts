import type { CommandDefinition } from '../../../main/core/asyncos/command';
import { type DialogueEvent, type Step, startCommand, step } from '../../../main/core/asyncos/dialogue';

/** Small definitions of our own: the dialogue is tested apart from the allow-list. */
export const definition = (part: Partial<CommandDefinition>): CommandDefinition => ({
  name: 'test',
  words: ['version'],
  arguments: [],
  on: ['esa', 'sma'],
  prompts: [],
  deadlineMs: 1000,
  pasteable: false,
  harmless: 'a test',
  source: 'a test',
  sample: 'none',
  read: () => ({ data: null, unrecognised: [], error: null }),
  ...part,
});

export const switchMode = { asks: 'Would you like to switch', answer: { say: 'Y' } } as const;
export const leaveMenu = { asks: 'Choose the operation', answer: { leave: true } } as const;
export const switchLevel = {
  asks: 'What would you like to do',
  answer: { item: 'Switch modes to edit at mode' },
} as const;

export const tophosts = definition({
  words: ['tophosts'],
  prompts: [{ asks: 'Sort results by', answer: { item: 'Active Recipients' } }, switchMode],
});
export const sslconfig = definition({ words: ['sslconfig'], prompts: [leaveMenu, switchLevel, switchMode] });
export const telnet = definition({
  words: ['telnet'],
  arguments: [
    { name: 'interface', allowed: /^[A-Za-z0-9 ]{1,60}$/ },
    { name: 'host', allowed: /^[A-Za-z0-9.:-]{1,250}$/ },
    { name: 'port', allowed: /^\d{1,5}$/ },
  ],
  prompts: [
    { asks: 'which interface you want to telnet from', answer: { itemFrom: 'interface' } },
    { asks: 'remote hostname or IP address', answer: { argument: 'host' } },
    { asks: 'remote port', answer: { argument: 'port' } },
  ],
});
export const telnetArguments = { interface: 'Management', host: '192.0.2.20', port: '7025' };
export const PROMPT = 'esa1.example.com> ';

export const bytes = (text: string): DialogueEvent => ({ kind: 'bytes', text });
export const QUIET: DialogueEvent = { kind: 'quiet' };
export const DEADLINE: DialogueEvent = { kind: 'deadline' };

/** Plays the events; what was sent, in order, and the last step. */
export const play = (first: Step, events: readonly DialogueEvent[]): { sent: string[]; last: Step } => {
  const sent: string[] = first.send === undefined ? [] : [first.send];
  let last = first;
  for (const event of events) {
    last = step(last.state, event);
    if (last.send !== undefined) sent.push(last.send);
    if (last.done !== undefined) break;
  }
  return { sent, last };
};

/** Each text arrives whole and is followed by silence. */
export const heard = (...texts: string[]): DialogueEvent[] => texts.flatMap((text) => [bytes(text), QUIET]);

export const playCommand = (
  command: CommandDefinition,
  args: Record<string, string>,
  events: readonly DialogueEvent[],
  prompt = PROMPT,
) => play(startCommand(command, args, prompt), events);
