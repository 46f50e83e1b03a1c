import type { TranscriptReport } from '../model';
import { commands } from './commands';
import { type Line, toLines } from './lines';
import { type PromptLine, readPromptLine } from './prompt-line';
import { readCommand, readerNamed } from './read-command';
import { readSshLine } from './ssh-line';
import { isWhole } from './whole';
import { brokenLines } from './width';

/** One command of a terminal capture: from its prompt to the line before the next one, menus included. */
export interface TranscriptPart {
  readonly appliance: string | null;
  readonly mode: PromptLine['mode'];
  readonly disconnected: boolean;
  /** As it was typed. */
  readonly command: string;
  /** Name in the allow-list of the entry that reads it (`status` for `status detail`), or null. */
  readonly name: string | null;
  /** The part as it stands in the capture, prompt included. */
  readonly text: string;
  readonly fromLine: number;
  readonly toLine: number;
  /** Whether a prompt follows it: otherwise the capture may have been cut off in it. */
  readonly closed: boolean;
}

export interface Transcript {
  readonly parts: readonly TranscriptPart[];
  /** Lines before the first prompt and after a prompt without a command. */
  readonly other: readonly { readonly line: number; readonly text: string }[];
}

interface Cut {
  readonly line: number;
  readonly prompt: PromptLine;
}

/** Commands outside the allow-list whose name proves that the word before them is an appliance's prompt. */
const OTHER_COMMANDS =
  'aggregatorconfig certconfig clustermode commit commitdetail deliveryconfig destconfig diagnostic dnsconfig exit hoststatus ipcheck ping quarantineconfig quit rate resume routeconfig showconfig smtproutes sshconfig suspend suspendlistener tail whoami'.split(
    ' ',
  );
const COMMAND_WORDS: ReadonlySet<string> = new Set([
  ...commands.flatMap((one) => one.words[0] ?? []),
  ...OTHER_COMMANDS,
]);
/** A login begins a new session: what the last prompt said of the appliance is over. */
const LOGIN = /^(?:Last login: |AsyncOS \S+ for Cisco |Welcome to the Cisco )/;

const firstWord = (typed: string): string => typed.split(/\s+/)[0]?.toLowerCase() ?? '';

/** Cluster prompts are unmistakable; a bare host counts when a known command stands behind it somewhere. */
const provesItself = (prompt: PromptLine): boolean =>
  prompt.mode !== 'standalone' || prompt.disconnected || prompt.service || COMMAND_WORDS.has(firstWord(prompt.typed));

const cutsOf = (lines: readonly Line[], raw: readonly string[]): readonly Cut[] => {
  const forgeable = brokenLines(lines, raw);
  const candidates = lines.flatMap((one) => {
    const prompt = forgeable.has(one.line) ? null : readPromptLine(one.text);
    return prompt ? [{ line: one.line, prompt }] : [];
  });
  const hosts = new Set(candidates.filter((one) => provesItself(one.prompt)).map((one) => one.prompt.name));
  // The first line of a capture may carry a command that nobody knows; a name with a domain is believed there.
  const first = candidates[0];
  if (first && first.line === lines.find((one) => one.text !== '')?.line && first.prompt.name.includes('.'))
    hosts.add(first.prompt.name);
  return withoutEchoes(
    candidates.filter((one) => hosts.has(one.prompt.name)),
    lines,
  );
};

/**
 * Of one-shot `ssh` lines pasted together a terminal shows some twice: typed ahead without the shell's prompt, then
 * behind it. The latter count, and so does the prompt alone: it ends the last command.
 */
const withoutEchoes = (cuts: readonly Cut[], lines: readonly Line[]): readonly Cut[] => {
  const textOf = new Map(lines.map((one) => [one.line, one.text]));
  const shellOf = (cut: Cut): string | null => readSshLine(textOf.get(cut.line) ?? '')?.shell ?? null;
  const shells = new Set(cuts.flatMap((cut) => shellOf(cut) || []));
  if (shells.size === 0) return cuts;
  const bare: PromptLine = { ...NOBODY, typed: '' };
  const ends = lines.filter((one) => shells.has(one.text.trim())).map(({ line }) => ({ line, prompt: bare }));
  return [...cuts.filter((cut) => shellOf(cut) !== ''), ...ends].sort((left, right) => left.line - right.line);
};

/** The prompt of a person's own shell. */
const NOBODY = { mode: 'standalone', name: '', appliance: null, service: false, disconnected: false } as const;

/** Which session each cut belongs to, counted by the logins before it. */
const sessionsOf = (cuts: readonly Cut[], lines: readonly Line[]): readonly number[] => {
  const logins = lines.filter((one) => LOGIN.test(one.text)).map((one) => one.line);
  let passed = 0;
  return cuts.map(({ line }) => {
    while ((logins[passed] ?? Number.POSITIVE_INFINITY) < line) passed += 1;
    return passed;
  });
};

/**
 * At group and cluster level the prompt names no machine: the nearest one that the same session's prompts name, before
 * or else after, is the one that speaks.
 */
const withAppliances = (cuts: readonly Cut[], lines: readonly Line[]): readonly (string | null)[] => {
  const sessions = sessionsOf(cuts, lines);
  const first = new Map<number, string>();
  const latest = new Map<number, string>();
  cuts.forEach(({ prompt }, index) => {
    const session = sessions[index] ?? 0;
    if (prompt.appliance !== null && !first.has(session)) first.set(session, prompt.appliance);
  });
  return cuts.map(({ prompt }, index) => {
    const session = sessions[index] ?? 0;
    if (prompt.appliance !== null) latest.set(session, prompt.appliance);
    return latest.get(session) ?? first.get(session) ?? null;
  });
};

/**
 * Splits a whole terminal capture at its prompts, of any number of appliances and modes. Never fails: without any
 * prompt everything is `other`.
 */
export const splitTranscript = (text: string): Transcript => {
  const lines = toLines(text);
  const raw = text.split(text.includes('\n') ? '\n' : '\r');
  const cuts = cutsOf(lines, raw);
  const appliances = withAppliances(cuts, lines);
  const parts: TranscriptPart[] = [];
  const other = lines.slice(0, (cuts[0]?.line ?? lines.length + 1) - 1);
  cuts.forEach(({ line, prompt }, index) => {
    const toLine = (cuts[index + 1]?.line ?? lines.length + 1) - 1;
    if (prompt.typed === '') {
      other.push(...lines.slice(line, toLine));
      return;
    }
    parts.push({
      appliance: appliances[index] ?? null,
      mode: prompt.mode,
      disconnected: prompt.disconnected,
      command: prompt.typed,
      name: readerNamed(prompt.typed),
      text: `${raw.slice(line - 1, toLine).join('\n')}${toLine < raw.length ? '\n' : ''}`,
      fromLine: line,
      toLine,
      closed: cuts[index + 1] !== undefined,
    });
  });
  return { parts, other: other.filter((one) => one.text.trim() !== '') };
};

/** The document of `transcript --json`: each part read, line numbers as they stand in the capture. */
export const readTranscript = (text: string): TranscriptReport => {
  const { parts, other } = splitTranscript(text);
  return {
    schema: 'cpq-doctor/transcript/1',
    parts: parts.map((part) => {
      const report = readCommand(part.name ?? firstWord(part.command), part.text);
      const cut = isWhole(part) ? {} : { data: null, error: { code: 'cut-off', text: '' } };
      const unrecognised = report.unrecognised.map((one) => ({ ...one, line: one.line + part.fromLine - 1 }));
      return { ...report, ...cut, appliance: part.appliance, unrecognised };
    }),
    unrecognised: other.map((one) => ({ ...one })),
  };
};
