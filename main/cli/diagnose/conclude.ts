import { diagnose } from '../../core/diagnosis';
import type { Answers, Diagnosis, Observation, Problem } from '../../core/model';
import { diagnosisDocument } from '../../core/report';
import { makeBundle } from '../bundle-of';
import { type Door, EXIT, type ExitCode } from '../door';
import type { Asked } from './ask';
import type { KeptCase } from './keep-case';
import type { LoadedSite } from './load-site';
import type { DiagnoseOptions } from './options';
import { printDiagnosis } from './print-diagnosis';

const CODES: Readonly<Record<Diagnosis['verdict'], ExitCode>> = {
  fault: EXIT.found,
  healthy: EXIT.fine,
  inconclusive: EXIT.unanswered,
};

/** Puts the end of the run into the case; answers the first thing that could not be kept. */
const save = async (asked: Asked, kept: KeptCase, door: Door): Promise<Problem | null> => {
  const record = kept.record();
  await kept.change({
    observations: asked.observations,
    run: { startedAt: record.run?.startedAt ?? record.createdAt, endedAt: door.now().toISOString() },
  });
  const saved = await kept.settled();
  return saved.ok ? asked.problem : saved.problem;
};

/** What was seen until an interrupt is told, but the question stays open. */
const verdictOf = (diagnosis: Diagnosis, asked: Asked): Diagnosis['verdict'] =>
  asked.cancelled ? 'inconclusive' : diagnosis.verdict;

/** Mistakes of the profile that show only when it is used; the line about each was said. */
const OF_THE_INPUT = new Set<Observation['reason']>([
  'name-unknown',
  'host-key-unknown',
  'host-key-changed',
  'host-key-revoked',
  'auth-refused',
  'second-factor',
  'wrong-appliance',
  'jump-host',
  'no-credential',
  'file-unreadable',
]);

const inputAtFault = ({ observations }: Asked): boolean =>
  observations.some(
    ({ check, outcome, reason }) =>
      (check === 'ssh-session' || reason === 'file-unreadable') &&
      outcome === 'could-not-tell' &&
      OF_THE_INPUT.has(reason),
  );

/** A suspicion beside a profile that has to be mended first is not the answer; what was confirmed is. */
const codeOf = (diagnosis: Diagnosis, asked: Asked): ExitCode => {
  const sure = diagnosis.findings.some((one) => one.status === 'confirmed' && !one.history);
  return diagnosis.verdict === 'fault' && !sure && inputAtFault(asked) ? EXIT.input : CODES[diagnosis.verdict];
};

const tell = (loaded: LoadedSite, answers: Answers, asked: Asked, json: boolean, door: Door): Diagnosis => {
  const found = diagnose(loaded.site, answers, asked.observations);
  const diagnosis = { ...found, verdict: verdictOf(found, asked) };
  const { observations, footprint, durationMs } = asked;
  const input = { site: loaded.site, answers, diagnosis, observations, footprint, durationMs };
  const document = diagnosisDocument(input, door.words);
  if (json) door.printJson(document);
  else printDiagnosis(diagnosis, document, door);
  return diagnosis;
};

/** Saves, tells and, where asked for, bundles what a run saw. Answers the exit code. */
export const conclude = async (
  loaded: LoadedSite,
  answers: Answers,
  { asked, kept }: { readonly asked: Asked; readonly kept: KeptCase },
  options: DiagnoseOptions,
  door: Door,
): Promise<ExitCode> => {
  const unsaved = await save(asked, kept, door);
  if (unsaved !== null) door.complain(unsaved);
  const diagnosis = tell(loaded, answers, asked, options.json ?? false, door);
  if (asked.cancelled) door.say('cli:interrupted');
  const wanted = { pseudonymise: false, secrets: [...loaded.secrets.values()] };
  const bundled = options.bundle === undefined || (await makeBundle(kept.folder, options.bundle, wanted, door));
  return bundled && unsaved === null ? codeOf(diagnosis, asked) : EXIT.input;
};
