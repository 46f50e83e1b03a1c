import { Command, type HelpConfiguration, Option } from 'commander';
import { commandLine } from './commands';
import type { Door, ExitCode } from './door';
import { throwFaults } from './usage-fault';
import { VERSION } from './version';

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'usage',
  'Options:': 'options',
  'Arguments:': 'arguments',
  'Commands:': 'commands',
};

const helpIn = ({ words }: Door): HelpConfiguration => ({
  styleTitle: (title) => {
    const key = TITLES[title];
    return key === undefined ? title : words.say(`cli:help.${key}`);
  },
});

/** `--lang` may stand anywhere on the line; it was read before the program was made. */
const speak = (command: Command, door: Door): void => {
  command.helpOption('-h, --help', door.words.say('cli:option.help')).configureHelp(helpIn(door)).helpCommand(false);
  for (const one of command.commands) {
    one.addOption(new Option('--lang <language>').choices(['en', 'fr']).hideHelp());
    speak(one, door);
  }
};

/** The command line as commander knows it; `ended` takes the exit code of the command that ran. */
export const programOf = (door: Door, ended: (code: ExitCode) => void): Command => {
  const program = new Command('cpq-doctor')
    .description(door.words.say('cli:about'))
    .version(VERSION, '-V, --version', door.words.say('cli:option.version'))
    .addOption(new Option('--lang <language>', door.words.say('cli:option.lang')).choices(['en', 'fr']))
    .addHelpText('after', `\n${door.words.say('cli:help.examples')}`)
    // The fault is said once, in our own words, by whoever catches it.
    .configureOutput({ outputError: () => undefined })
    .showHelpAfterError(false);
  for (const register of commandLine) register(program, door, ended);
  speak(program, door);
  throwFaults(program);
  return program;
};
