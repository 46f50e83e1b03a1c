import type { Command } from 'commander';
import type { Door, ExitCode } from '../door';

/** Adds one command to the program; its work is loaded only when it is called. */
export type Register = (program: Command, door: Door, ended: (code: ExitCode) => void) => void;
