import { problem } from '../../core/model';
import { EXIT } from '../door';
import { readInput } from '../read-input';
import type { Register } from './register';

/** `config FILE.xml`: what a configuration export says about the quarantine. */
export const config: Register = (program, door, ended) => {
  program
    .command('config')
    .argument('<file>')
    .description(door.words.say('cli:command.config'))
    .option('--json', door.words.say('cli:option.json'))
    .action(async (file: string, options: { json?: boolean }) => {
      const { decodeConfig, readConfig } = await import('../../core/asyncos');
      const input = await readInput(file);
      const report = input.ok ? readConfig(decodeConfig(input.bytes)) : input;
      if (!report.ok) {
        door.complain(
          problem(
            report.problem.code,
            report.problem.where === null
              ? file
              : report.problem.where.startsWith(file)
                ? report.problem.where
                : `${file}, ${report.problem.where}`,
            report.problem.params,
          ),
        );
        return ended(EXIT.input);
      }
      const { value } = report;
      if (options.json) door.printJson(value);
      else {
        door.print(`${value.hostname ?? '?'}  ${value.product ?? value.model ?? '?'}  ${value.version ?? ''}`);
        for (const one of value.listeners)
          door.print(`  ${one.name}  ${one.interface ?? '?'}:${one.port ?? '?'}  ${one.at}`);
        for (const one of value.missingInterfaces)
          door.print(
            door.words.say('cli:config.missing', {
              machine: one.machine,
              interface: one.interface,
              near: one.near ?? door.words.say('cli:none'),
            }),
          );
        for (const one of value.problems) door.print(`  ${one.code}  ${one.at}`);
      }
      return ended(value.missingInterfaces.length + value.problems.length > 0 ? EXIT.found : EXIT.fine);
    });
};
