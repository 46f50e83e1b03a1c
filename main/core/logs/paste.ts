/** A capture of a terminal: prompts, menus, pager and hard-wrapped lines stand between the lines of the log. */

/** `esa1.example.com> grep …`, `(Machine esa1.example.com)> `, also behind a control character (`^C`). */
const PROMPT = /^[^\w([]?(?:\((?:Machine|Cluster|Group) ([\w.-]+)\)|([\w-]+(?:\.[\w-]+)+|[\w-]+))(?: \(SERVICE\))?> ?/i;

/** Host that a prompt names, or null when the line is none. */
export const promptHost = (line: string): string | null => {
  const found = PROMPT.exec(line);
  return found ? (found[1] ?? found[2] ?? null) : null;
};

/** Pager, menu and separator lines: none of them continues a log line [wording recalled]. */
export const isScreenNoise = (line: string): boolean =>
  /^\s*$|^-?Press (?:Any Key|Ctrl-C)|^\[.*\]>|^--$|^\d+\. "|^(?:Enter|Do you want|Choose|Currently configured) /i.test(
    line,
  );

/** A terminal breaks at 80 columns or more: a shorter line was not broken. */
export const WRAP_FROM = 72;
