import { newLogReader, orderFiles, type ReadOptions } from '../core/logs';
import type { LogReport } from '../core/model';
import { bad, good, problem, type Result } from '../core/model/problem';
import { copiesAmong } from './copies';
import { codeOf, type Entry, type Unreadable } from './entry';
import { expand } from './expand';
import { linesOf } from './lines';
import { type Looked, lookAt } from './peek';
import { type Watch, type WatchOptions, watchOver } from './watch';

export { analyseCapture, type CaptureScanOptions } from './capture';
export { type Excerpt, readExcerpts } from './excerpt';

export type ScanOptions = ReadOptions & WatchOptions;

interface Readable {
  readonly entry: Entry;
  readonly looked: Looked;
}

const look = async (entries: readonly Entry[], watch: Watch, unreadable: Unreadable[]): Promise<Readable[]> => {
  const readable: Readable[] = [];
  for (const entry of entries) {
    if (watch.stopped() !== null) break;
    const looked = await lookAt(entry, watch).catch((error: unknown) => codeOf(error));
    if (typeof looked === 'string') unreadable.push({ path: entry.path, code: looked });
    else if (looked.binary) unreadable.push({ path: entry.path, code: 'not-a-log' });
    else if (looked.empty) unreadable.push({ path: entry.path, code: 'log-empty' });
    else readable.push({ entry, looked });
  }
  return readable;
};

type Reader = ReturnType<typeof newLogReader>;

/** Reads one entry; a damaged one is named, and what came before the damage counts. */
const readEntry = async (
  reader: Reader,
  entry: Entry,
  watch: Watch,
  given: { source: string | null; copy: boolean },
) => {
  const { path, bytes, modifiedAt } = entry;
  let opened = false;
  try {
    for await (const { lines, latin1, bytes: read } of linesOf(entry, watch)) {
      if (!opened) reader.openFile({ path, bytes, modifiedAt, latin1, ...given });
      opened = true;
      for (const line of lines) reader.line(line);
      if (read > 0) watch.advance(read);
      if (reader.isHopeless()) break;
    }
  } catch (error) {
    reader.unreadable(path, codeOf(error));
  }
  reader.closeFile();
};

/** The one clear answer when nothing at all could be read: the first reason, with its place. */
const nothingRead = (paths: readonly string[], unreadable: readonly Unreadable[]): Result<LogReport> => {
  const [first] = unreadable;
  return bad(first ? problem(first.code, first.path) : problem('no-log-found', paths[0] ?? null));
};

/**
 * Analyses mail_logs on disk: plain files, `.gz`, `.zip`, `.tar` and `.tgz`, folders, rotated sets in any order; any
 * line ends and any bytes. Memory grows with the quarantine's connections, not with the files.
 * Fails with `file-not-found` for a path that does not exist; with the first file's reason (`not-a-log`,
 * `not-a-mail-log`, `log-empty`, `log-unreadable`, `archive-damaged`, `archive-encrypted`, `archive-too-large`) or
 * `no-log-found` when nothing was readable; with `cancelled` and `out-of-time`.
 */
export const analyseLogs = async (paths: readonly string[], options: ScanOptions): Promise<Result<LogReport>> => {
  let total = 0;
  const watch = watchOver(options, () => total);
  const expanded = await expand(paths, watch);
  if (!expanded.ok) return expanded;
  const unreadable = [...expanded.value.unreadable];
  const readable = await look(expanded.value.entries, watch, unreadable);
  total = readable.reduce((sum, { entry }) => sum + entry.bytes, 0);
  const peeks = readable.map(({ looked }) => looked.peek);
  const copies = await copiesAmong(
    readable.map(({ entry }) => entry),
    peeks,
    watch,
  );
  const reader = newLogReader(options);
  for (const { path, code } of unreadable) reader.unreadable(path, code);
  for (const { index, source } of orderFiles(peeks)) {
    const one = readable[index];
    if (one && watch.stopped() === null) await readEntry(reader, one.entry, watch, { source, copy: copies.has(index) });
  }
  const stopped = watch.stopped();
  if (stopped !== null) return bad(stopped);
  const report = reader.finish();
  if (report.files.length === 0) return nothingRead(paths, report.unreadable);
  return good({ ...report, durationMs: Math.round(watch.elapsedMs()) });
};
