import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readLogin, startLogin } from '../../../main/core/asyncos/dialogue';
import { bytes, DEADLINE, heard, play, QUIET } from './conversation';

const sample = (name: string) => readFileSync(`tests/fixtures/cli/${name}.txt`, 'utf8').replaceAll('\n', '\r\n');

describe('login', () => {
  test('learns the prompt of a cluster member, its version, model and machine', () => {
    const text = sample('login-cluster');
    const { sent, last } = play(startLogin(), heard(text));
    expect({ sent, prompt: last.state.prompt, problem: last.problem }).toEqual({
      sent: [],
      prompt: '(Machine esa1.example.com)> ',
      problem: undefined,
    });
    expect(readLogin(last.done?.text ?? '', last.state.prompt)).toEqual({
      version: '12.1.0-071',
      model: 'C100V',
      mode: 'machine',
      machine: 'esa1.example.com',
      disconnected: false,
    });
  });

  test('believes a prompt only after silence, wherever the bytes are cut', () => {
    const text = sample('login-cluster');
    for (let cut = 0; cut <= text.length; cut += 1) {
      const { last } = play(startLogin(), [bytes(text.slice(0, cut)), bytes(text.slice(cut)), QUIET]);
      expect(last.state.prompt).toBe('(Machine esa1.example.com)> ');
    }
  });

  test('a banner line that ends like a prompt is no prompt when more follows', () => {
    const { last } = play(startLogin(), [bytes('notice> '), bytes('all use is logged\r\nsma1.example.com> '), QUIET]);
    expect(last.state.prompt).toBe('sma1.example.com> ');
  });

  test.each([
    ['login-expired', 'passphrase-expired'],
    ['login-reminder', 'unexpected-question'],
  ])('%s: answers nothing and leaves', (name, code) => {
    const { sent, last } = play(startLogin(), heard(sample(name)));
    expect({ sent, close: last.close, code: last.problem?.code }).toEqual({ sent: [], close: true, code });
  });

  test('the disconnected prompt is a prompt, not a question with a default', () => {
    const { last } = play(startLogin(), heard('x\r\n(Machine esa3.example.com) [Disconnected]> '));
    expect(last.problem).toBeUndefined();
    expect(readLogin('', last.state.prompt).disconnected).toBe(true);
  });

  test('a prompt that never comes ends as no-prompt with the text kept', () => {
    const { last } = play(startLogin(), [bytes('Welcome\r\n'), QUIET, DEADLINE]);
    expect({ code: last.problem?.code, text: last.done?.text, close: last.close }).toEqual({
      code: 'no-prompt',
      text: 'Welcome\r\n',
      close: true,
    });
  });
});
