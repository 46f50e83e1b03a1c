import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { commands } from '../../../main/core/asyncos/commands';
import { promptAtEnd, type Step, startCommand, step } from '../../../main/core/asyncos/dialogue';
import { bytes, QUIET } from './conversation';

const FOLDER = 'tests/fixtures/cli';
const read = (name: string) => readFileSync(`${FOLDER}/${name}`, 'utf8');
const ARGUMENTS = {
  target: 'sma1.example.com',
  domain: 'sma1.example.com',
  destination: '192.0.2.20:7025',
  interface: 'Management',
  host: '192.0.2.20',
  port: '7025',
  expression: 'CPQ',
  log: 'mail_logs',
};

/** The samples that a live run of a command can meet: they open with its prompt and its line, and end at a prompt. */
const meets = readdirSync(FOLDER).flatMap((name) => {
  const text = read(name).trimStart();
  const line = text.split('\n')[0] ?? '';
  const prompt = /^(.*?> )/.exec(line)?.[1];
  const typed = prompt === undefined ? '' : line.slice(prompt.length).trim();
  if (prompt === undefined || promptAtEnd(prompt) === null || promptAtEnd(text) === null) return [];
  return commands
    .filter((one) => one.lineArgument === undefined && one.words.join(' ') === typed)
    .map((one) => ({ name, prompt, text: text.slice(prompt.length), command: one }));
});

/** What each command answers to the questions that its samples ask, after its own line. */
const ANSWERS: Record<string, readonly string[]> = {
  interfaceconfig: ['\n'],
  listenerconfig: ['\n'],
  logconfig: ['\n'],
  sslconfig: ['\n'],
  netstat: ['1\n', '3\n', 'Y\n', 'Y\n'],
  showrecipients: ['1\n', 'the.cpq.host\n'],
  telnet: ['3\n', '192.0.2.20\n', '7025\n'],
  tlsverify: ['sma1.example.com\n', '192.0.2.20:7025\n'],
  tophosts: ['1\n'],
};

/** Plays the appliance's half of a sample: up to each answer that the sample shows, then what came after it. */
const replay = (first: Step, text: string): { sent: string[]; last: Step } => {
  const sent = [first.send ?? ''];
  let last = first;
  for (const part of text.replaceAll('\n', '\r\n').split(/(?<=\[[^\]\r\n]*\]> )/)) {
    last = step(step(last.state, bytes(part)).state, QUIET);
    if (last.send !== undefined) sent.push(last.send);
  }
  return { sent, last };
};

test('enough samples are met', () => {
  expect(new Set(meets.map((one) => one.command.name)).size).toBeGreaterThanOrEqual(10);
});

test.each(meets.map((one) => [`${one.name} as ${one.command.name}`, one] as const))('%s', (_name, one) => {
  const args = { ...ARGUMENTS, ...(one.command.name === 'showrecipients' ? { host: 'the.cpq.host' } : {}) };
  const { sent, last } = replay(startCommand(one.command, args, one.prompt), one.text);
  expect({ sent, done: last.done !== undefined, problem: last.problem }).toEqual({
    sent: [`${one.command.words.join(' ')}\n`, ...(ANSWERS[one.command.name] ?? [])],
    done: true,
    problem: undefined,
  });
});
