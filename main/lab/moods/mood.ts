import type { ServerConfig } from 'ssh2';
import type { LabModel } from '../model';
import type { Opening } from '../opening';
import type { Window } from '../terminal';

/** A question that stands where none is expected; the lab changes nothing and tells what an answer would have begun. */
export interface OddQuestion {
  /** First word of the command that it comes instead of. */
  readonly before: string;
  readonly says: string;
  readonly prompt: string;
  readonly wouldChange: string;
}

/** How one appliance of the lab behaves besides what it is: one thing that a real one does to whoever logs in. */
export interface Mood {
  readonly name: string;
  /** What a login begins with; the prompt when absent. */
  readonly opening?: Opening;
  /** The window that it believes in, whatever size is asked for. */
  readonly window?: Window;
  /** Between banner and first prompt, in milliseconds. */
  readonly firstPromptAfterMs?: number;
  /** How late everything is that it prints, in milliseconds. */
  readonly latencyMs?: number;
  /** Bytes that it prints behind the first typed line before the line is cut. */
  readonly dropsAfterBytes?: number;
  /** Ends a login that was typed nothing for so long, in milliseconds. */
  readonly idleMs?: number;
  /** How many Control-C of a login it misses (asyncos-cli.md section 3: "sometimes misses the first"). */
  readonly missedInterrupts?: number;
  readonly asks?: OddQuestion;
  /** Shows another host key than the one that the site knows. */
  readonly otherHostKey?: true;
  /** All that its SSH server has; its host key is then an RSA key. */
  readonly algorithms?: NonNullable<ServerConfig['algorithms']>;
  /** Changes what the appliance of this name is. */
  readonly apply?: (site: LabModel, name: string) => LabModel;
}

/** Types an entry of the catalogue. */
export const mood = (definition: Mood): Mood => definition;

/** The mood of an appliance that nobody gave one. */
export const CALM: Mood = mood({ name: 'calm' });
