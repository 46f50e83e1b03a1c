import type { Role } from '../model';
import { commands } from './commands';
import { readConfig } from './config';
import { toLines } from './lines';
import { readPromptLine, roleOfModel } from './prompt-line';
import { commandTyped, readerNamed } from './read-command';
import { splitTranscript, type TranscriptPart } from './transcript';

/** What a pasted text or a dropped file is. */
export interface Recognition {
  readonly kind: 'mail-log' | 'config' | 'cli' | 'transcript' | 'profile' | 'capture' | 'unknown';
  /** The allow-list name of the command whose output it is. */
  readonly command: string | null;
  readonly appliance: string | null;
  readonly role: Role | null;
}

const HEAD = 256 * 1024;
const LOOKED_AT = 400;
const CONFIG = /<!DOCTYPE\s+config\b|<config\b/;
const PROFILE = /^(?:appliances\s*:|\s*"appliances"\s*:)/m;
// `Mon Mar  2 15:10:02 2026 Info: …`, `<166>Jun  9 08:00:01 mail_logs: Info: …` (samples in tests/fixtures/logs).
const LOG_LINE =
  /^(?:<\d{1,3}>)?(?:[A-Z][a-z]{2} )?[A-Z][a-z]{2} [ \d]?\d \d\d:\d\d:\d\d (?:\d{4} |(?:[\w.-]+ )?[\w.-]+: )(?:Info|Warning|Critical|Debug|Trace|Alert|Error): /;
const LOG_SHARE = 0.3;
const LOG_COMMAND = /^(?:grep|tail|cat)\b/i;

const unknown: Recognition = { kind: 'unknown', command: null, appliance: null, role: null };

/** Appliances that a command exists on only; an SMA is never a member of a cluster. */
const roleOfCommand = (name: string | null): Role | null => {
  const on = commands.find((one) => one.name === name)?.on ?? [];
  return on.length === 1 ? (on[0] ?? null) : null;
};

/** The pseudo destinations tell the side: `the.cpq.host` on an ESA, `the.cpq.release.host` on an SMA (TechNote 200068). */
const roleIn = (text: string): Role | null => {
  const model = /^(?:AsyncOS \S+ for Cisco|Model(?: Number)?:|Welcome to the Cisco) +([A-Z]\d+[A-Z]?)\b/m.exec(
    text,
  )?.[1];
  const byModel = roleOfModel(model ?? null);
  if (byModel !== null) return byModel;
  const [forward, backward] = [/\bthe\.cpq\.host\b/.test(text), /\bthe\.cpq\.release\.host\b/.test(text)];
  if (forward !== backward) return forward ? 'esa' : 'sma';
  return /^\((?:Machine|Group|Cluster) [^()]+\)/m.test(text) ? 'esa' : null;
};

const isLog = (text: string): boolean => {
  const lines = toLines(text)
    .map((one) => one.text)
    .filter((one) => one !== '')
    .slice(0, LOOKED_AT);
  const timed = lines.filter((one) => LOG_LINE.test(one)).length;
  return timed > 0 && timed >= lines.length * LOG_SHARE;
};

const configIn = (text: string, parts: readonly TranscriptPart[]): Recognition | null => {
  const others = parts.filter((one) => !/^showconfig\b/i.test(one.command));
  if (!CONFIG.test(text) || others.length > 0) return null;
  const report = readConfig(text);
  const prompt = parts[0]?.appliance ?? null;
  if (!report.ok) return { ...unknown, kind: 'config', appliance: prompt };
  const { hostname, role } = report.value;
  return { kind: 'config', command: null, appliance: hostname ?? prompt, role: role ?? roleIn(text) };
};

const oneAppliance = (parts: readonly TranscriptPart[]): string | null => {
  const names = new Set(parts.flatMap((one) => one.appliance ?? []));
  const [name] = names;
  return names.size === 1 ? (name ?? null) : null;
};

const captureOf = (text: string, parts: readonly TranscriptPart[]): Recognition | null => {
  const [first] = parts;
  if (first === undefined) return null;
  const appliance = oneAppliance(parts);
  const commandName = parts.length === 1 ? first.name : null;
  const role = roleOfCommand(commandName) ?? roleIn(text);
  const searched =
    new Set(parts.map((one) => one.appliance)).size === 1 &&
    parts.every((one) => LOG_COMMAND.test(one.command)) &&
    toLines(text).some((one) => LOG_LINE.test(one.text));
  if (searched) return { kind: 'mail-log', command: commandName, appliance, role };
  return { kind: parts.length === 1 ? 'cli' : 'transcript', command: commandName, appliance, role };
};

/** Readers that know any `key: value` or any line with an address come last. */
const LAST = ['date', 'applianceconfig', 'version'];

/** Its wording is recalled and its reader keeps any line, so a prompt or the file's name has to say it. */
const ONLY_NAMED = ['showchanges'];

/** The command whose reader understands the text best, with the one that the file's name says first. */
const outputOfCommand = (name: string, text: string): Recognition | null => {
  const file = name.split(/[/\\]/).at(-1) ?? '';
  const said = commandTyped(/^[a-z]+/i.exec(file)?.[0] ?? '')?.name;
  const order = (one: string) => (one === said ? -1 : LAST.indexOf(one) + 1);
  const total = toLines(text).filter((one) => one.text !== '').length;
  const [best] = commands
    .filter((one) => one.name === said || !ONLY_NAMED.includes(one.name))
    .map((one) => ({ name: one.name, reading: one.read(text) }))
    .filter((one) => one.reading.data !== null && one.reading.unrecognised.length * 4 <= total)
    .toSorted(
      (left, right) =>
        left.reading.unrecognised.length - right.reading.unrecognised.length || order(left.name) - order(right.name),
    );
  if (best === undefined) return null;
  const prompt = toLines(text).map((one) => readPromptLine(one.text)?.appliance ?? null);
  const appliance = prompt.find((one) => one?.includes('.')) ?? null;
  return { kind: 'cli', command: readerNamed(best.name), appliance, role: roleOfCommand(best.name) ?? roleIn(text) };
};

/**
 * Says what a text is, from at most its first 256 KiB and, where the text leaves a choice, from its file's name. Never
 * fails: `unknown` is an answer.
 */
export const recognise = (name: string, text: string): Recognition => {
  const head = text.slice(0, HEAD);
  const { parts } = splitTranscript(head);
  const config = configIn(head, parts);
  if (config) return config;
  const capture = captureOf(head, parts);
  if (capture) return capture;
  if (isLog(head)) return { kind: 'mail-log', command: null, appliance: null, role: roleIn(head) };
  if (PROFILE.test(head)) return { ...unknown, kind: 'profile' };
  return outputOfCommand(name, head) ?? unknown;
};
