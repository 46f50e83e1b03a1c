import { diagnose } from '../../core/diagnosis';
import type { Answers, Diagnosis, Problem } from '../../core/model';
import { problem } from '../../core/model';
import { planOf } from '../../core/plan';
import { diagnosisDocument } from '../../core/report';
import { runCase } from '../../run';
import { makeBundle } from '../bundle-of';
import { type Door, EXIT, type ExitCode } from '../door';
import { answersOf, unknownChecks } from './answers-of';
import { printDryRun } from './dry-run';
import { type KeptCase, keepCase } from './keep-case';
import { type Loaded, type LoadedSite, loadLab, loadProfile } from './load-site';
import type { DiagnoseOptions } from './options';
import { printDiagnosis } from './print-diagnosis';
import { tellProgress } from './progress';

const DEFAULT_SCENARIO = 'tls-anonymous-cipher';

const refuse = (problems: readonly Problem[], door: Door): ExitCode => {
  for (const one of problems) door.complain(one);
  return EXIT.input;
};

const secondsOf = (text: string | undefined): number | null => {
  const seconds = Number(text);
  return text !== undefined && Number.isFinite(seconds) && seconds > 0 ? seconds : null;
};

const optionProblems = (site: string | undefined, options: DiagnoseOptions): Problem[] => [
  ...(site !== undefined && options.lab !== undefined ? [problem('site-and-lab', site)] : []),
  ...(options.timeout !== undefined && secondsOf(options.timeout) === null
    ? [problem('option-not-a-number', '--timeout', { value: options.timeout })]
    : []),
  ...unknownChecks(options.only ?? []),
];

const load = (site: string | undefined, options: DiagnoseOptions, door: Door): Promise<Loaded> =>
  site === undefined ? loadLab(options.lab ?? DEFAULT_SCENARIO, door.now(), door.signal) : loadProfile(site);

const codeOf = (verdict: Diagnosis['verdict']): ExitCode =>
  verdict === 'fault' ? EXIT.found : verdict === 'healthy' ? EXIT.fine : EXIT.unanswered;

const run = async (loaded: LoadedSite, answers: Answers, kept: KeptCase, options: DiagnoseOptions, door: Door) => {
  const plan = planOf(loaded.site, answers);
  const seconds = secondsOf(options.timeout);
  const tell = tellProgress(plan, door);
  return runCase({
    site: loaded.site,
    answers,
    observations: [],
    secretOf: (name) => loaded.secrets.get(name) ?? null,
    knownHostsPath: kept.knownHostsPath,
    acceptNewHostKeys: options.acceptNewHostKeys ?? false,
    keepEvidence: async (path, bytes) => {
      const written = await kept.folder.putEvidence(path, bytes);
      if (!written.ok) door.complain(written.problem);
    },
    onEvent: (event) => {
      if (event.kind === 'observed') kept.observed(event.observation);
      tell(event);
    },
    now: door.now,
    signal: door.signal,
    limitMs: seconds === null ? Math.max(plan.limitMs, 1000) : seconds * 1000,
  });
};

const conclude = async (
  loaded: LoadedSite,
  answers: Answers,
  kept: KeptCase,
  options: DiagnoseOptions,
  door: Door,
): Promise<ExitCode> => {
  const startedAt = door.now().getTime();
  const outcome = await run(loaded, answers, kept, options, door);
  const durationMs = door.now().getTime() - startedAt;
  const record = kept.record();
  await kept.change({
    observations: outcome.observations,
    footprint: outcome.footprint,
    run: { startedAt: record.run?.startedAt ?? record.createdAt, endedAt: door.now().toISOString() },
  });
  const saved = await kept.settled();
  if (!saved.ok) door.complain(saved.problem);
  const diagnosis = diagnose(loaded.site, answers, outcome.observations);
  const document = diagnosisDocument(
    {
      site: loaded.site,
      answers,
      diagnosis,
      observations: outcome.observations,
      footprint: outcome.footprint,
      durationMs,
    },
    door.words,
  );
  if (options.json) door.printJson(document);
  else printDiagnosis(diagnosis, document, door);
  const made =
    options.bundle === undefined
      ? true
      : await makeBundle(
          kept.folder,
          options.bundle,
          { pseudonymise: false, secrets: [...loaded.secrets.values()] },
          door,
        );
  return made && saved.ok ? codeOf(diagnosis.verdict) : EXIT.input;
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
    for (const warning of loaded.value.warnings) door.complain(warning);
    const answers = answersOf(loaded.value.site, options.only ?? []);
    if (options.dryRun) {
      printDryRun(planOf(loaded.value.site, answers), loaded.value.site, door, options.json ?? false);
      return EXIT.fine;
    }
    const kept = await keepCase(options.case, loaded.value, answers, door.now);
    if (!kept.ok) return refuse([kept.problem], door);
    door.say('cli:case', { folder: kept.value.folder.folder });
    return await conclude(loaded.value, answers, kept.value, options, door);
  } finally {
    await loaded.value.close();
  }
};
