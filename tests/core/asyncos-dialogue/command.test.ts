import { describe, expect, test } from 'vitest';
import { commandNamed } from '../../../main/core/asyncos';
import { commandLine } from '../../../main/core/asyncos/dialogue';
import {
  bytes,
  DEADLINE,
  definition,
  heard,
  leaveMenu,
  PROMPT,
  playCommand,
  QUIET,
  sslconfig,
  switchMode,
  tophosts,
} from './conversation';

const SORT = 'tophosts\r\n\r\nSort results by:\r\n\r\n1. Connections Out\r\n2. Active Recipients\r\n[1]> ';
const NOTICE = (items: string) =>
  `sslconfig\r\n\r\nNOTICE: This configuration command has not yet been configured for the current cluster mode ` +
  `(Machine esa1.example.com).\r\n\r\nWhat would you like to do?\r\n${items}\r\n[1]> `;

describe('a command', () => {
  test('gives its text from the prompt before it to before the prompt behind it', () => {
    const { sent, last } = playCommand(definition({}), {}, heard('version\r\n\r\nModel: C100V\r\nesa1.example.com> '));
    expect({ sent, text: last.done?.text, problem: last.problem }).toEqual({
      sent: ['version\n'],
      text: 'esa1.example.com> version\r\n\r\nModel: C100V\r\n',
      problem: undefined,
    });
  });

  test('goes on while bytes come: a prompt in the middle of output ends nothing', () => {
    const { last } = playCommand(definition({}), {}, [
      bytes('version\r\na\r\nesa1.example.com> '),
      bytes('is the prompt\r\nesa1.example.com> '),
      QUIET,
    ]);
    expect(last.done?.text).toBe('esa1.example.com> version\r\na\r\nesa1.example.com> is the prompt\r\n');
  });

  test("another host's prompt is not believed", () => {
    const { sent, last } = playCommand(definition({}), {}, heard('version\r\nesa2.example.com> '));
    expect({ sent, done: last.done }).toEqual({ sent: ['version\n'], done: undefined });
  });

  test('chooses a list item by its text, never by its place', () => {
    expect(playCommand(tophosts, {}, heard(SORT)).sent).toEqual(['tophosts\n', '2\n']);
  });

  test.each(['1) Active Recipients', '1  Active Recipients', ' 1. Active Recipients (now)'])('reads "%s"', (item) => {
    const { sent } = playCommand(tophosts, {}, heard(`Sort results by:\r\n${item}\r\n[]> `));
    expect(sent).toEqual(['tophosts\n', '1\n']);
  });

  test('interrupts when the item is missing, or there twice', () => {
    for (const items of ['1. Other', '1. Active Recipients\r\n2. Active Recipients']) {
      const { sent } = playCommand(tophosts, {}, heard(`Sort results by:\r\n${items}\r\n[1]> `));
      expect(sent).toEqual(['tophosts\n', '\x03']);
    }
  });

  test('gives the pager one space each time it waits, and nothing while it does not', () => {
    const wiped = `\r${' '.repeat(25)}\r`;
    const { sent, last } = playCommand(definition({ words: ['status', 'detail'] }), {}, [
      ...heard('status detail\r\nline 1\r\n-Press Any Key For More-'),
      ...heard(`${wiped}line 2\r\n-Press Any Key For More-`),
      ...heard(`${wiped}line 3\r\nesa1.example.com> `),
    ]);
    expect({ sent, done: last.done !== undefined }).toEqual({ sent: ['status detail\n', ' ', ' '], done: true });
  });

  test('leaves an operation menu with Enter only when its default is empty', () => {
    const menu = 'Choose the operation you want to perform:\r\n- NEW - Create.\r\n- EDIT - Modify.\r\n';
    expect(playCommand(sslconfig, {}, heard(`${menu}[]> `)).sent).toEqual(['sslconfig\n', '\n']);
    expect(playCommand(sslconfig, {}, heard(`${menu}[NEW]> `)).sent).toEqual(['sslconfig\n', '\x03']);
  });

  test('switches to machine mode for a command that allows it, by the whole text only', () => {
    const whole = 'This command is restricted to "machine" mode.  Would you like to switch to "machine" mode? [Y]> ';
    const other = 'All changes will be lost. Would you like to switch to "machine" mode? [Y]> ';
    const play = (text: string, command = tophosts) => playCommand(command, {}, heard(`tophosts\r\n\r\n${text}`)).sent;
    expect(play(whole)).toEqual(['tophosts\n', 'Y\n']);
    expect(play(whole.replace('Would', '\r\nWould'))).toEqual(['tophosts\n', 'Y\n']);
    expect(play(other)).toEqual(['tophosts\n', '\x03']);
    expect(play(whole, definition({ words: ['tophosts'] }))).toEqual(['tophosts\n', '\x03']);
  });

  test('after the switch the prompt of the other level is the prompt', () => {
    const { last } = playCommand(tophosts, {}, heard('x\r\n(Machine esa1.example.com)> '), '(Cluster Main_Cluster)> ');
    expect({ prompt: last.state.prompt, text: last.done?.text }).toEqual({
      prompt: '(Machine esa1.example.com)> ',
      text: '(Cluster Main_Cluster)> x\r\n',
    });
  });

  test('of the NOTICE only the number whose text switches modes is chosen', () => {
    const [a, b, c] = [
      'Start a new, empty configuration',
      'Copy settings',
      'Switch modes to edit at mode "Cluster M".',
    ];
    expect(playCommand(sslconfig, {}, heard(NOTICE(`1. ${a}\r\n2. ${b}\r\n3. ${c}`))).sent[1]).toBe('3\n');
    expect(playCommand(sslconfig, {}, heard(NOTICE(`1. ${a}\r\n2. ${b}`))).sent[1]).toBe('\x03');
    const trap = NOTICE(`1. ${c}`).replace('NOTICE:', 'WARNING:');
    expect(playCommand(sslconfig, {}, heard(trap)).sent[1]).toBe('\x03');
  });

  test('a question that speaks of a change is never answered, whatever it says besides', () => {
    const both = definition({ prompts: [{ asks: 'sort results', answer: { say: 'Y' } }, leaveMenu, switchMode] });
    const asked = 'Sort results and commit? [Y]> ';
    expect(playCommand(both, {}, heard(`version\r\n${asked}`)).sent).toEqual(['version\n', '\x03']);
  });

  test('a rejected answer is not given twice', () => {
    const { sent } = playCommand(
      tophosts,
      {},
      heard(SORT, 'The value must be 1 to 9.\r\nSort results by:\r\n1. Active Recipients\r\n[1]> '),
    );
    expect(sent).toEqual(['tophosts\n', '2\n', '\x03']);
  });
});

describe('an unexpected question', () => {
  const STANDALONE =
    'clusterconfig list\r\n\r\nDo you want to join or create a cluster?\r\n1. No, configure as standalone.\r\n[1]> ';
  const list = definition({ words: ['clusterconfig', 'list'] });

  test('is interrupted, and its text kept', () => {
    const { sent, last } = playCommand(list, {}, heard(STANDALONE, `^C\r\n${PROMPT}`));
    expect({ sent, code: last.problem?.code, close: last.close }).toEqual({
      sent: ['clusterconfig list\n', '\x03'],
      code: 'unexpected-question',
      close: undefined,
    });
    expect(last.problem?.params.text).toBe('Do you want to join or create a cluster?');
    expect(last.done?.text).toBe(`${PROMPT}${STANDALONE}^C\r\n`);
  });

  test('a Control-C that is missed is repeated, five times at most, then the channel is closed', () => {
    const { sent, last } = playCommand(list, {}, [...heard(STANDALONE), QUIET, QUIET, QUIET, QUIET, QUIET, QUIET]);
    expect(sent).toEqual(['clusterconfig list\n', '\x03', '\x03', '\x03', '\x03', '\x03']);
    expect({ close: last.close, code: last.problem?.code }).toEqual({ close: true, code: 'unexpected-question' });
  });

  test.each(['Enter passphrase: ', 'Password:', 'Continue (y/n)? ', 'Really?', 'a cut ]> '])(
    '"%s" gets no answer',
    (asked) => {
      expect(playCommand(definition({}), {}, heard(`version\r\n${asked}`)).sent).toEqual(['version\n', '\x03']);
    },
  );

  test('dropped changes in a run that only reads are our mistake', () => {
    const { last } = playCommand(list, {}, heard(STANDALONE, `^C\r\n-- Changes not recorded\r\n${PROMPT}`));
    expect(last.problem?.code).toBe('our-mistake');
  });

  test('out of time: interrupted, with what came so far', () => {
    const { sent, last } = playCommand(definition({}), {}, [
      bytes('version\r\nhalf'),
      DEADLINE,
      ...heard(`^C\r\n${PROMPT}`),
    ]);
    expect({ sent, code: last.problem?.code, text: last.done?.text }).toEqual({
      sent: ['version\n', '\x03'],
      code: 'timed-out',
      text: `${PROMPT}version\r\nhalf^C\r\n`,
    });
  });

  test('a lost connection keeps the text', () => {
    const { last } = playCommand(definition({}), {}, [bytes('version\r\nhalf'), { kind: 'closed' }]);
    expect({ code: last.problem?.code, text: last.done?.text, close: last.close }).toEqual({
      code: 'connection-closed',
      text: `${PROMPT}version\r\nhalf`,
      close: true,
    });
  });
});

describe('the line of a command', () => {
  const grep = definition({
    words: ['grep', '-e'],
    lineArgument: { name: 'expression', allowed: /^[^"]*$/ },
    wordsAfter: ['-i', 'mail_logs'],
  });

  test('quotes its checked argument', () => {
    expect(commandLine(grep, { expression: 'CPQ ICID|port 7025' })).toEqual({
      ok: true,
      value: 'grep -e "CPQ ICID|port 7025" -i mail_logs',
    });
  });

  test('types a name as it stands, and nothing in its place', () => {
    const lookUp = commandNamed('nslookup');
    const lines = ['sma1.example.com', '192.0.2.20', 'a b', 'a;commit', '-x', 'a commit', ''].map(
      (target) => lookUp && commandLine(lookUp, { target }),
    );
    expect(lines.map((one) => (one?.ok ? one.value : null))).toEqual([
      'nslookup sma1.example.com',
      'nslookup 192.0.2.20',
      ...Array.from({ length: 5 }, () => null),
    ]);
  });

  test.each(['a"b', 'a;commit', 'a\\', "a'b", 'a\nb', 'a\x03', 'a`b', ''])('refuses %j', (expression) => {
    const { sent, last } = playCommand(grep, { expression }, []);
    expect({ sent, code: last.problem?.code }).toEqual({ sent: [], code: 'argument-refused' });
  });

  test('a missing argument is a problem and nothing is sent', () => {
    const { sent, last } = playCommand(grep, {}, []);
    expect({ sent, problem: last.problem }).toEqual({
      sent: [],
      problem: { code: 'argument-missing', where: 'expression', params: {} },
    });
  });
});
