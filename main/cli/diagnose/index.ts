import type { Problem } from '../../core/model';
import { planOf } from '../../core/plan';
import { type Door, EXIT, type ExitCode } from '../door';
import { profileProblems } from '../profile-problems';
import { answersOf } from './answers-of';
import { ask } from './ask';
import { conclude } from './conclude';
import { printDryRun } from './dry-run';
import { keepCase } from './keep-case';
import { type Loaded, type LoadedSite, loadLab, loadProfile } from './load-site';
import { missingSecrets } from './missing-secrets';
import { optionProblems } from './option-problems';
import type { DiagnoseOptions } from './options';

const DEFAULT_SCENARIO = 'tls-anonymous-cipher';

const refuse = (problems: readonly Problem[], door: Door): ExitCode => {
  for (const one of problems) door.complain(one);
  return problems.some((one) => one.code === 'cancelled') ? EXIT.unanswered : EXIT.input;
};

const load = (site: string | undefined, options: DiagnoseOptions, door: Door): Promise<Loaded> =>
  site === undefined ? loadLab(options.lab ?? DEFAULT_SCENARIO, door.now(), door.signal) : loadProfile(site);

/** What must be mended before anybody is asked. A dry run needs no credentials. */
const unusable = async ({ site, file }: LoadedSite): Promise<Problem[]> =>
  file === null ? [] : profileProblems(file, await missingSecrets(site, process.env));

const diagnoseSite = async (loaded: LoadedSite, options: DiagnoseOptions, door: Door): Promise<ExitCode> => {
  for (const warning of loaded.warnings) door.complain(warning);
  const answers = answersOf(loaded.site, options.only ?? []);
  if (options.dryRun) {
    printDryRun(planOf(loaded.site, answers), loaded.site, answers, door, options.json ?? false);
    return EXIT.fine;
  }
  const missing = await unusable(loaded);
  if (missing.length > 0) return refuse(missing, door);
  const opened = await keepCase(options.case, loaded, answers, door);
  if (!opened.ok) return refuse([opened.problem], door);
  const kept = opened.value;
  door.say('cli:case', { folder: kept.folder.folder });
  try {
    const asked = await ask(loaded, answers, kept, options, door);
    return await conclude(loaded, answers, { asked, kept }, options, door);
  } finally {
    await kept.close();
  }
};

/** The main job from the command line. Answers the exit code of the contract; every problem was said in one line. */
export const runDiagnosis = async (
  site: string | undefined,
  options: DiagnoseOptions,
  door: Door,
): Promise<ExitCode> => {
  const wrong = optionProblems(site, options);
  if (wrong.length > 0) return refuse(wrong, door);
  const loaded = await load(site, options, door);
  if (!loaded.ok) return refuse(loaded.problems, door);
  try {
    return await diagnoseSite(loaded.value, options, door);
  } finally {
    await loaded.value.close();
  }
};
