import { Option } from 'commander';
import { type CipherReport, Generation, problem } from '../../core/model';
import { type Door, EXIT, type ExitCode } from '../door';
import type { Register } from './register';

interface Options {
  against?: string;
  openssl: string;
  json?: boolean;
}

/** The engine names what is wrong by a key; the document carries the words. */
const inWords = (report: CipherReport, { words }: Door): CipherReport => {
  const { error } = report;
  return error === null
    ? report
    : { ...report, error: { ...error, text: words.say(error.text, { token: error.token }) } };
};

const explainList = async (list: string, options: Options, door: Door): Promise<ExitCode> => {
  const { explain } = await import('../../core/ciphers');
  const report = inWords(explain(list, Generation.parse(options.openssl), options.against ?? null), door);
  if (options.json) door.printJson(report);
  else {
    const { cipherLines } = await import('../told/ciphers');
    for (const line of cipherLines(report, door.words)) door.print(line);
  }
  if (report.error !== null) {
    const { at, text } = report.error;
    door.complain(problem('cipher-list-not-understood', list, { at: at + 1, why: text }));
    return EXIT.input;
  }
  return report.anonymous.length > 0 ? EXIT.found : EXIT.fine;
};

/** `ciphers CIPHERLIST`: expand an OpenSSL cipher string and say what it admits. */
export const ciphers: Register = (program, door, ended) => {
  program
    .command('ciphers')
    .argument('<list>')
    .description(door.words.say('cli:command.ciphers'))
    .option('--against <list>', door.words.say('cli:option.against'))
    .addOption(
      new Option('--openssl <generation>', door.words.say('cli:option.openssl'))
        .choices(Generation.options)
        .default('3.0'),
    )
    .option('--json', door.words.say('cli:option.json'))
    .action(async (list: string, options: Options) => ended(await explainList(list, options, door)));
};
