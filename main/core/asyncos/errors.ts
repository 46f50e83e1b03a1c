/** What the command line itself says when it does not do what was asked. */
export interface CliError {
  readonly code: string;
  readonly text: string;
}

/** Texts of the public CLI test library (qa-esa clictorbase) and of sample errors.txt; anchored, so that data stays data. */
const ERRORS: readonly (readonly [string, RegExp])[] = [
  ['command-unknown', /^Unknown command\b/i],
  ['invalid-arguments', /^Invalid arguments when processing/i],
  ['unknown-option', /^Unknown option/i],
  ['not-permitted', /^You are not in the correct access group/i],
  ['application-fault', /^Traceback\b/],
  ['rejected-answer', /^(?:You must enter a |The value must |Please answer )/i],
  ['feature-key-missing', /requires a feature key/i],
  ['not-resynchronised', /has not yet resynchronized with the cluster after upgrading/i],
  ['cluster-only', /command is only available on cluster system/i],
  ['machine-disconnected', /is currently disconnected/i],
  ['changes-pending', /pending changes that may be lost/i],
  ['changes-dropped', /^-- Changes not/],
  ['statistics-unavailable', /^Couldn['’]t obtain (?:mail|rate) stats/i],
  ['no-record', /^No record of host/i],
  ['search-failed', /^Unable to (?:grep|tail)\b/i],
];

/** The error that a line of output states, or null. */
export const errorOf = (line: string): CliError | null => {
  const text = line.trim();
  const found = ERRORS.find(([, pattern]) => pattern.test(text));
  return found ? { code: found[0], text } : null;
};

/** A command in the wrong mode warns and asks; sample tophosts-wrong-mode.txt. */
export const isWrongMode = (line: string): boolean => /command is restricted/i.test(line);
