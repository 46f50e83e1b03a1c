import type { Problem } from '../../model/problem';
import type { CommandDefinition } from '../command';
import type { Arguments } from './line';
import { shown } from './screen';

/** What can happen to a dialogue. `quiet`: nothing came for as long as `patience(state)` says. */
export type DialogueEvent =
  | { readonly kind: 'bytes'; readonly text: string }
  | { readonly kind: 'quiet' }
  | { readonly kind: 'deadline' }
  | { readonly kind: 'closed' };

/** A telnet that the command opened: dialling, live (Control-C would reach the peer), being left, over. */
export type TelnetPhase = 'none' | 'live' | 'quitting' | 'escaping' | 'over';

export interface DialogueState {
  readonly phase: 'login' | 'running' | 'interrupting' | 'ended';
  /** The prompt learned at login or last seen; null before. */
  readonly prompt: string | null;
  readonly definition: CommandDefinition | null;
  readonly args: Arguments;
  /** The machine that was logged in to, as its prompt named it; null where that is not known. */
  readonly machine: string | null;
  /** Everything received, raw, behind the prompt that stood before the command; bounded. */
  readonly text: string;
  /** What came since the last send, raw; the last part of it when it is long. */
  readonly pending: string;
  /** The last line sent, to take its echo off `pending`. */
  readonly sent: string;
  /** Indexes of the definition's prompts already answered. */
  readonly answered: readonly number[];
  readonly pages: number;
  readonly interrupts: number;
  readonly telnet: TelnetPhase;
  /** Why the command is being left. */
  readonly problem: Problem | null;
}

/** One step's result. `close`: the channel is of no use any more. At most one of `done` and `send` is there. */
export interface Step {
  readonly state: DialogueState;
  readonly send?: string;
  readonly done?: { readonly text: string };
  readonly problem?: Problem;
  readonly close?: true;
}

export const LONGEST_TEXT = 16 * 1024 * 1024;
export const LONGEST_PENDING = 16 * 1024;

export const freshState = (phase: DialogueState['phase'], prompt: string | null): DialogueState => ({
  phase,
  prompt,
  definition: null,
  args: {},
  machine: null,
  text: prompt ?? '',
  pending: '',
  sent: '',
  answered: [],
  pages: 0,
  interrupts: 0,
  telnet: 'none',
  problem: null,
});

/** `Mon Mar  2 15:10:02 2026 Info: …` (sample grep-batch-cpq.txt). */
const LOG_LINE = /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]?\d \d\d:\d\d:\d\d \d{4} /m;

/** Whether log lines are followed now: they quote outsiders, so nothing in them is a question or a pager. */
export const linesFlow = ({ definition, phase }: DialogueState, screen: string): boolean =>
  definition?.follows === true && phase === 'running' && LOG_LINE.test(screen);

/** The screen since the last send, without the echo of what was sent. */
export const screenOf = (state: DialogueState): string => {
  const screen = shown(state.pending);
  const sent = state.sent.trim();
  const end = screen.indexOf('\n');
  const echo = sent !== '' && end >= 0 && screen.slice(0, end).trim().endsWith(sent);
  return echo ? screen.slice(end + 1) : screen;
};
