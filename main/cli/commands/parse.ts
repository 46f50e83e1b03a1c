import { type ParseReport, problem } from '../../core/model';
import { type Door, EXIT, type ExitCode } from '../door';
import { readInput } from '../read-input';
import type { Register } from './register';

/** Nothing was understood: the wrong file, or an appliance that answered with an error of its own. */
const unread = ({ error }: ParseReport, file: string, command: string, door: Door): ExitCode => {
  const refused = error !== null && error.text !== '';
  door.complain(
    refused
      ? problem('material-refused', file, { text: error.text })
      : problem('material-not-understood', file, { command }),
  );
  return refused ? EXIT.unanswered : EXIT.input;
};

const parseFile = async (name: string, file: string, json: boolean, door: Door): Promise<ExitCode> => {
  const { otherCommand, readableCommands, readCommand, readerOf } = await import('../../core/asyncos');
  if (readerOf(name) === null) {
    const known = readableCommands.join(', ');
    door.complain(problem('command-not-known', name, { known }));
    return EXIT.input;
  }
  const input = await readInput(file);
  if (!input.ok) {
    door.complain(input.problem);
    return EXIT.input;
  }
  const other = otherCommand(name, input.text);
  if (other !== null) {
    door.complain(problem('material-other-command', file, { command: name, other }));
    return EXIT.input;
  }
  const report = readCommand(name, input.text);
  if (json) door.printJson(report);
  else if (report.data !== null) door.print(JSON.stringify(report.data, null, 2));
  return report.data === null ? unread(report, file, name, door) : EXIT.fine;
};

/** `parse COMMAND FILE`: pasted output of one command as data. */
export const parse: Register = (program, door, ended) => {
  program
    .command('parse')
    .argument('<command>')
    .argument('<file>')
    .description(door.words.say('cli:command.parse'))
    .option('--json', door.words.say('cli:option.json'))
    .action(async (name: string, file: string, options: { json?: boolean }) =>
      ended(await parseFile(name, file, options.json ?? false, door)),
    );
};
