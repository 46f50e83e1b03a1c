import type { Role } from '../model';

/**
 * Every word that may ever be typed at an appliance's prompt, in one union: a new word is a visible diff in one line.
 * `detail`, `list`, … are arguments that the CLI itself defines; free arguments go through `Argument`.
 */
export type Word =
  | 'version'
  | 'status'
  | 'detail'
  | 'tophosts'
  | 'interfaceconfig'
  | 'sslconfig'
  | 'clusterconfig'
  | 'list'
  | 'connstatus'
  | 'netstat'
  | 'telnet'
  | 'tlsverify'
  | 'grep'
  | '-e'
  | '-i'
  | 'tail'
  | 'mail_logs'
  | 'applianceconfig'
  | 'showrecipients'
  | 'logconfig'
  | 'listenerconfig'
  | 'displayalerts'
  | 'date'
  | 'workqueue'
  | 'showchanges'
  | 'nslookup'
  | 'traceroute'
  | 'who'
  | 'exit';

/** A value that fills a question or closes a one-line command; checked against `allowed` before it may become bytes. */
export interface Argument {
  readonly name: string;
  readonly allowed: RegExp;
  /** Closes a line without quotes: none of its characters needs them. Names and addresses only. */
  readonly bare?: true;
}

/** What may answer a question. Nothing else exists to be sent. */
export type Answer =
  /** The number of the list item whose text begins with this (or with the argument of this name). */
  | { readonly item: string }
  | { readonly itemFrom: string }
  /** The number of the machine that was logged in to, in a list of machines behind an accepted offer to switch. */
  | { readonly ownMachine: true }
  /** An operation that only reads, typed at an operation list that offers it by name; never at any other. */
  | { readonly operation: 'VERIFY' }
  /** `Y` or `N`, for a question known by its text. */
  | { readonly say: 'Y' | 'N' }
  /** The checked argument of this name. */
  | { readonly argument: string }
  /** Enter, at `[]> ` under `Choose the operation`, or at a question whose default changes nothing. */
  | { readonly leave: true };

export interface Prompt {
  /** Words that the question's text holds, compared without case. */
  readonly asks: string;
  readonly answer: Answer;
}

/** A command's output turned into data, with every line that was not understood. `data` is null when nothing was. */
export interface Reading<Data> {
  readonly data: Data | null;
  readonly unrecognised: readonly { readonly line: number; readonly text: string }[];
  readonly error: { readonly code: string; readonly text: string } | null;
}

/** One entry of the allow-list. Words, never a line: nothing can be spliced in. */
export interface CommandDefinition<Data = unknown> {
  readonly name: string;
  readonly words: readonly Word[];
  /** Appended to the words after the check, quoted unless it is bare. */
  readonly lineArgument?: Argument;
  /** Words that follow the line argument, as in `grep -e "REGEX" -i mail_logs`. */
  readonly wordsAfter?: readonly Word[];
  /** Asked by questions of the command. */
  readonly arguments: readonly Argument[];
  readonly on: readonly Role[];
  readonly prompts: readonly Prompt[];
  readonly deadlineMs: number;
  /** Never ends by itself: its text is not kept, and once log lines come nothing in them is a question. */
  readonly follows?: true;
  /** Whole commands and empty lines only may stand in a block to paste; false for those that ask for a number. */
  readonly pasteable: boolean;
  readonly harmless: string;
  readonly source: string;
  readonly sample: string;
  read(text: string): Reading<Data>;
}

/** Types the entry; data first, reader last. */
export const command = <Data>(definition: CommandDefinition<Data>): CommandDefinition<Data> => definition;
