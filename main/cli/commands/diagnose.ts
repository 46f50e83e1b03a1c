import type { DiagnoseOptions } from '../diagnose/options';
import { EXIT } from '../door';
import type { Register } from './register';

/** `diagnose [SITE]`: the main job, from a site profile to findings and a bundle. */
export const diagnose: Register = (program, door, ended) => {
  const say = (key: string) => door.words.say(`cli:option.${key}`);
  program
    .command('diagnose')
    .argument('[site]')
    .description(door.words.say('cli:command.diagnose'))
    .option('--lab <scenario>', say('lab'))
    .option('--json', say('json'))
    .option('--case <folder>', say('case'))
    .option('--bundle <file>', say('bundle'))
    .option('--timeout <seconds>', say('timeout'))
    .option('--only <checks...>', say('only'))
    .option('--quick', say('quick'))
    .option('--skip <checks...>', say('skip'))
    .option('--add <checks...>', say('add'))
    .option('--again <checks...>', say('again'))
    .option('--dry-run', say('dryRun'))
    .option('--accept-new-host-keys', say('acceptNewHostKeys'))
    .option('--accept-discovered', say('acceptDiscovered'))
    .action(async (site: string | undefined, options: DiagnoseOptions) => {
      const { runDiagnosis } = await import('../diagnose');
      ended((await runDiagnosis(site, options, door)) ?? EXIT.unanswered);
    });
};
