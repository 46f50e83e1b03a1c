import { problem } from '../../core/model';
import { EXIT } from '../door';
import type { Register } from './register';

/** `causes [CODE]`: the catalogue. */
export const causes: Register = (program, door, ended) => {
  program
    .command('causes')
    .argument('[code]')
    .description(door.words.say('cli:command.causes'))
    .option('--json', door.words.say('cli:option.json'))
    .action(async (code: string | undefined, options: { json?: boolean }) => {
      const { causes: catalogue } = await import('../../core/diagnosis');
      const { causeEntry } = await import('../../core/report');
      const chosen = code === undefined ? catalogue : catalogue.filter((one) => one.code === code);
      if (code !== undefined && chosen.length === 0) {
        door.complain(problem('cause-not-known', code, { known: catalogue.map((one) => one.code).join(', ') }));
        return ended(EXIT.input);
      }
      const entries = chosen.map((one) => causeEntry(one, door.words));
      if (options.json)
        door.printJson(
          code === undefined
            ? { schema: 'cpq-doctor/causes/1', causes: entries }
            : { schema: 'cpq-doctor/cause/1', ...entries[0] },
        );
      else {
        for (const entry of entries) {
          door.print(`${entry.code}  ${entry.title}`);
          if (code === undefined) continue;
          door.print(`\n${entry.explanation}\n`);
          for (const sign of entry.signs) door.print(`- ${sign}`);
          door.print('');
          for (const [index, step] of entry.remedy.entries())
            door.print(
              `${index + 1}. [${door.words.say(`cli:effect.${step.effect}`)}] ${step.text}${step.command === null ? '' : `\n     ${step.command}`}`,
            );
          door.print(`\n${entry.references.join(', ')}`);
        }
      }
      return ended(EXIT.fine);
    });
};
