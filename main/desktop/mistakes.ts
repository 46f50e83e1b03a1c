import { type Problem, problem } from '../core/model';

/** An exception is a bug of ours. Its message goes to the engineer, its stack to the terminal, the case stays. */
export const ourMistake = (name: string, error: unknown): Problem => {
  process.stderr.write(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return problem('our-mistake', name, { detail: error instanceof Error ? error.message.slice(0, 300) : 'unknown' });
};
