import { type Problem, problem, type TlsReport } from '../../core/model';
import type { Words } from '../../core/texts';
import { type Door, EXIT, type ExitCode } from '../door';
import type { Register } from './register';

interface Options {
  offer?: string;
  inventory?: boolean;
  limit?: string;
  json?: boolean;
}

interface Target {
  readonly host: string;
  readonly port: number;
}

/** `host:port`, with `[…]` for IPv6. */
const targetOf = (text: string): Target | null => {
  const match = /^(?:\[([^\]]+)\]|([^:]+)):(\d{1,5})$/.exec(text);
  const port = Number(match?.[3]);
  const host = match?.[1] ?? match?.[2];
  return host === undefined || port < 1 || port > 65_535 ? null : { host, port };
};

const limitOf = (text: string | undefined): number | null => {
  const limit = Number(text);
  return Number.isInteger(limit) && limit > 0 ? limit : null;
};

interface Asked {
  readonly target: Target;
  readonly suites: readonly string[] | null;
  readonly limit: number | null;
}

/** The question in figures, or what is wrong with it. */
const askedOf = async (text: string, options: Options, words: Words): Promise<Asked | Problem> => {
  const target = targetOf(text);
  if (target === null) return problem('target-not-host-port', text);
  const limit = limitOf(options.limit);
  if (options.limit !== undefined && limit === null)
    return problem('option-not-a-number', '--limit', { value: options.limit });
  if (options.offer === undefined) return { target, suites: null, limit };
  const { expand } = await import('../../core/ciphers');
  const { error, suites } = expand(options.offer, '3.0');
  if (error === null) return { target, suites, limit };
  const why = words.say(`cli:ciphers.error.${error.reason}`, { token: error.token });
  return problem('cipher-list-not-understood', options.offer, { at: error.at + 1, why });
};

/** Nobody answered, so nothing is known of the listener; whatever else fails is an answer. */
const NOT_REACHED = new Set<string>([
  'resolve-failed',
  'connect-refused',
  'connect-timed-out',
  'unreachable',
  'reset',
  'too-many-connections',
  'cancelled',
]);

const codeOf = ({ failure, negotiated }: TlsReport): ExitCode => {
  if (failure !== null) return NOT_REACHED.has(failure.code) ? EXIT.unanswered : EXIT.found;
  return negotiated?.anonymous ? EXIT.found : EXIT.fine;
};

const probe = async (text: string, options: Options, door: Door): Promise<ExitCode> => {
  const asked = await askedOf(text, options, door.words);
  if ('code' in asked) {
    door.complain(asked);
    return EXIT.input;
  }
  const { probeTls } = await import('../../probes');
  const { report } = await probeTls(asked.target, {
    offer: options.offer ?? null,
    suites: asked.suites,
    inventory: options.inventory ?? false,
    signal: door.signal,
    ...(asked.limit === null ? {} : { limit: asked.limit }),
  });
  if (options.json) door.printJson(report);
  else {
    const { tlsLines } = await import('../told/tls');
    for (const line of tlsLines(report, door.words)) door.print(line);
  }
  return codeOf(report);
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
    .action(async (text: string, options: Options) => ended(await probe(text, options, door)));
};
