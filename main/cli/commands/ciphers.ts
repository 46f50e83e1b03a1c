import { Option } from 'commander';
import { problem } from '../../core/model';
import { EXIT } from '../door';
import type { Register } from './register';

/** `ciphers CIPHERLIST`: expand an OpenSSL cipher string and say what it admits. */
export const ciphers: Register = (program, door, ended) => {
  program
    .command('ciphers')
    .argument('<list>')
    .description(door.words.say('cli:command.ciphers'))
    .option('--against <list>', door.words.say('cli:option.against'))
    .addOption(
      new Option('--openssl <generation>', door.words.say('cli:option.openssl'))
        .choices(['0.9.8', '1.0.1', '1.0.2', '1.1.1', '3.0'])
        .default('3.0'),
    )
    .option('--json', door.words.say('cli:option.json'))
    .action(async (list: string, options: { against?: string; openssl: string; json?: boolean }) => {
      const { explain } = await import('../../core/ciphers');
      const { Generation } = await import('../../core/model');
      const report = explain(list, Generation.parse(options.openssl), options.against ?? null);
      if (options.json) door.printJson(report);
      if (report.error !== null) {
        door.complain(
          problem('cipher-list-not-understood', null, {
            at: report.error.at,
            token: report.error.token,
            why: door.words.say(report.error.text, { token: report.error.token }),
          }),
        );
        return ended(EXIT.input);
      }
      if (!options.json) {
        door.print(door.words.say('cli:ciphers.suites', { count: report.suites.length, openssl: report.openssl }));
        for (const suite of report.suites)
          door.print(
            `  ${suite}${report.anonymous.includes(suite) ? `  ${door.words.say('cli:ciphers.anonymous')}` : ''}`,
          );
        if (report.repaired !== null)
          door.print(
            door.words.say('cli:ciphers.repair', {
              admittedBy: report.admittedBy.join(', '),
              repaired: report.repaired,
            }),
          );
        if (report.negotiation) {
          const none = door.words.say('cli:none');
          for (const [when, agreed] of Object.entries(report.negotiation)) {
            door.print(
              door.words.say(`cli:ciphers.${when}`, {
                client: agreed.clientOrder ?? none,
                server: agreed.serverOrder ?? none,
              }),
            );
          }
        }
      }
      return ended(report.anonymous.length > 0 ? EXIT.found : EXIT.fine);
    });
};
