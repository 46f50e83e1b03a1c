import { EXIT } from '../door';
import { readInput } from '../read-input';
import type { Register } from './register';

/** `recognise FILE…`: what each file is, and whose. */
export const recognise: Register = (program, door, ended) => {
  program
    .command('recognise')
    .argument('<files...>')
    .description(door.words.say('cli:command.recognise'))
    .option('--json', door.words.say('cli:option.json'))
    .action(async (files: string[], options: { json?: boolean }) => {
      const { recogniseMaterial } = await import('../../run/intake');
      const found = [];
      for (const file of files) {
        const input = await readInput(file);
        if (!input.ok) {
          door.complain(input.problem);
          return ended(EXIT.input);
        }
        found.push({ path: file, ...recogniseMaterial(file, input.text.slice(0, 256 * 1024), input.bytes) });
      }
      if (options.json) door.printJson({ schema: 'cpq-doctor/recognise/1', files: found });
      else
        for (const one of found)
          door.print(`${one.path}  ${one.kind}  ${one.command ?? ''}  ${one.appliance ?? ''}`.trimEnd());
      return ended(found.every((one) => one.kind === 'unknown') ? EXIT.unanswered : EXIT.fine);
    });
};
