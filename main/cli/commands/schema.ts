import { problem } from '../../core/model';
import { EXIT } from '../door';
import type { Register } from './register';

/** `schema [NAME]`: the published JSON Schemas. */
export const schema: Register = (program, door, ended) => {
  program
    .command('schema')
    .argument('[name]')
    .description(door.words.say('cli:command.schema'))
    .action(async (name: string | undefined) => {
      const { z } = await import('zod');
      const model = await import('../../core/model');
      const published: Record<string, import('zod').ZodType> = {
        case: model.CaseRecord,
        ciphers: model.CipherReport,
        config: model.ConfigReport,
        diagnosis: model.DiagnosisDocument,
        logs: model.LogReport,
        manifest: model.Manifest,
        parse: model.ParseReport,
        tls: model.TlsReport,
        transcript: model.TranscriptReport,
      };
      const chosen = name === undefined ? undefined : published[name];
      if (name === undefined) for (const one of Object.keys(published)) door.print(one);
      else if (chosen === undefined) {
        door.complain(problem('schema-not-known', name, { known: Object.keys(published).join(', ') }));
        return ended(EXIT.input);
      } else door.printJson(z.toJSONSchema(chosen));
      return ended(EXIT.fine);
    });
};
