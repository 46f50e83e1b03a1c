import { OWN_ENDS, type TlsReport } from '../../core/model';
import type { ProbeOptions } from '../../probes';
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
  'too-many-connections',
  'cancelled',
]);

const isUnanswered = ({ code, stage }: NonNullable<TlsReport['failure']>): boolean =>
  NOT_REACHED.has(code) || (code === 'reset' && stage === 'connect');

/** Cut off by something else than the engineer's own limit. */
const isCutOff = ({ partial }: TlsReport): boolean => partial !== null && partial.because !== OWN_ENDS.limit;

const codeOf = (report: TlsReport): ExitCode => {
  const { failure, negotiated } = report;
  if (failure !== null) return isUnanswered(failure) ? EXIT.unanswered : EXIT.found;
  if (negotiated?.anonymous) return EXIT.found;
  return isCutOff(report) ? EXIT.unanswered : EXIT.fine;
};

/** Before anything is opened: what it will cost. */
const sayBudget = async (target: string, asked: TlsAsked, inventory: boolean, door: Door): Promise<void> => {
  const { budgetOf } = await import('../../core/tls');
  const { connections, about, lines } = budgetOf({ ...asked, inventory });
  const limited = asked.limit === connections ? 'cli:tls.budgetLimit' : 'cli:tls.budget';
  door.say(about ? 'cli:tls.budgetAbout' : limited, { target, connections, lines });
};

/** An inventory asks the same a hundred times: it says so once, and then now and then how far it is. */
const SAY_EVERY_MS = 5000;

const progress = (door: Door): ((what: string) => void) => {
  let [last, made, saidAt] = ['', 0, 0];
  return (what) => {
    const at = door.now().getTime();
    const isNew = what !== last;
    const isDue = isNew || at - saidAt >= SAY_EVERY_MS;
    if (isNew) door.say(`checks:did.${what}`);
    else if (isDue) door.say('cli:tls.soFar', { connections: made });
    [last, made, saidAt] = [what, made + 1, isDue ? at : saidAt];
  };
};

/** What a long silence is waited for, and until when; each line says how much of it is left. */
const waiting =
  (target: string, door: Door): NonNullable<ProbeOptions['onWait']> =>
  ({ stage, leftMs }) =>
    door.say(`cli:tls.waiting.${stage}`, { target, seconds: Math.ceil(leftMs / 1000) });

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
      onWait: waiting(text, door),
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
