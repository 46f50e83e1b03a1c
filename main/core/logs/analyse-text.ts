import type { LogReport } from '../model';
import { orderFiles, PEEK_LINES, peekAt } from './order';
import { newLogReader } from './reader';
import type { ReadOptions } from './reader-state';

export interface LogText {
  readonly path: string;
  readonly text: string;
}

const bytesOf = (text: string): number => {
  let bytes = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 0x7ff) bytes += code >= 0xd800 && code <= 0xdfff ? 1 : 2;
    else if (code > 0x7f) bytes += 1;
  }
  return bytes;
};

const beginningOf = (text: string): string[] => text.slice(0, 65_536).split('\n', PEEK_LINES);

/** `.c` and `.current` can be a prefix of another file (TLSAN): the shorter one is counted, not told again. */
const copiesAmong = (parts: readonly LogText[], firsts: readonly (string | null)[]): Set<number> => {
  const plain = parts.map(({ text }) => text.replaceAll('\r', '').trimEnd());
  const isCopy = (index: number): boolean =>
    plain.some((other, at) => {
      const own = plain[index] ?? '';
      if (at === index || own === '' || firsts[index] === null || firsts[index] !== firsts[at]) return false;
      return other.startsWith(own) && (other.length > own.length || at < index);
    });
  return new Set(parts.flatMap((_part, index) => (isCopy(index) ? [index] : [])));
};

/**
 * Analyses log text that is already in memory: the output of `grep`, a capture, small files, in any order.
 * Never throws; text that is no log stands in `unreadable`.
 */
export const analyseText = (parts: readonly LogText[], options: ReadOptions): LogReport => {
  const peeks = parts.map(({ path, text }) => peekAt(path, beginningOf(text), null));
  const copies = copiesAmong(
    parts,
    peeks.map(({ first }) => first),
  );
  const reader = newLogReader(options);
  for (const { index, source } of orderFiles(peeks)) {
    const { path, text } = parts[index] ?? { path: '', text: '' };
    reader.openFile({ path, bytes: bytesOf(text), source, copy: copies.has(index) });
    const lines = text.split('\n');
    if (lines.at(-1) === '') lines.pop();
    for (const line of lines) reader.line(line);
  }
  return reader.finish();
};
