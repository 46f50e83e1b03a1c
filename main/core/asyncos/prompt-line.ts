import type { Role, SessionReport } from '../model';
import { readSshLine } from './ssh-line';

/** A main prompt of the command line, taken apart. */
export interface PromptLine {
  readonly mode: NonNullable<SessionReport['mode']>;
  /** Machine, group or cluster name, or the standalone host, as it stands in the prompt. */
  readonly name: string;
  /** The machine that the prompt names; null at group and cluster level. */
  readonly appliance: string | null;
  readonly service: boolean;
  /** Administratively disconnected from its cluster: the member does not receive cluster settings. */
  readonly disconnected: boolean;
  /** What was typed behind the prompt. */
  readonly typed: string;
}

// `(Machine esa1.example.com)> `, `(Cluster Hosted_Cluster)> `, `example.com (SERVICE)> `, `esa1.example.com> version`,
// `(Machine esa3.example.com) [Disconnected]> `. Samples login-cluster, service-prompt. `^C` may be glued to its front.
const PROMPT =
  /^(?:\^C)*(?:\((Machine|Group|Cluster) ([^()\r\n]+)\)|([A-Za-z0-9][\w.-]*))( \(SERVICE\))?( ?\[Disconnected\])?>(?: (.*))?$/;
const MODES: Record<string, PromptLine['mode']> = { Machine: 'machine', Group: 'group', Cluster: 'cluster' };
const LONGEST = 2000;
/** Prompts of programs that run inside the command line have the same shape. */
const NOT_A_HOST = new Set(['telnet']);

/** A one-shot line names its appliance as a standalone prompt does. */
const askedFromShell = (line: string): PromptLine | null => {
  const ssh = readSshLine(line);
  if (ssh === null) return null;
  const { host, typed } = ssh;
  return { mode: 'standalone', name: host, appliance: host, service: false, disconnected: false, typed };
};

/**
 * Takes a line apart that begins with a main prompt, or that asks an appliance from a shell (`ssh HOST 'COMMAND'`); null
 * when it does not look like one. A standalone prompt is any
 * word and `>`, so the caller decides whether it believes it (see `splitTranscript`).
 */
export const readPromptLine = (line: string): PromptLine | null => {
  const found = line.length > LONGEST ? null : PROMPT.exec(line.trimEnd());
  if (!found) return askedFromShell(line);
  const [, level, levelName, host, service, disconnected, typed] = found;
  if (host !== undefined && NOT_A_HOST.has(host)) return null;
  // Two captures put together without a line end between them: the later prompt is the one that was typed at.
  const later = typed === undefined ? null : readPromptLine(typed);
  if (later !== null) return later;
  const mode = level === undefined ? 'standalone' : (MODES[level] ?? 'standalone');
  const name = levelName ?? host ?? '';
  return {
    mode,
    name,
    appliance: mode === 'standalone' || mode === 'machine' ? name : null,
    service: service !== undefined,
    disconnected: disconnected !== undefined,
    typed: (typed ?? '').trim(),
  };
};

/** ESA or SMA by the model's letter, never by the product's words: C and X are ESAs, M is an SMA. */
export const roleOfModel = (model: string | null): Role | null => {
  if (model === null) return null;
  if (/^[CX]\d/i.test(model)) return 'esa';
  return /^M\d/i.test(model) ? 'sma' : null;
};
