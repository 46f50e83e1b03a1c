import { problem } from '../../core/model';
import { EXIT } from '../door';
import type { Register } from './register';

interface Options {
  offer?: string;
  inventory?: boolean;
  limit?: string;
  json?: boolean;
}

/** `host:port`, with `[…]` for IPv6. */
const targetOf = (text: string): { host: string; port: number } | null => {
  const match = /^(?:\[([^\]]+)\]|([^:]+)):(\d{1,5})$/.exec(text);
  const port = Number(match?.[3]);
  const host = match?.[1] ?? match?.[2];
  return host === undefined || port < 1 || port > 65535 ? null : { host, port };
};

/** `tls HOST:PORT`: the STARTTLS probe of a quarantine listener from this machine. */
export const tls: Register = (program, door, ended) => {
  program
    .command('tls')
    .argument('<target>')
    .description(door.words.say('cli:command.tls'))
    .option('--offer <list>', door.words.say('cli:option.offer'))
    .option('--inventory', door.words.say('cli:option.inventory'))
    .option('--limit <number>', door.words.say('cli:option.limit'))
    .option('--json', door.words.say('cli:option.json'))
    .action(async (text: string, options: Options) => {
      const target = targetOf(text);
      if (target === null) {
        door.complain(problem('target-not-host-port', text));
        return ended(EXIT.input);
      }
      const { expand } = await import('../../core/ciphers');
      const { probeTls } = await import('../../probes');
      const offer = options.offer === undefined ? null : expand(options.offer, '3.0');
      if (offer?.error) {
        door.complain(problem('cipher-list-not-understood', null, { at: offer.error.at, token: offer.error.token }));
        return ended(EXIT.input);
      }
      const limit = options.limit === undefined ? undefined : Number(options.limit);
      if (limit !== undefined && !(Number.isInteger(limit) && limit > 0)) {
        door.complain(problem('option-not-a-number', '--limit', { value: options.limit ?? '' }));
        return ended(EXIT.input);
      }
      const { report } = await probeTls(target, {
        offer: options.offer ?? null,
        suites: offer?.suites ?? null,
        inventory: options.inventory ?? false,
        signal: door.signal,
        ...(limit === undefined ? {} : { limit }),
      });
      if (options.json) door.printJson(report);
      else {
        const none = door.words.say('cli:none');
        door.print(door.words.say('cli:tls.banner', { banner: report.banner ?? none }));
        door.print(
          door.words.say('cli:tls.negotiated', {
            protocol: report.negotiated?.protocol ?? none,
            cipher: report.negotiated?.cipher ?? none,
          }),
        );
        door.print(door.words.say(`cli:tls.anonymous.${String(report.anonymousAcceptedIfForced)}`));
        door.print(
          door.words.say('cli:tls.certificate', {
            subject: report.certificate?.subject ?? none,
            issuer: report.certificate?.issuer ?? none,
          }),
        );
        for (const [protocol, suites] of Object.entries(report.inventory ?? {}))
          door.print(`${protocol}: ${suites.join(', ')}`);
        if (report.failure)
          door.print(
            door.words.say('cli:tls.failure', {
              code: report.failure.code,
              stage: report.failure.stage,
              detail: report.failure.detail,
            }),
          );
      }
      if (report.failure !== null && ['resolve-failed', 'cancelled'].includes(report.failure.code))
        return ended(EXIT.unanswered);
      return ended(report.failure !== null || report.negotiated?.anonymous ? EXIT.found : EXIT.fine);
    });
};
