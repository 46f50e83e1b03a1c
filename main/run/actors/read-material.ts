import {
  decodeConfig,
  isWhole,
  otherCommand,
  readCommand,
  readConfig,
  readerNamed,
  splitTranscript,
  type TranscriptPart,
} from '../../core/asyncos';
import { checkByCommand, isMachine } from '../../core/checks';
import { ownTraces } from '../../core/logs';
import { type Act, type Problem, problem, type Reason } from '../../core/model';
import { readBounded } from '../../disk';
import { analyseLogs } from '../../scan';
import { shownPath } from '../shown-path';
import { type ActAnswer, type ActContext, brokenAnswer } from '../world';
import { readPrinted } from './run-command';

const TEXT_LIMIT = 64 * 1024 * 1024;

const shown = ({ input }: ActContext, path: string): string => shownPath(input.site, path, input.profileFolder);

const tell = (context: ActContext, path: string, code: string, params: Problem['params'] = {}): void =>
  context.input.onProblem?.(problem(code, shown(context, path), params));

const textOf = async (path: string, context: ActContext): Promise<{ text: string; bytes: Uint8Array } | null> => {
  const read = await readBounded(path, TEXT_LIMIT);
  if (read.ok) return { text: new TextDecoder('utf-8').decode(read.bytes), bytes: read.bytes };
  tell(context, path, read.code, { detail: read.detail });
  return null;
};

/** Reads mail_logs where they lie; nothing of them is copied. */
export const actReadLogs = async (
  act: Extract<Act, { kind: 'read-logs' }>,
  context: ActContext,
): Promise<ActAnswer> => {
  const report = await analyseLogs(act.paths, {
    role: act.role,
    ports: act.ports,
    own: ownTraces(context.ledger()),
    signal: context.signal,
    limitMs: context.limitMs,
  });
  if (!report.ok) {
    const { code, where, params } = report.problem;
    const stopped: Record<string, Reason> = { cancelled: 'cancelled', 'out-of-time': 'out-of-time' };
    if (stopped[code] === undefined) tell(context, where ?? act.paths[0] ?? '', code, params);
    return brokenAnswer('mail-logs', stopped[code] ?? 'file-unreadable', where ?? '');
  }
  const { files, unreadable } = report.value;
  for (const one of unreadable) tell(context, one.path, one.code);
  return {
    check: 'mail-logs',
    answered: { kind: 'logs', report: report.value },
    evidence: null,
    source: ({ file }) => shown(context, files[file ?? 0]?.path ?? act.paths[0] ?? ''),
  };
};

/** Reads a configuration export; entities stay off and nothing is fetched. */
export const actReadConfig = async (
  act: Extract<Act, { kind: 'read-config' }>,
  context: ActContext,
): Promise<ActAnswer> => {
  const file = await textOf(act.path, context);
  if (file === null) return brokenAnswer('configuration', 'file-unreadable');
  const text = decodeConfig(file.bytes);
  const report = readConfig(text);
  if (!report.ok) {
    tell(context, act.path, report.problem.code, report.problem.params);
    return brokenAnswer('configuration', 'not-understood');
  }
  return {
    check: 'configuration',
    answered: { kind: 'config', report: report.value, text },
    evidence: null,
    source: () => shown(context, act.path),
  };
};

/** Why a pasted text does not answer: it is another command's, the appliance refused, or nothing in it is known. */
const tellUnread = (path: string, wanted: string, text: string, context: ActContext): void => {
  const { error } = readCommand(wanted, text);
  const other = otherCommand(wanted, text);
  if (other !== null) tell(context, path, 'material-other-command', { command: wanted, other });
  else if (error !== null && error.text !== '') tell(context, path, 'material-refused', { text: error.text });
  else tell(context, path, 'material-not-understood', { command: wanted });
};

/** The text begins at a prompt and ends in the middle of what was printed there: a shorter list would be another claim. */
const wasCutOff = (command: string, text: string): boolean => {
  const parts = splitTranscript(text).parts.filter((one) => one.name === readerNamed(command));
  return parts.length > 0 && !parts.some(isWhole);
};

/** Reads the pasted output of one command. */
export const actReadCli = async (
  act: Extract<Act, { kind: 'read-cli' }>,
  check: string,
  context: ActContext,
): Promise<ActAnswer> => {
  const file = await textOf(act.path, context);
  if (file === null) return brokenAnswer(check, 'file-unreadable');
  if (wasCutOff(act.command, file.text)) {
    tell(context, act.path, 'material-cut', { command: act.command });
    return { ...brokenAnswer(check, 'cut-off'), evidence: file.text };
  }
  const report = readCommand(act.command, file.text);
  const usable = report.data !== null && otherCommand(act.command, file.text) === null;
  if (!usable) tellUnread(act.path, act.command, file.text, context);
  return {
    check,
    answered: usable
      ? { kind: 'command', report, text: file.text, problem: null }
      : { kind: 'broken', reason: 'not-understood', detail: '' },
    evidence: file.text,
    source: null,
    machine: report.appliance,
  };
};

/** The appliance that a part's prompt names, else the one that the capture was filed under: a log is read by its role. */
const spokenBy = (machine: string | null, filed: string, { input }: ActContext): string => {
  const named = machine === null ? [] : input.site.appliances.filter((one) => isMachine(one, machine));
  return named.length === 1 ? (named[0]?.name ?? filed) : filed;
};

/** The export that stands in a capture; what is no export answers nothing. */
const configurationIn = ({ text, appliance }: TranscriptPart): ActAnswer[] => {
  const report = readConfig(text);
  if (!report.ok) return [];
  const answered = { kind: 'config', report: report.value, text } as const;
  return [{ check: 'configuration', answered, evidence: text, source: null, machine: appliance }];
};

/** Splits a whole terminal capture and answers every check whose command stands in it; the newest answer counts. */
export const actReadTranscript = async (
  act: Extract<Act, { kind: 'read-transcript' }>,
  appliance: string,
  context: ActContext,
): Promise<ActAnswer[]> => {
  const file = await textOf(act.path, context);
  if (file === null) return [brokenAnswer('transcript', 'file-unreadable')];
  const answers = splitTranscript(file.text).parts.flatMap((part): ActAnswer[] => {
    if (part.name === 'showconfig') return configurationIn(part);
    const check = part.name === null ? null : checkByCommand(part.name);
    if (check === null || part.name === null) return [];
    if (!isWhole(part)) return [{ ...brokenAnswer(check.id, 'cut-off'), evidence: part.text, machine: part.appliance }];
    const act = { appliance: spokenBy(part.appliance, appliance, context), command: part.name };
    return [{ ...readPrinted(check.id, act, part.text, context), machine: part.appliance }];
  });
  if (answers.length === 0) tell(context, act.path, 'material-not-understood', { command: 'transcript' });
  const kept = answers.length > 0 ? ({ kind: 'kept' } as const) : NOTHING_IN_IT;
  return [...answers, { check: 'transcript', answered: kept, evidence: file.text, source: null }];
};

const NOTHING_IN_IT = { kind: 'broken', reason: 'not-understood', detail: '' } as const;
