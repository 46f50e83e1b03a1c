import { join } from 'node:path';
import { type Problem, problem, type WatchEvent } from '../../core/model';
import { type WatchOutcome, watchSite } from '../../run';
import { answerQuestion } from '../diagnose/answer-question';
import { askSecrets } from '../diagnose/ask-secrets';
import { type LoadedSite, loadLab, loadProfile } from '../diagnose/load-site';
import { missingSecrets } from '../diagnose/missing-secrets';
import { secondsOf } from '../diagnose/option-problems';
import { type Door, EXIT, type ExitCode } from '../door';
import { profileProblems } from '../profile-problems';
import { watchLines } from '../told/watch';
import { userData } from '../user-data';

/** What the command line says to `watch`. */
export interface WatchOptions {
  lab?: string;
  until?: 'failed' | 'delivered';
  timeout?: string;
  json?: boolean;
  acceptNewHostKeys?: boolean;
}

const DEFAULT_SCENARIO = 'tls-anonymous-cipher';
const USUAL_SECONDS = 1800;
/** The longest delay that a timer takes. */
const MOST_SECONDS = 86_400;
/** The other side writes within seconds; a connection closes about five behind its last message. */
const GRACE_MS = 3000;

/** Mistakes of the profile that show only when it is used, as for a diagnosis. */
const OF_THE_INPUT = new Set(
  'resolve-failed host-key-unknown host-key-changed host-key-revoked auth-refused second-factor no-credential wrong-appliance jump-host blocked-upstream'.split(
    ' ',
  ),
);

const codeOf = ({ end, failed, followed }: WatchOutcome, reasons: readonly string[]): ExitCode => {
  if (end === 'delivered') return EXIT.fine;
  if (failed) return EXIT.found;
  const input = followed === 0 && reasons.length > 0 && reasons.every((one) => OF_THE_INPUT.has(one));
  return input ? EXIT.input : EXIT.unanswered;
};

const refuse = (problems: readonly Problem[], door: Door): ExitCode => {
  for (const one of problems) door.complain(one);
  return problems.some((one) => one.code === 'cancelled') ? EXIT.unanswered : EXIT.input;
};

const follow = async (loaded: LoadedSite, options: WatchOptions, door: Door): Promise<ExitCode> => {
  const secrets = await askSecrets(loaded.site, loaded.secrets, door);
  const reasons: string[] = [];
  const seconds = secondsOf(options.timeout) ?? USUAL_SECONDS;
  door.say('cli:watch.how', { minutes: Math.ceil(seconds / 60) });
  const tell = (event: WatchEvent): void => {
    if (event.event === 'unreached' && event.reason !== null) reasons.push(event.reason);
    const { out, aside } = watchLines(event, options.json ?? false, door.words);
    for (const line of out) door.print(line);
    for (const line of aside) door.say('cli:watch.line', { line });
  };
  const outcome = await watchSite({
    site: loaded.site,
    secretOf: (name) => secrets.get(name) ?? null,
    codeOf: (name, question) => answerQuestion(name, question, door),
    knownHostsPath: join(userData(), 'known_hosts'),
    acceptNewHostKeys: options.acceptNewHostKeys ?? false,
    until: options.until ?? null,
    limitMs: Math.min(seconds, MOST_SECONDS) * 1000,
    graceMs: GRACE_MS,
    onEvent: tell,
    now: door.now,
    signal: door.signal,
  });
  return codeOf(outcome, reasons);
};

const optionProblems = (site: string | undefined, { lab, timeout }: WatchOptions): Problem[] => [
  ...(site !== undefined && lab !== undefined ? [problem('site-and-lab', site)] : []),
  ...(timeout !== undefined && secondsOf(timeout) === null
    ? [problem('option-not-a-number', '--timeout', { value: timeout })]
    : []),
];

/** `watch` from the command line. Answers the exit code of the contract; every problem was said in one line. */
export const runWatch = async (site: string | undefined, options: WatchOptions, door: Door): Promise<ExitCode> => {
  const wrong = optionProblems(site, options);
  if (wrong.length > 0) return refuse(wrong, door);
  const loaded =
    site === undefined
      ? await loadLab(options.lab ?? DEFAULT_SCENARIO, door.now(), door.signal)
      : await loadProfile(site);
  if (!loaded.ok) return refuse(loaded.problems, door);
  const { value } = loaded;
  try {
    for (const warning of value.warnings) door.complain(warning);
    const missing =
      value.file === null ? [] : profileProblems(value.file, await missingSecrets(value.site, process.env));
    return missing.length > 0 ? refuse(missing, door) : await follow(value, options, door);
  } finally {
    await value.close();
  }
};
