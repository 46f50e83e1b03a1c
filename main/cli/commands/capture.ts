import { type CaptureReport, problem } from '../../core/model';
import { type Door, EXIT, type ExitCode } from '../door';
import { isPort } from '../ports';
import type { Register } from './register';

interface Options {
  port?: string[];
  json?: boolean;
}

const codeOf = ({ connections }: CaptureReport): ExitCode => {
  const isFault = (one: CaptureReport['connections'][number]): boolean =>
    one.failure !== null || one.stall !== null || one.outcome === 'plaintext' || one.negotiated?.anonymous === true;
  if (connections.some(isFault)) return EXIT.found;
  return connections.some((one) => one.outcome === 'encrypted') ? EXIT.fine : EXIT.unanswered;
};

const read = async (file: string, { port = [], json }: Options, door: Door): Promise<ExitCode> => {
  const wrong = port.filter((one) => !isPort(one));
  for (const value of wrong) door.complain(problem('option-not-a-port', '--port', { value }));
  if (wrong.length > 0) return EXIT.input;
  const { analyseCapture } = await import('../../scan');
  const report = await analyseCapture(file, { ports: port.map(Number), signal: door.signal });
  if (!report.ok) {
    door.complain(report.problem);
    return report.problem.code === 'cancelled' ? EXIT.unanswered : EXIT.input;
  }
  for (const { note, detail, count } of report.value.notes) door.say(`cli:capture.notes.${note}`, { detail, count });
  if (json) door.printJson(report.value);
  else {
    const { captureLines } = await import('../told/capture');
    for (const line of captureLines(report.value, door.words)) door.print(line);
  }
  return codeOf(report.value);
};

/** `capture FILE`: TCP, SMTP and TLS of each quarantine connection in a packet capture. */
export const capture: Register = (program, door, ended) => {
  program
    .command('capture')
    .argument('<file>')
    .description(door.words.say('cli:command.capture'))
    .option('--port <numbers...>', door.words.say('cli:option.port'))
    .option('--json', door.words.say('cli:option.json'))
    .action(async (file: string, options: Options) => ended(await read(file, options, door)));
};
