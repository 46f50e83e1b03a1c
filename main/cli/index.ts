import { Command, CommanderError, Option } from 'commander';
import type { Language } from '../core/model';
import { commandLine } from './commands';
import { EXIT, type ExitCode, openDoor } from './door';
import { VERSION } from './version';

const language = (argv: readonly string[], env: NodeJS.ProcessEnv): Language => {
  const at = argv.indexOf('--lang');
  const chosen = at >= 0 ? argv[at + 1] : (env.LC_ALL ?? env.LC_MESSAGES ?? env.LANG ?? '');
  return chosen?.toLowerCase().startsWith('fr') ? 'fr' : 'en';
};

/** A second interrupt ends at once; the first one cancels what runs and still closes sessions. */
const interruptible = (): AbortSignal => {
  const controller = new AbortController();
  const stop = () => (controller.signal.aborted ? process.exit(EXIT.unanswered) : controller.abort());
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return controller.signal;
};

const programOf = (argv: readonly string[], ended: (code: ExitCode) => void): Command => {
  const door = openDoor(language(argv, process.env), interruptible());
  const program = new Command('cpq-doctor')
    .description(door.words.say('cli:about'))
    .version(VERSION)
    .addOption(new Option('--lang <language>', door.words.say('cli:option.lang')).choices(['en', 'fr']))
    .exitOverride()
    .configureOutput({ writeErr: (text) => void process.stderr.write(text.replace(/^error: /, '')) })
    .showHelpAfterError(false);
  for (const register of commandLine) register(program, door, ended);
  for (const command of program.commands)
    command.exitOverride().addOption(new Option('--lang <language>').choices(['en', 'fr']).hideHelp());
  return program;
};

const main = async (argv: readonly string[]): Promise<ExitCode> => {
  let code: ExitCode = EXIT.fine;
  try {
    await programOf(argv, (ended) => {
      code = ended;
    }).parseAsync(['node', 'cpq-doctor', ...argv]);
    return code;
  } catch (fault) {
    if (fault instanceof CommanderError) return fault.exitCode === 0 ? EXIT.fine : EXIT.input;
    // Our bug: one line, never a stack trace; the code asks for the question to be put again.
    process.stderr.write(`cpq-doctor: our mistake: ${fault instanceof Error ? fault.message : String(fault)}\n`);
    return EXIT.unanswered;
  }
};

// A reader that closes early (`| head`) is not a fault.
process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
  if (fault.code === 'EPIPE') process.exit(EXIT.fine);
});

process.exitCode = await main(process.argv.slice(2));
