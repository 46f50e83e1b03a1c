/** A one-shot `ssh` line of a person's own shell: whom it asked, and what. */
export interface SshLine {
  /** Name or address, as it stands there. */
  readonly host: string;
  readonly typed: string;
  /** What the shell showed in front of it: its prompt; empty where the line was typed ahead, or has none. */
  readonly shell: string;
}

const LONGEST = 2000;
/** Behind a shell's prompt (`$ `, `# `, `C:\>`) or at the beginning; never inside a word. */
const SSH = /(?:^|[\s>$#%+])ssh\s+(.+)$/;
/** Options of OpenSSH's client that take a value (ssh(1)). */
const WITH_VALUE = /^-[a-zA-Z0-9]*[BbcDEeFIiJLlmOopQRSWw]$/;
const DESTINATION = /^(?:ssh:\/\/)?(?:[^@\s'"]+@)?([\w.:%-]+?)(?::\d+)?$/;

const words = (text: string): readonly string[] =>
  [...text.matchAll(/'([^']*)'|"((?:[^"\\]|\\.)*)"|(\S+)/g)].map(
    ([, single, double, plain]) => single ?? double?.replace(/\\(.)/g, '$1') ?? plain ?? '',
  );

/**
 * The same text as if its commands had been typed at the appliance: `esa1> status` in place of the shell's line. Lines
 * keep their numbers.
 */
export const asTyped = (text: string): string =>
  text
    .split('\n')
    .map((line) => {
      const ssh = line.includes('ssh') ? readSshLine(line) : null;
      return ssh === null ? line : `${ssh.host}> ${ssh.typed}`;
    })
    .join('\n');

/** Where the destination stands among the words: behind the options and their values. */
const destinationAt = (parts: readonly string[]): number => {
  let at = 0;
  while (parts[at]?.startsWith('-')) at += WITH_VALUE.test(parts[at] ?? '') ? 2 : 1;
  return at;
};

/**
 * Takes a line apart that runs one command on an appliance, as `me@laptop:~$ ssh -n admin@esa1 'status'`; null for any
 * other line, a login without a command among them.
 */
export const readSshLine = (line: string): SshLine | null => {
  const found = line.length > LONGEST ? null : SSH.exec(line.trimEnd());
  if (!found) return null;
  const parts = words(found[1] ?? '');
  const at = destinationAt(parts);
  const host = DESTINATION.exec(parts[at] ?? '')?.[1];
  const typed = parts
    .slice(at + 1)
    .join(' ')
    .trim();
  if (host === undefined || typed === '') return null;
  const shell = line.slice(0, found.index + (found[0].length - found[0].replace(/^[\s>$#%+]/, '').length)).trim();
  return { host, typed, shell };
};
