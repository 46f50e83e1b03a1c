import { readFileSync } from 'node:fs';
import { readCommand } from '../../main/core/asyncos';
import type { Seen, Target } from '../../main/core/checks';
import { checkByCommand } from '../../main/core/checks';

export const TARGET: Target = { vantage: 'esa1', subject: 'esa1', peer: null, flow: null };

export const fixtureText = (path: string): string => readFileSync(`tests/fixtures/${path}`, 'latin1');

/** What the check of a command makes of a sample of its output. */
export const readSample = (command: string, sample: string): Seen<unknown> => {
  const text = fixtureText(`cli/${sample}.txt`);
  const check = checkByCommand(command);
  if (!check) throw new Error(`no check reads ${command}`);
  return check.read({ kind: 'command', report: readCommand(command, text), text, problem: null }, TARGET);
};

/** The lines whose text does not stand on their number in the sample: none, if the check quotes truly. */
export const misquoted = (path: string, seen: Seen<unknown>): unknown[] => {
  const lines = fixtureText(path)
    .split('\n')
    .map((line) => line.replace(/\r+$/, ''));
  return seen.lines.filter((one) => one.line === null || lines[one.line - 1] !== one.text);
};
