import { Option } from 'commander';
import { CertificateKey, type CipherReport, Generation, type Problem, problem } from '../../core/model';
import { type Door, EXIT, type ExitCode } from '../door';
import type { Register } from './register';

interface Options {
  against?: string;
  againstOpenssl?: string;
  key?: string;
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

/** The other end as it was asked for; by itself its list has the initiator's generation. */
const againstOf = ({ against, againstOpenssl, key, openssl }: Options) =>
  against === undefined
    ? null
    : {
        list: against,
        openssl: Generation.parse(againstOpenssl ?? openssl),
        key: key === undefined ? null : CertificateKey.parse(key),
      };

/** What is wrong with a list, by its token and place (from 1); null: nothing. */
const mistakeIn = (list: string, error: CipherReport['error']): Problem | null =>
  error === null ? null : problem('cipher-list-not-understood', list, { at: error.at + 1, why: error.text });

const explainList = async (list: string, options: Options, door: Door): Promise<ExitCode> => {
  const { explain, isAnonymous } = await import('../../core/ciphers');
  const against = againstOf(options);
  const report = inWords(explain(list, Generation.parse(options.openssl), against), door);
  if (options.json) door.printJson(report);
  else {
    const { cipherLines } = await import('../told/ciphers');
    for (const line of cipherLines(report, isAnonymous, door.words)) door.print(line);
  }
  const theirs = against === null ? null : inWords(explain(against.list, against.openssl, null), door).error;
  const mistakes = [mistakeIn(list, report.error), mistakeIn(against?.list ?? '', theirs)].filter(
    (one) => one !== null,
  );
  for (const mistake of mistakes) door.complain(mistake);
  if (mistakes.length > 0) return EXIT.input;
  return report.anonymous.length > 0 ? EXIT.found : EXIT.fine;
};

/** `ciphers CIPHERLIST`: expand an OpenSSL cipher string and say what it admits. */
export const ciphers: Register = (program, door, ended) => {
  const { words } = door;
  const generation = (flag: string, key: string) => new Option(flag, words.say(key)).choices(Generation.options);
  program
    .command('ciphers')
    .argument('<list>')
    .description(words.say('cli:command.ciphers'))
    .option('--against <list>', words.say('cli:option.against'))
    .addOption(generation('--openssl <generation>', 'cli:option.openssl').default('3.0'))
    .addOption(generation('--against-openssl <generation>', 'cli:option.againstOpenssl'))
    .addOption(new Option('--key <type>', words.say('cli:option.key')).choices(CertificateKey.options))
    .option('--json', words.say('cli:option.json'))
    .action(async (list: string, options: Options) => ended(await explainList(list, options, door)));
};
