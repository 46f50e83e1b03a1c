import { problem } from '../../core/model';
import { EXIT } from '../door';
import type { Register } from './register';

interface Options {
  scenario: string;
  list?: boolean;
  esas?: string;
  materials?: string;
  json?: boolean;
}

/** `lab`: the practice lab on loopback, until interrupted; or its materials for offline use. */
export const lab: Register = (program, door, ended) => {
  program
    .command('lab')
    .description(door.words.say('cli:command.lab'))
    .option('--scenario <name>', door.words.say('cli:option.scenario'), 'tls-anonymous-cipher')
    .option('--list', door.words.say('cli:option.list'))
    .option('--esas <number>', door.words.say('cli:option.esas'))
    .option('--materials <folder>', door.words.say('cli:option.materials'))
    .option('--json', door.words.say('cli:option.json'))
    .action(async (options: Options) => {
      const { scenarios, startLab, writeMaterials } = await import('../../lab');
      if (options.list) {
        if (options.json) door.printJson({ schema: 'cpq-doctor/scenarios/1', scenarios });
        else for (const one of scenarios) door.print(one.name);
        return ended(EXIT.fine);
      }
      const esas = options.esas === undefined ? undefined : Number(options.esas);
      if (esas !== undefined && !(Number.isInteger(esas) && esas >= 1 && esas <= 20)) {
        door.complain(problem('option-not-a-number', '--esas', { value: options.esas ?? '' }));
        return ended(EXIT.input);
      }
      const asked = { scenario: options.scenario, now: door.now(), ...(esas === undefined ? {} : { esas }) };
      if (options.materials !== undefined) {
        const written = await writeMaterials({ ...asked, folder: options.materials });
        if (!written.ok) {
          door.complain(written.problem);
          return ended(EXIT.input);
        }
        if (options.json) door.printJson({ schema: 'cpq-doctor/materials/1', ...written.value });
        else door.print(written.value.profile);
        return ended(EXIT.fine);
      }
      const started = await startLab({ ...asked, signal: door.signal });
      if (!started.ok) {
        door.complain(started.problem);
        return ended(EXIT.input);
      }
      if (options.json)
        door.printJson({ schema: 'cpq-doctor/lab/1', scenario: options.scenario, profile: started.value.profileText });
      else door.print(started.value.profileText);
      door.say('cli:lab.running', { scenario: options.scenario });
      await new Promise<void>((resolve) => door.signal.addEventListener('abort', () => resolve(), { once: true }));
      await started.value.close();
      return ended(EXIT.fine);
    });
};
