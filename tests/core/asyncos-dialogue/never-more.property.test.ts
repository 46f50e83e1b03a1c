import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CommandDefinition } from '../../../main/core/asyncos/command';
import { commands } from '../../../main/core/asyncos/commands';
import {
  commandLine,
  type DialogueEvent,
  mayLeave,
  patience,
  type Step,
  startCommand,
  startLogin,
  step,
} from '../../../main/core/asyncos/dialogue';
import { definition, PROMPT, sslconfig, telnet, tophosts } from './conversation';

const ARGUMENTS = {
  target: 'sma1.example.com',
  domain: 'sma1.example.com',
  destination: '192.0.2.20:7025',
  interface: 'Management',
  host: 'the.cpq.host',
  port: '7025',
  expression: 'CPQ ICID',
  log: 'mail_logs',
  list: 'HIGH:MEDIUM',
};
const MACHINE = 'esa1.example.com';
const bare = definition({ words: ['clusterconfig', 'list'] });

/** Every question that the list answers, with what it looks for and worse beside it. */
const questions = [...new Set(commands.flatMap(({ prompts }) => prompts))].map(({ asks, answer }) => {
  const item = 'item' in answer ? `1. Commit\r\n2. ${answer.item}\r\n` : '';
  return `\r\n\r\n${asks}:\r\n${item}`;
});

/** What an appliance, or somebody in its place, may write: the grammar's own pieces, shuffled, and noise. */
const piece = fc.oneof(
  { weight: 1, arbitrary: fc.string({ maxLength: 40, unit: 'binary' }) },
  {
    weight: 6,
    arbitrary: fc
      .tuple(fc.constantFrom(...questions), fc.constantFrom('[]> ', '[1]> ', '[Y]> '))
      .map((two) => two.join('')),
  },
  {
    weight: 8,
    arbitrary: fc.constantFrom(
      '\r\n',
      '\n',
      '\r',
      PROMPT,
      'esa2.example.com> ',
      '(Machine esa1.example.com)> ',
      '(Machine esa1.example.com) [Disconnected]> ',
      '-Press Any Key For More-',
      `\r${' '.repeat(25)}\r`,
      'Sort results by:\r\n',
      'Choose the operation you want to perform:\r\n- DELETE - Delete everything.\r\n',
      'Choose the operation you want to perform:\r\n- VERIFY - Verify and show ssl cipher list.\r\n',
      'Choose the operation you want to perform:\r\n- INBOUND - Edit.\r\n- VERIFY - Verify.\r\n- VERIFY - Again.\r\n',
      'Enter the ssl cipher you want to verify.\r\n',
      'Which interface you want to telnet from.\r\n',
      'Enter the remote hostname or IP address.\r\n',
      'Enter the remote port.\r\n',
      '1. Active Recipients\r\n2. Commit\r\n',
      '3. Management (192.0.2.10/24)\r\n',
      '1. Start a new, empty configuration\r\n2. Switch modes to edit at mode "Cluster x".\r\n',
      'NOTICE: not configured\r\n\r\nWhat would you like to do?\r\n',
      'This command is restricted to "machine" mode.  Would you like to switch to "machine" mode? ',
      'This command is restricted to "cluster" mode.  Would you like to switch to "cluster" mode? ',
      'Choose a machine.\r\n1. esa2.example.com\r\n2. esa1.example.com (group Main_Group)\r\n',
      'Choose a machine to remove.\r\n1. esa1.example.com\r\n',
      'Enter the TLS domain to verify against:\r\n',
      'Enter the destination host to connect to.\r\n',
      'how you would like to show messages:\r\n1. By recipient host.\r\n2. Delete all.\r\n',
      'Please enter the hostname for the messages you wish to show.\r\n',
      'Choose the information you want to display:\r\n1. List of active sockets.\r\n2. Reset counters.\r\n',
      'Show network addresses as numbers? ',
      'Do you want to commit the changes? ',
      'Are you sure you want to delete all recipients? ',
      'Create a cluster? ',
      '[]> ',
      '[Y]> ',
      '[N]> ',
      '[1]> ',
      '[commit]> ',
      'Password: ',
      'telnet> ',
      'Connected to sma1.example.com.\r\n',
      "Escape character is '^]'.\r\n",
      '220 sma1.example.com ESMTP\r\n',
      '554 no\r\n',
      'Connection closed by foreign host.\r\n',
      'telnet: Unable to connect to remote host\r\n',
      '\x1b]0;title\x07',
      '\x1b[31m',
      '^C',
    ),
  },
);
const event: fc.Arbitrary<DialogueEvent> = fc.oneof(
  { weight: 6, arbitrary: piece.map((text) => ({ kind: 'bytes', text }) as const) },
  { weight: 5, arbitrary: fc.constant({ kind: 'quiet' } as const) },
  { weight: 1, arbitrary: fc.constantFrom<DialogueEvent>({ kind: 'deadline' }, { kind: 'closed' }) },
);
const events = fc.array(event, { maxLength: 40 });

const answersOf = (one: CommandDefinition): string[] =>
  one.prompts.flatMap(({ answer }) => {
    if ('say' in answer) return [`${answer.say}\n`];
    if ('argument' in answer) return [`${ARGUMENTS[answer.argument as keyof typeof ARGUMENTS]}\n`];
    return 'leave' in answer ? ['\n'] : [];
  });

/** Everything this command may ever send, and how much of what it heard that needs. */
const allowed = (one: CommandDefinition, sent: string, heard: string): boolean => {
  const line = commandLine(one, ARGUMENTS);
  const isTelnet = one.words[0] === 'telnet';
  if ((line.ok && sent === `${line.value}\n`) || sent === '\x03') return true;
  if (sent === 'VERIFY\n') return one.name === 'sslconfig-verify' && heard.includes('- VERIFY - ');
  if (sent === ' ') return heard.includes('-Press Any Key For More-');
  if (sent === '\x1d' || sent === 'QUIT\n' || sent === 'quit\n')
    return isTelnet && /Connected to|Escape character is/.test(heard);
  if (
    sent === 'Y\n' &&
    one.prompts.every((prompt) => prompt.asks === 'Would you like to switch' || !('say' in prompt.answer))
  )
    return heard.includes('Would you like to switch');
  // The number of the login's own machine, and nothing before an accepted offer to switch.
  const choosesMachine = one.prompts.some(({ answer }) => 'ownMachine' in answer);
  if (choosesMachine && sent === '2\n' && /Would you like to switch[\s\S]*Choose a machine\./.test(heard)) return true;
  const chooses = one.prompts.some(({ answer }) => 'item' in answer || 'itemFrom' in answer);
  return (chooses && /^[1-3]\n$/.test(sent)) || answersOf(one).includes(sent);
};

const isLive = (heard: string): boolean => {
  const from = heard.search(/(?:^|[\r\n])(?:Connected to |Escape character is )/);
  return from >= 0 && !/Connection closed|Unable to connect to remote host/.test(heard.slice(from));
};

const watch = (first: Step, list: readonly DialogueEvent[], see: (sent: string, heard: string) => void): void => {
  let { state, send } = first;
  let heard = '';
  if (send !== undefined) see(send, heard);
  for (const one of list) {
    if (one.kind === 'bytes') heard += one.text;
    const next = step(state, one);
    if (next.send !== undefined) see(next.send, heard);
    expect(next.state.phase === 'ended' && next.send !== undefined).toBe(false);
    patience(next.state);
    ({ state, send } = next);
  }
};

const definitions = [...commands, tophosts, sslconfig, telnet, bare].map((one) => [one.words.join(' '), one] as const);

test.each(definitions)('%s: nothing an appliance says makes it send more than its own answers', (_words, one) => {
  fc.assert(
    fc.property(events, (list) => {
      watch(startCommand(one, ARGUMENTS, PROMPT, MACHINE), list, (sent, heard) => {
        expect([sent, mayLeave(sent), allowed(one, sent, heard)]).toEqual([sent, true, true]);
        if (one.words[0] === 'telnet' && isLive(heard)) expect(sent).not.toBe('\x03');
      });
    }),
    { numRuns: 1000 },
  );
});

test('login: nothing is sent but a space to the pager', () => {
  fc.assert(
    fc.property(events, (list) => watch(startLogin(), list, (sent) => expect(sent).toBe(' '))),
    { numRuns: 500 },
  );
});

test('Control-C is sent five times at most, Control-] too, whatever happens', () => {
  fc.assert(
    fc.property(events, (list) => {
      let keys = 0;
      const count = (sent: string) => {
        keys += sent === '\x03' || sent === '\x1d' ? 1 : 0;
      };
      watch(startCommand(telnet, ARGUMENTS, PROMPT), [...list, ...list, ...list], count);
      expect(keys).toBeLessThanOrEqual(5);
    }),
  );
});
