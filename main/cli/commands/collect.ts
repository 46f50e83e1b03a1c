import { type Problem, problem, type Site } from '../../core/model';
import type { Collection } from '../../core/plan';
import { answersOf } from '../diagnose/answers-of';
import { type Door, EXIT, type ExitCode } from '../door';
import { profileProblems } from '../profile-problems';
import { readInput } from '../read-input';
import type { Register } from './register';

const PROFILE_LIMIT = 1024 * 1024;

interface Options {
  readonly appliance?: string;
  readonly ssh?: boolean;
}

type Read = { readonly ok: true; readonly site: Site } | { readonly ok: false; readonly problems: readonly Problem[] };

/** The profile alone: what it names as material may be what this very block is to bring. */
const readSite = async (file: string, door: Door): Promise<Read> => {
  const { readProfile } = await import('../../core/site');
  const input = await readInput(file, PROFILE_LIMIT);
  if (!input.ok) return { ok: false, problems: [input.problem] };
  const profile = readProfile(input.text, { resolve: (path) => path });
  if (!profile.ok) return { ok: false, problems: profileProblems(file, profile.problems) };
  for (const warning of profileProblems(file, profile.warnings)) door.complain(warning);
  return { ok: true, site: profile.site };
};

/** What no block can ask of this appliance, one line each, with what answers it instead. */
const sayLeftOut = ({ appliance, leftOut }: Collection, door: Door): void => {
  for (const { check, command, why } of leftOut)
    door.say(`cli:collect.leftOut.${why}`, {
      appliance,
      check: door.words.say(`checks:check.${check}.name`),
      command: command ?? '',
    });
};

const printOne = (collection: Collection, lines: readonly string[], alone: boolean, ssh: boolean, door: Door): void => {
  const { appliance } = collection;
  if (!alone && !ssh) door.print(door.words.say('cli:collect.heading', { appliance }));
  door.print(lines.join('\n'));
  if (!alone && !ssh) door.print('');
  door.say(ssh ? 'cli:collect.howSsh' : 'cli:collect.how', { appliance });
  sayLeftOut(collection, door);
};

const told = async (site: Site, { appliance, ssh = false }: Options, file: string, door: Door): Promise<ExitCode> => {
  const { collect: collected, sshLines } = await import('../../core/plan');
  const all = collected(site, answersOf(site, {}));
  const chosen = all.filter((one) => appliance === undefined || one.appliance === appliance);
  if (chosen.length === 0) {
    const known = all.map((one) => one.appliance).join(', ');
    door.complain(problem('collect-appliance-unknown', appliance ?? file, { known }));
    return EXIT.input;
  }
  let code: ExitCode = EXIT.fine;
  for (const one of chosen) {
    const lines = ssh ? sshLines(site, one) : ({ ok: true, value: one.block } as const);
    if (lines.ok) printOne(one, lines.value, appliance !== undefined, ssh, door);
    else {
      door.complain(lines.problem);
      code = EXIT.input;
    }
  }
  return code;
};

/** `collect SITE`: what to paste at each appliance's prompt, or to run in the customer's own terminal. */
export const collect: Register = (program, door, ended) => {
  program
    .command('collect')
    .argument('<site>')
    .description(door.words.say('cli:command.collect'))
    .option('--appliance <name>', door.words.say('cli:option.appliance'))
    .option('--ssh', door.words.say('cli:option.ssh'))
    .action(async (file: string, options: Options) => {
      const read = await readSite(file, door);
      if (read.ok) return ended(await told(read.site, options, file, door));
      for (const one of read.problems) door.complain(one);
      return ended(EXIT.input);
    });
};
