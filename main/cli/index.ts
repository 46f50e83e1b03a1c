import { EXIT, type ExitCode, openDoor } from './door';
import { languageOf } from './language';
import { programOf } from './program';
import { terminalOf } from './question';
import { UsageFault, usageProblem } from './usage-fault';

/** A second interrupt ends at once; the first one cancels what runs and still closes sessions. */
const interruptible = (): { readonly signal: AbortSignal; readonly stop: () => void } => {
  const controller = new AbortController();
  const stop = () => (controller.signal.aborted ? process.exit(EXIT.unanswered) : controller.abort());
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return { signal: controller.signal, stop };
};

const main = async (argv: readonly string[]): Promise<ExitCode> => {
  const { signal, stop } = interruptible();
  const door = openDoor(languageOf(argv, process.env), signal, terminalOf(stop));
  let code: ExitCode = EXIT.fine;
  try {
    await programOf(door, (ended) => {
      code = ended;
    }).parseAsync(['node', 'cpq-doctor', ...argv]);
    return code;
  } catch (fault) {
    if (!(fault instanceof UsageFault)) {
      // Our bug: one line, never a stack trace; the code asks for the question to be put again.
      door.say('cli:ourMistake', { detail: fault instanceof Error ? fault.message : String(fault) });
      return EXIT.unanswered;
    }
    if (fault.origin.exitCode === 0) return EXIT.fine;
    // Without any command the help was printed instead.
    if (fault.origin.code !== 'commander.help') door.complain(usageProblem(fault));
    return EXIT.input;
  }
};

// A reader that closes early (`| head`) is not a fault, on either stream.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (fault: NodeJS.ErrnoException) => {
    if (fault.code === 'EPIPE') process.exit(EXIT.fine);
  });

process.exitCode = await main(process.argv.slice(2));
