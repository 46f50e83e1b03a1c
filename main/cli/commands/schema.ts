import { problem } from '../../core/model';
import { type Door, EXIT, type ExitCode } from '../door';
import type { Register } from './register';

const publish = async (name: string | undefined, door: Door): Promise<ExitCode> => {
  const { documents } = await import('../documents');
  const known = Object.keys(documents);
  if (name === undefined) {
    for (const one of known) door.print(one);
    return EXIT.fine;
  }
  const chosen = Object.hasOwn(documents, name) ? documents[name] : undefined;
  if (chosen === undefined) {
    door.complain(problem('schema-not-known', name, { known: known.join(', ') }));
    return EXIT.input;
  }
  const { z } = await import('zod');
  door.printJson(z.toJSONSchema(chosen));
  return EXIT.fine;
};

/** `schema [NAME]`: the published JSON Schemas. */
export const schema: Register = (program, door, ended) => {
  program
    .command('schema')
    .argument('[name]')
    .description(door.words.say('cli:command.schema'))
    .action(async (name: string | undefined) => ended(await publish(name, door)));
};
