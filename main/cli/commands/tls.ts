import type { TlsReport } from '../../core/model';
import { type Door, EXIT, type ExitCode } from '../door';
import type { Register } from './register';
import { type TlsAsked, type TlsOptions, tlsAsked } from './tls-asked';

/** Nobody answered, so nothing is known of the listener; whatever else fails is an answer. */
const NOT_REACHED = new Set<string>([
  'resolve-failed',
  'connect-refused',
  'connect-timed-out',
  'unreachable',
  'local-fault',
  'reset',
  'too-many-connections',
  'cancelled',
]);

const codeOf = ({ failure, negotiated }: TlsReport): ExitCode => {
  if (failure !== null) return NOT_REACHED.has(failure.code) ? EXIT.unanswered : EXIT.found;
  return negotiated?.anonymous ? EXIT.found : EXIT.fine;
};

/** Before anything is opened: what it will cost. */
const sayBudget = async (target: string, asked: TlsAsked, inventory: boolean, door: Door): Promise<void> => {
  const { budgetOf } = await import('../../core/tls');
  const { connections, about, lines } = budgetOf({ ...asked, inventory });
  door.say(about ? 'cli:tls.budgetAbout' : 'cli:tls.budget', { target, connections, lines });
};

/** Each kind of question once: an inventory asks the same a hundred times. */
const progress = (door: Door): ((what: string) => void) => {
  let last = '';
  return (what) => {
    if (what !== last) door.say(`checks:did.${what}`);
    last = what;
  };
};

const probe = async (text: string, options: TlsOptions, door: Door): Promise<ExitCode> => {
  const asked = await tlsAsked(text, options, door.words);
  if ('code' in asked) {
    door.complain(asked);
    return EXIT.input;
  }
  const inventory = options.inventory === true || asked.resume !== undefined;
  await sayBudget(text, asked, inventory, door);
  const { probeTls } = await import('../../probes');
  const { host, port, suites, limit, localAddress, resume } = asked;
  const { report } = await probeTls(
    { host, port },
    {
      offer: options.offer ?? null,
      suites,
      inventory,
      signal: door.signal,
      onConnection: progress(door),
      ...(limit === undefined ? {} : { limit }),
      ...(localAddress === undefined ? {} : { localAddress }),
      ...(resume === undefined ? {} : { resume }),
    },
  );
  await tell(report, options.json === true, door);
  return codeOf(report);
};

const tell = async (report: TlsReport, json: boolean, door: Door): Promise<void> => {
  if (json) return door.printJson(report);
  const { tlsLines } = await import('../told/tls');
  for (const line of tlsLines(report, door.words)) door.print(line);
};

/** `tls HOST:PORT`: the STARTTLS probe of a quarantine listener from this machine. */
export const tls: Register = (program, door, ended) => {
  const { words } = door;
  program
    .command('tls')
    .argument('<target>')
    .description(words.say('cli:command.tls'))
    .option('--offer <list>', words.say('cli:option.offer'))
    .option('--inventory', words.say('cli:option.inventory'))
    .option('--limit <number>', words.say('cli:option.limit'))
    .option('--resume <file>', words.say('cli:option.resume'))
    .option('--from <address>', words.say('cli:option.localAddress'))
    .option('--json', words.say('cli:option.json'))
    .action(async (text: string, options: TlsOptions) => ended(await probe(text, options, door)));
};
