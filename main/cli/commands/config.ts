import { type ConfigReport, type Problem, problem } from '../../core/model';
import { type Door, EXIT, type ExitCode } from '../door';
import { readInput } from '../read-input';
import type { Register } from './register';

/** Notes about the file itself: worth a line, no fault of the appliance. */
const OF_THE_FILE = new Set([
  'tag-repaired',
  'value-wrapped',
  'encoding-looks-utf8',
  'cut-off',
  'quarantine-overridden',
]);

const codeOf = ({ missingInterfaces, problems }: ConfigReport): ExitCode =>
  missingInterfaces.length > 0 || problems.some((one) => !OF_THE_FILE.has(one.code)) ? EXIT.found : EXIT.fine;

const placedIn = (file: string, { code, where, params }: Problem): Problem =>
  problem(code, where === null || where.startsWith(file) ? (where ?? file) : `${file}, ${where}`, params);

const tell = async (file: string, json: boolean, door: Door): Promise<ExitCode> => {
  const { decodeConfig, readConfig } = await import('../../core/asyncos');
  const input = await readInput(file);
  const report = input.ok ? readConfig(decodeConfig(input.bytes)) : input;
  if (!report.ok) {
    door.complain(placedIn(file, report.problem));
    return EXIT.input;
  }
  if (json) door.printJson(report.value);
  else {
    const { configLines } = await import('../told/config');
    for (const line of configLines(report.value, door.words)) door.print(line);
  }
  return codeOf(report.value);
};

/** `config FILE.xml`: what a configuration export says about the quarantine. */
export const config: Register = (program, door, ended) => {
  program
    .command('config')
    .argument('<file>')
    .description(door.words.say('cli:command.config'))
    .option('--json', door.words.say('cli:option.json'))
    .action(async (file: string, options: { json?: boolean }) => ended(await tell(file, options.json ?? false, door)));
};
