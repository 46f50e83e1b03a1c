import type { Answers, Problem, Site } from '../../core/model';
import { planOf } from '../../core/plan';
import { Credentials } from '../../run';
import { type Door, EXIT, type ExitCode } from '../door';
import { profileProblems } from '../profile-problems';
import { answersOf } from './answers-of';
import { type Asked, ask } from './ask';
import { askSecrets } from './ask-secrets';
import { conclude } from './conclude';
import { newMembers } from './discovery';
import { printDryRun } from './dry-run';
import { type KeptCase, keepCase } from './keep-case';
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

/** What the run before saw, as far as it is not asked again; null: everything is asked. */
const seenBefore = ({ earlier }: KeptCase): Asked | null =>
  earlier.length === 0
    ? null
    : { observations: [...earlier], footprint: [], cancelled: false, durationMs: 0, problem: null };

/** Members of the cluster that the site lacks are named; accepted ones join the site, and the plan goes on with them. */
const askWider = async (
  loaded: LoadedSite,
  answers: Answers,
  kept: KeptCase,
  options: DiagnoseOptions,
  door: Door,
): Promise<{ readonly asked: Asked; readonly site: Site }> => {
  // One for both runs: what the first was refused, the second offers to nobody.
  const credentials = new Credentials();
  const asked = await ask(loaded, answers, { kept, credentials }, options, door, seenBefore(kept));
  const found = newMembers(loaded.site, asked.observations);
  const names = found.map((one) => one.name).join(', ');
  if (found.length > 0 && !options.acceptDiscovered) door.say('cli:discovered', { names });
  if (found.length === 0 || !options.acceptDiscovered || asked.cancelled) return { asked, site: loaded.site };
  door.say('cli:joined', { names });
  const site = { ...loaded.site, appliances: [...loaded.site.appliances, ...found] };
  await kept.change({ site });
  return { asked: await ask({ ...loaded, site }, answers, { kept, credentials }, options, door, asked), site };
};

/** Those of the site that will be logged in to. */
const loggedInTo = (site: Site, answers: Answers): Site => {
  const logins = planOf(site, answers).steps.filter((step) => step.check === 'ssh-session');
  return { ...site, appliances: site.appliances.filter((one) => logins.some((step) => step.vantage === one.name)) };
};

const diagnoseSite = async (loaded: LoadedSite, options: DiagnoseOptions, door: Door): Promise<ExitCode> => {
  for (const warning of loaded.warnings) door.complain(warning);
  const answers = answersOf(loaded.site, options);
  if (options.dryRun) {
    const repeated = { ...answers, only: options.again ?? answers.only };
    printDryRun(planOf(loaded.site, repeated), loaded.site, repeated, door, options.json ?? false);
    return EXIT.fine;
  }
  const missing = await unusable(loaded);
  if (missing.length > 0) return refuse(missing, door);
  const ready = { ...loaded, secrets: await askSecrets(loggedInTo(loaded.site, answers), loaded.secrets, door) };
  const opened = await keepCase(options.case, ready, answers, door, options.again ?? []);
  if (!opened.ok) return refuse([opened.problem], door);
  const kept = opened.value;
  door.say('cli:case', { folder: kept.folder.folder });
  try {
    const { asked, site } = await askWider(ready, answers, kept, options, door);
    return await conclude({ ...ready, site }, answers, { asked, kept }, options, door);
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
