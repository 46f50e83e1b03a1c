import { EXIT } from '../door';
import { readInput } from '../read-input';
import type { Register } from './register';

/** `transcript FILE`: a whole terminal capture, split by prompt. */
export const transcript: Register = (program, door, ended) => {
  program
    .command('transcript')
    .argument('<file>')
    .description(door.words.say('cli:command.transcript'))
    .option('--json', door.words.say('cli:option.json'))
    .action(async (file: string, options: { json?: boolean }) => {
      const { readTranscript } = await import('../../core/asyncos');
      const input = await readInput(file);
      if (!input.ok) {
        door.complain(input.problem);
        return ended(EXIT.input);
      }
      const report = readTranscript(input.text);
      if (options.json) door.printJson(report);
      else
        for (const part of report.parts)
          door.print(
            `${part.appliance ?? '?'}  ${part.command}  ${part.error?.code ?? (part.data === null ? '?' : 'ok')}`,
          );
      return ended(report.parts.some((part) => part.data !== null) ? EXIT.fine : EXIT.unanswered);
    });
};
