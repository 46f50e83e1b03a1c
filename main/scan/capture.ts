import { stat } from 'node:fs/promises';
import { CaptureReader } from '../core/capture';
import { bad, type CaptureReport, good, problem, type Result } from '../core/model';
import { codeOf, type Entry } from './entry';
import { expand } from './expand';
import { type Watch, type WatchOptions, watchOver } from './watch';

export interface CaptureScanOptions extends WatchOptions {
  /** Quarantine ports; 7025 where none is given. */
  readonly ports: readonly number[];
  /** The name that the report gives the file; its path where it is absent. */
  readonly shown?: string;
}

/** What stands in the way of reading a file as one piece, or the piece. */
const entryAt = async (path: string, watch: Watch): Promise<Result<Entry>> => {
  const seen = await stat(path).catch(() => null);
  if (seen !== null && !seen.isFile()) return bad(problem('not-a-capture', path));
  const expanded = await expand([path], watch);
  if (!expanded.ok) return expanded;
  const [entry, ...others] = expanded.value.entries;
  const [unreadable] = expanded.value.unreadable;
  if (entry !== undefined && others.length === 0) return good(entry);
  return bad(problem(unreadable === undefined ? 'not-a-capture' : 'capture-unreadable', path));
};

/** Feeds the whole file; answers the code of what broke the reading off, or null. What came before it counts. */
const feed = async (reader: CaptureReader, entry: Entry, watch: Watch): Promise<string | null> => {
  try {
    for await (const chunk of entry.chunks(watch)) {
      reader.take(chunk);
      watch.advance(chunk.length);
      if (reader.isHopeless) return null;
    }
    return null;
  } catch (error) {
    return codeOf(error);
  }
};

/**
 * Reads a packet capture on disk (pcap, pcapng, also packed by gzip), a piece at a time: memory does not grow with the
 * file. A truncated or damaged one is read as far as it goes, and its report says so. Fails with `file-not-found`,
 * `not-a-capture`, `capture-link-type` (only link types that nobody here knows), `capture-unreadable`, `cancelled`,
 * `out-of-time`.
 */
export const analyseCapture = async (path: string, options: CaptureScanOptions): Promise<Result<CaptureReport>> => {
  let total = 0;
  const watch = watchOver(options, () => total);
  const entry = await entryAt(path, watch);
  if (!entry.ok) return entry;
  total = entry.value.bytes;
  const reader = new CaptureReader({ file: options.shown ?? path, ports: options.ports });
  const broken = await feed(reader, entry.value, watch);
  const stopped = watch.stopped();
  if (stopped !== null) return bad(stopped);
  const { fault } = reader;
  if (broken !== null && fault !== null) return bad(problem('capture-unreadable', path));
  const report = { ...reader.finish(), durationMs: Math.round(watch.elapsedMs()) };
  if (fault === 'no-capture') return bad(problem('not-a-capture', path));
  if (fault !== null) return bad(problem('capture-link-type', path, { linkTypes: report.linkTypes.join(', ') }));
  const notes: CaptureReport['notes'] = broken === null ? [] : [{ note: 'file-damaged', detail: broken, count: 1 }];
  return good({ ...report, notes: [...report.notes, ...notes] });
};
