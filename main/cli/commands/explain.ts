import { problem } from '../../core/model';
import { type Door, EXIT, type ExitCode } from '../door';
import { readInput } from '../read-input';
import type { Register } from './register';

/** A line in quotes is an argument of its own; words without any blank in them are the words of one line. */
const linesOf = (words: readonly string[]): string[] =>
  words.some((one) => /\s/.test(one)) ? words.flatMap((one) => one.split('\n')) : [words.join(' ')];

const fromStandardInput = async (door: Door): Promise<string[] | null> => {
  if (process.stdin.isTTY) {
    door.complain(problem('explain-nothing', null));
    return null;
  }
  const input = await readInput('-');
  if (input.ok) return input.text.split('\n');
  door.complain(input.problem);
  return null;
};

const explained = async (words: readonly string[], json: boolean, door: Door): Promise<ExitCode> => {
  const lines = words.length > 0 ? linesOf(words) : await fromStandardInput(door);
  if (lines === null) return EXIT.input;
  const { explainReport } = await import('../../core/report');
  const report = explainReport(lines, door.words);
  if (report.lines.length === 0) {
    door.complain(problem('explain-nothing', null));
    return EXIT.input;
  }
  if (json) door.printJson(report);
  else {
    const { explainedLines } = await import('../told/explain');
    for (const line of explainedLines(report, door.words)) door.print(line);
  }
  if (report.leftOut > 0) door.say('cli:explain.leftOut', { leftOut: report.leftOut });
  return report.lines.some((one) => one.kind !== null) ? EXIT.fine : EXIT.unanswered;
};

/** `explain [LINE…]`: what log lines mean, from arguments or standard input. */
export const explain: Register = (program, door, ended) => {
  program
    .command('explain')
    .argument('[line...]')
    .description(door.words.say('cli:command.explain'))
    .option('--json', door.words.say('cli:option.json'))
    .action(async (words: string[], options: { json?: boolean }) =>
      ended(await explained(words, options.json ?? false, door)),
    );
};
