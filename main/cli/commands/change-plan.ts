import type { ChangePlanDocument } from '../../core/model';
import { problem } from '../../core/model';
import { writeAtomically } from '../../disk';
import { type Door, EXIT, type ExitCode } from '../door';
import { findCase } from '../find-case';
import type { Register } from './register';

interface Options {
  readonly output?: string;
  readonly json?: boolean;
  readonly cause?: readonly string[];
}

/** Codes that no catalogue knows; a code that is no cause of this case is told in the plan itself. */
const unknownCodes = async (chosen: readonly string[]) => {
  const { causes } = await import('../../core/diagnosis');
  const known = causes.map((one) => one.code);
  return chosen
    .filter((code) => !known.includes(code))
    .map((code) => problem('cause-not-known', code, { known: known.join(', ') }));
};

const written = async (text: string, { output }: Options, door: Door): Promise<boolean> => {
  if (output === undefined) {
    door.print(text.replace(/\n$/, ''));
    return true;
  }
  const kept = await writeAtomically(output, Buffer.from(text, 'utf8'));
  if (kept.ok) door.say('cli:changePlan.written', { path: output });
  else door.complain(problem(kept.code, output, { detail: kept.detail }));
  return kept.ok;
};

const textOf = async (document: ChangePlanDocument, { json }: Options, door: Door): Promise<string> => {
  const { changePlanMarkdown } = await import('../../core/report');
  return json ? `${JSON.stringify(document, null, 2)}\n` : changePlanMarkdown(document, door.words);
};

/** A plan was made: something is to be changed. Without any, only an open diagnosis keeps it from being all well. */
const codeOf = ({ parts, suspected }: ChangePlanDocument, verdict: string): ExitCode => {
  if (parts.length > 0) return EXIT.found;
  return suspected.length > 0 || verdict === 'inconclusive' ? EXIT.unanswered : EXIT.fine;
};

const run = async (named: string, options: Options, door: Door): Promise<ExitCode> => {
  const chosen = options.cause ?? [];
  const unknown = await unknownCodes(chosen);
  for (const one of unknown) door.complain(one);
  if (unknown.length > 0) return EXIT.input;
  const found = await findCase(named);
  const opened = found.ok ? await found.value.open() : found;
  if (!opened.ok) {
    door.complain(opened.problem);
    return EXIT.input;
  }
  const { record } = opened.value;
  const { changePlanDocument } = await import('../../core/report');
  const { diagnose } = await import('../../core/diagnosis');
  const document = changePlanDocument(record, chosen, door.words);
  const { verdict } = diagnose(record.site, record.answers, record.observations);
  const kept = await written(await textOf(document, options, door), options, door);
  return kept ? codeOf(document, verdict) : EXIT.input;
};

/** `change-plan CASE`: the remedies as a method of procedure. */
export const changePlan: Register = (program, door, ended) => {
  const say = (key: string) => door.words.say(`cli:option.${key}`);
  program
    .command('change-plan')
    .argument('<case>')
    .description(door.words.say('cli:command.changePlan'))
    .option('-o, --output <file>', say('planOutput'))
    .option('--cause <codes...>', say('cause'))
    .option('--json', say('json'))
    .action(async (named: string, options: Options) => ended(await run(named, options, door)));
};
