import type { CaseRecord, Comparison, ComparisonDocument, Result } from '../../core/model';
import { type Door, EXIT, type ExitCode } from '../door';
import { findCase } from '../find-case';
import { comparisonLines } from '../told/comparison';
import type { Register } from './register';

const open = async (named: string): Promise<Result<CaseRecord>> => {
  const found = await findCase(named);
  if (!found.ok) return found;
  const opened = await found.value.open();
  return opened.ok ? { ok: true, value: opened.value.record } : opened;
};

const isTurned = ({ before, after }: ComparisonDocument): boolean =>
  before.startedAt !== null && after.startedAt !== null && before.startedAt > after.startedAt;

const isPresent = (state: string | null): boolean => state === 'confirmed' || state === 'suspected';

/** Something is wrong now; or what was wrong, or whether all is well, is not known; or nothing is wrong. */
const codeOf = (compared: Comparison, { after }: ComparisonDocument): ExitCode => {
  if (!compared.related) return EXIT.unanswered;
  const wrong = [...compared.new, ...compared.same, ...compared.notCompared].some((one) => isPresent(one.after));
  if (wrong) return EXIT.found;
  return compared.notCompared.length > 0 || after.verdict === 'inconclusive' ? EXIT.unanswered : EXIT.fine;
};

const run = async (earlier: string, later: string, json: boolean, door: Door): Promise<ExitCode> => {
  const [before, after] = [await open(earlier), await open(later)];
  for (const one of [before, after]) if (!one.ok) door.complain(one.problem);
  if (!before.ok || !after.ok) return EXIT.input;
  const { comparisonOf } = await import('../../core/report');
  const { comparison, document } = comparisonOf(before.value, after.value, door.words);
  if (!comparison.related) door.say('advice:comparison.unrelated');
  else if (isTurned(document)) door.say('advice:comparison.turned');
  if (json) door.printJson(document);
  else for (const line of comparisonLines(document, door.words)) door.print(line);
  return codeOf(comparison, document);
};

/** `compare CASE CASE`: what changed between two runs. */
export const compare: Register = (program, door, ended) => {
  program
    .command('compare')
    .argument('<before>')
    .argument('<after>')
    .description(door.words.say('cli:command.compare'))
    .option('--json', door.words.say('cli:option.json'))
    .action(async (before: string, after: string, options: { json?: boolean }) =>
      ended(await run(before, after, options.json ?? false, door)),
    );
};
