import { Option } from 'commander';
import { type FootprintEntry, good, type LogReport, type Problem, problem, type Result, Role } from '../../core/model';
import { type Door, EXIT, type ExitCode } from '../door';
import { isPort } from '../ports';
import type { Register } from './register';

interface Options {
  role?: string;
  port?: string[];
  from?: string;
  to?: string;
  case?: string;
  json?: boolean;
}

const wrongOptions = async ({ port = [], from, to }: Options): Promise<Problem[]> => {
  const { momentOf } = await import('../../core/logs');
  const times = Object.entries({ '--from': from, '--to': to });
  return [
    ...port.filter((one) => !isPort(one)).map((value) => problem('option-not-a-port', '--port', { value })),
    ...times.flatMap(([name, value]) =>
      value === undefined || momentOf(value) !== null ? [] : [problem('option-not-a-time', name, { value })],
    ),
  ];
};

const codeOf = ({ causes, connections, faults }: LogReport): ExitCode => {
  if (causes.length > 0) return EXIT.found;
  return connections.length + faults.length > 0 ? EXIT.fine : EXIT.unanswered;
};

/** The connections of a case's ledger: in the logs they are ours. */
const ledgerOf = async (named: string | undefined): Promise<Result<readonly FootprintEntry[]>> => {
  if (named === undefined) return good([]);
  const { findCase } = await import('../find-case');
  const found = await findCase(named);
  const opened = found.ok ? await found.value.open() : found;
  return opened.ok ? good(opened.value.record.footprint) : opened;
};

const analyse = async (files: readonly string[], options: Options, door: Door): Promise<ExitCode> => {
  const wrong = await wrongOptions(options);
  for (const one of wrong) door.complain(one);
  if (wrong.length > 0) return EXIT.input;
  const ledger = await ledgerOf(options.case);
  if (!ledger.ok) {
    door.complain(ledger.problem);
    return EXIT.input;
  }
  const { analyseLogs } = await import('../../scan');
  const { ownTraces } = await import('../../core/logs');
  const { role, port = [], from, to } = options;
  const report = await analyseLogs(files, {
    role: role === undefined ? null : Role.parse(role),
    ports: port.map(Number),
    own: ownTraces(ledger.value),
    signal: door.signal,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  });
  if (!report.ok) {
    door.complain(report.problem);
    return report.problem.code === 'cancelled' ? EXIT.unanswered : EXIT.input;
  }
  for (const one of report.value.unreadable) door.complain(problem(one.code, one.path));
  if (options.json) door.printJson(report.value);
  else {
    const { logLines } = await import('../told/logs');
    for (const line of logLines(report.value, door.words)) door.print(line);
  }
  return codeOf(report.value);
};

/** `logs FILE…`: every quarantine connection, message and fault of mail_logs. */
export const logs: Register = (program, door, ended) => {
  program
    .command('logs')
    .argument('<files...>')
    .description(door.words.say('cli:command.logs'))
    .addOption(new Option('--role <role>', door.words.say('cli:option.role')).choices(['esa', 'sma']))
    .option('--port <numbers...>', door.words.say('cli:option.port'))
    .option('--from <time>', door.words.say('cli:option.from'))
    .option('--to <time>', door.words.say('cli:option.to'))
    .option('--case <case>', door.words.say('cli:option.ledgerOf'))
    .option('--json', door.words.say('cli:option.json'))
    .action(async (files: string[], options: Options) => ended(await analyse(files, options, door)));
};
