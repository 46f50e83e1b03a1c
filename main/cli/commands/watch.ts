import { Option } from 'commander';
import type { WatchOptions } from '../watch';
import type { Register } from './register';

/** `watch [SITE]`: the appliances' logs live, until the fault or the success happens. */
export const watch: Register = (program, door, ended) => {
  const say = (key: string) => door.words.say(`cli:option.${key}`);
  program
    .command('watch')
    .argument('[site]')
    .description(door.words.say('cli:command.watch'))
    .option('--lab <scenario>', say('lab'))
    .addOption(new Option('--until <what>', say('until')).choices(['failed', 'delivered']))
    .option('--timeout <seconds>', say('timeout'))
    .option('--json', say('jsonLines'))
    .option('--accept-new-host-keys', say('acceptNewHostKeys'))
    .action(async (site: string | undefined, options: WatchOptions) => {
      const { runWatch } = await import('../watch');
      ended(await runWatch(site, options, door));
    });
};
