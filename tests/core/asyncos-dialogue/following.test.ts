import { describe, expect, it } from 'vitest';
import { tailMailLogs } from '../../../main/core/asyncos';
import { type DialogueState, mayLeave, patience, startCommand, step } from '../../../main/core/asyncos/dialogue';

const PROMPT = 'esa1.example.com> ';
const begun = (): DialogueState => startCommand(tailMailLogs, {}, PROMPT).state;
const heard = (state: DialogueState, text: string): DialogueState => step(state, { kind: 'bytes', text }).state;
const LINE = 'Thu Jun  4 09:00:00 2026 Info: MID 3 Subject "';

describe('following a log', () => {
  it('types one line that may leave', () => {
    expect(startCommand(tailMailLogs, {}, PROMPT).send).toBe('tail mail_logs\n');
    expect(mayLeave('tail mail_logs\n')).toBe(true);
  });

  it('answers nothing that a log line quotes, and turns no page for it', () => {
    const state = heard(begun(), `tail mail_logs\r\n${LINE}x"\r\n${LINE}`);
    for (const text of [
      'Would you like to switch to "machine" mode? [Y]> ',
      '-Press Any Key For More-',
      'Password: ',
    ]) {
      const quoting = heard(state, text);
      expect(patience(quoting)).toBeNull();
      expect(step(quoting, { kind: 'quiet' }).send).toBeUndefined();
    }
  });

  it('keeps only the newest text, however long it goes on', () => {
    let state = begun();
    for (let count = 0; count < 2000; count += 1) state = heard(state, `${LINE}${'x'.repeat(100)}"\r\n`);
    expect([state.phase, state.text.length]).toEqual(['running', 16 * 1024]);
  });

  it('is left by Control-C and ends at the prompt', () => {
    const leaving = step(heard(begun(), `tail mail_logs\r\n${LINE}x"\r\n`), { kind: 'deadline' });
    expect(leaving.send).toBe('\x03');
    const ended = step(heard(leaving.state, `^C\r\n${PROMPT}`), { kind: 'quiet' });
    expect(ended).toMatchObject({ problem: { code: 'timed-out' }, state: { phase: 'ended', prompt: PROMPT } });
    expect(ended.close).toBeUndefined();
  });

  it('chooses the log by its name where a list is asked', () => {
    const list =
      'tail mail_logs\r\nCurrently configured logs:\r\n1. "mail_logs" Type: "IronPort Text Mail Logs" Retrieval: "Manual Download"\r\n2. "status" Type: "Status Logs"\r\nEnter the number of the log you wish to tail.\r\n[]> ';
    expect(step(heard(begun(), list), { kind: 'quiet' }).send).toBe('1\n');
  });
});
