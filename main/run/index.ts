export { runCase } from './run-case';
export type { RunInput, RunOutcome } from './world';
