import { problem } from '../../core/model';
import { EXIT } from '../door';
import { readInput } from '../read-input';
import type { Register } from './register';

/** `parse COMMAND FILE`: pasted output of one command as data. */
export const parse: Register = (program, door, ended) => {
  program
    .command('parse')
    .argument('<command>')
    .argument('<file>')
    .description(door.words.say('cli:command.parse'))
    .option('--json', door.words.say('cli:option.json'))
    .action(async (name: string, file: string, options: { json?: boolean }) => {
      const { commands, readCommand, readerNamed } = await import('../../core/asyncos');
      if (readerNamed(name) === null) {
        door.complain(problem('command-not-known', name, { known: commands.map((one) => one.name).join(', ') }));
        return ended(EXIT.input);
      }
      const input = await readInput(file);
      if (!input.ok) {
        door.complain(input.problem);
        return ended(EXIT.input);
      }
      const report = readCommand(name, input.text);
      if (options.json) door.printJson(report);
      else door.print(JSON.stringify(report.data, null, 2));
      return ended(report.data === null ? EXIT.unanswered : EXIT.fine);
    });
};
