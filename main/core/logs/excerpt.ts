import type { LogReport } from '../model';

export interface ExcerptOf {
  readonly path: string;
  /** Line numbers from 1, ascending, each once. */
  readonly lines: readonly number[];
}

/** The three lines that tell which appliance wrote a file, which release, and its offset from UTC. */
const HEADER = [1, 2, 3];

/**
 * Which lines of which files a bundle keeps: those of every quarantine connection, of the grounds, successes and
 * faults, and each file's header. Files without any such line are left out.
 */
export const excerptOf = (report: LogReport): ExcerptOf[] => {
  const kept = new Map<number, Set<number>>();
  const keep = ({ file, line }: { readonly file: number; readonly line: number }): void => {
    const known = kept.get(file);
    if (known) known.add(line);
    else kept.set(file, new Set([line]));
  };
  for (const one of report.connections) for (const ref of one.lines) keep(ref);
  for (const ground of report.grounds) for (const quote of ground.quotes) keep(quote);
  for (const { quote } of report.successes) keep(quote);
  for (const fault of report.faults) keep(fault);
  return report.files.flatMap(({ path, lines }, index) => {
    const own = kept.get(index);
    if (!own) return [];
    const all = new Set([...HEADER.filter((line) => line <= lines), ...own]);
    return [{ path, lines: [...all].sort((one, other) => one - other) }];
  });
};
