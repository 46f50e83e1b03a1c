import { Option } from 'commander';
import { problem, Role } from '../../core/model';
import { EXIT } from '../door';
import type { Register } from './register';

interface Options {
  role?: string;
  port?: string[];
  from?: string;
  to?: string;
  json?: boolean;
}

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
    .option('--json', door.words.say('cli:option.json'))
    .action(async (files: string[], options: Options) => {
      const ports = (options.port ?? []).map(Number);
      const wrong = ports.findIndex((port) => !(Number.isInteger(port) && port > 0 && port < 65536));
      if (wrong >= 0) {
        door.complain(problem('option-not-a-port', '--port', { value: options.port?.[wrong] ?? '' }));
        return ended(EXIT.input);
      }
      const { analyseLogs } = await import('../../scan');
      const report = await analyseLogs(files, {
        role: options.role === undefined ? null : Role.parse(options.role),
        ports,
        signal: door.signal,
        ...(options.from === undefined ? {} : { from: options.from }),
        ...(options.to === undefined ? {} : { to: options.to }),
      });
      if (!report.ok) {
        door.complain(report.problem);
        return ended(report.problem.code === 'cancelled' ? EXIT.unanswered : EXIT.input);
      }
      const { value } = report;
      for (const one of value.unreadable) door.complain(problem(one.code, one.path));
      if (options.json) door.printJson(value);
      else {
        for (const one of value.connections)
          door.print(
            `${one.kind} ${one.id}  ${one.openedAt ?? '?'}  ${one.interface ?? '?'} > ${one.peer ?? '?'}:${one.port ?? '?'}  ${one.outcome}  ${one.tls.cipher ?? ''}`.trimEnd(),
          );
        const code = (list: readonly string[]) =>
          list.length === 0
            ? door.words.say('cli:none')
            : list.map((one) => door.words.say(`causes:${one}.title`)).join(', ');
        door.print(door.words.say('cli:logs.causes', { causes: code(value.causes), history: code(value.history) }));
      }
      if (value.files.length === 0 || value.files.every((one) => one.lines === 0)) return ended(EXIT.input);
      if (value.causes.length > 0) return ended(EXIT.found);
      return ended(value.connections.length > 0 || value.faults.length > 0 ? EXIT.fine : EXIT.unanswered);
    });
};
