import { describe, expect, test } from 'vitest';
import {
  bytes,
  DEADLINE,
  definition,
  heard,
  PROMPT,
  playCommand,
  QUIET,
  telnet,
  telnetArguments,
} from './conversation';

const FROM =
  'telnet\r\n\r\nPlease select which interface you want to telnet from.\r\n1. Auto\r\n2. Management 2 (192.0.2.11/24: a)\r\n' +
  '3. Management (192.0.2.10/24: esa1.example.com)\r\n[1]> ';
const HOST = '3\r\n\r\nEnter the remote hostname or IP address.\r\n[]> ';
const PORT = '192.0.2.20\r\n\r\nEnter the remote port.\r\n[25]> ';
const TRYING = '7025\r\n\r\nTrying 192.0.2.20...\r\n';
const LIVE = "Connected to sma1.example.com.\r\nEscape character is '^]'.\r\n";
const ASKED = ['telnet\n', '3\n', '192.0.2.20\n', '7025\n'];
const run = (...events: Parameters<typeof playCommand>[2]) =>
  playCommand(telnet, telnetArguments, [...heard(FROM, HOST, PORT), ...events]);

describe('telnet from the appliance', () => {
  test('after the greeting says QUIT and nothing else', () => {
    const { sent, last } = run(
      ...heard(`${TRYING}${LIVE}220 sma1.example.com ESMTP\r\n`),
      ...heard(`QUIT\r\n221 bye\r\nConnection closed by foreign host.\r\n\r\n${PROMPT}`),
    );
    expect({ sent, problem: last.problem }).toEqual({ sent: [...ASKED, 'QUIT\n'], problem: undefined });
    expect(last.done?.text.endsWith('Connection closed by foreign host.\r\n\r\n')).toBe(true);
  });

  test.each(['Connection refused', 'Operation timed out', 'No route to host'])(
    '%s is an outcome, not a problem',
    (why) => {
      const lines = `telnet: connect to address 192.0.2.20: ${why}\r\ntelnet: Unable to connect to remote host\r\n`;
      const { sent, last } = run(...heard(`${TRYING}${lines}\r\n${PROMPT}`));
      expect({ sent, problem: last.problem, done: last.done !== undefined }).toEqual({
        sent: ASKED,
        problem: undefined,
        done: true,
      });
    },
  );

  test('no Control-C once it is connected: Control-] and quit', () => {
    const { sent, last } = run(
      ...heard(`${TRYING}${LIVE}`),
      DEADLINE,
      ...heard('^]\r\ntelnet> '),
      ...heard(`quit\r\nConnection closed.\r\n${PROMPT}`),
    );
    expect({ sent, code: last.problem?.code }).toEqual({ sent: [...ASKED, '\x1d', 'quit\n'], code: 'timed-out' });
  });

  test('a peer that does not hang up after QUIT is left by Control-] and quit, without a problem', () => {
    const { sent, last } = run(
      ...heard(`${TRYING}${LIVE}554 no\r\n`),
      QUIET,
      ...heard('^]\r\ntelnet> '),
      ...heard(`quit\r\nConnection closed.\r\n${PROMPT}`),
    );
    expect({ sent, problem: last.problem }).toEqual({
      sent: [...ASKED, 'QUIT\n', '\x1d', 'quit\n'],
      problem: undefined,
    });
  });

  test("the prompt in a peer's greeting is not our prompt", () => {
    const { sent, last } = run(bytes(`${TRYING}${LIVE}hello\r\n${PROMPT}`), QUIET, QUIET);
    expect({ sent, done: last.done }).toEqual({ sent: ASKED, done: undefined });
  });

  test('while it dials, Control-C ends it', () => {
    const { sent } = run(...heard(TRYING), DEADLINE, ...heard(`^C\r\n${PROMPT}`));
    expect(sent).toEqual([...ASKED, '\x03']);
  });

  test('an interface that is not in the list is not replaced by another', () => {
    const { sent } = playCommand(telnet, { ...telnetArguments, interface: 'Manage' }, heard(FROM));
    expect(sent).toEqual(['telnet\n', '\x03']);
  });

  test('the word telnet in another command opens no telnet', () => {
    const { sent } = playCommand(definition({}), {}, [...heard(`version\r\n${LIVE}220 a\r\n`), DEADLINE]);
    expect(sent).toEqual(['version\n', '\x03']);
  });
});
