/** Where a quote stands in the bundle. */
export interface Place {
  readonly path: string;
  readonly line: number | null;
}

const SOURCE = /^(log|cli|config|probe|capture):([\s\S]*?)(?::(\d+))?$/;

/** Letters that every file system and every archive takes; others become `%` and their code, so that no two names meet. */
const safe = (segment: string): string =>
  segment.replace(/[^\p{L}\p{N}_.@ -]|^\.|\.$/gu, (letter) => `%${(letter.codePointAt(0) ?? 0).toString(16)}`);

const excerpt = (folder: string, vantage: string, place: string): string => {
  const parts = place.split(/[/\\]/).filter((part) => part !== '');
  const below = parts[0] === vantage ? parts.slice(1) : parts;
  return ['evidence', folder, safe(vantage), ...below.map(safe)].join('/');
};

/**
 * The file of the bundle that holds a quote, from its source (`cli:evidence/esa1/tophosts-7.txt:14`). Logs,
 * configurations and packet captures are not carried whole: what was quoted of them stands in an excerpt with the
 * original numbers of lines or frames, and so do those of raw text that could not be kept (`cli:queue:14`).
 * Null for a source that names no file.
 */
export const placeOf = (source: string, vantage: string): Place | null => {
  const [, kind, place = '', line] = SOURCE.exec(source) ?? [];
  const number = line === undefined ? null : Number(line);
  if (kind === 'capture') return { path: `${excerpt('captures', vantage, place)}.excerpt.txt`, line: number };
  if (place.startsWith('evidence/')) return { path: place, line: number };
  if (kind === 'log') return { path: `${excerpt('logs', vantage, place)}.excerpt.txt`, line: number };
  if (kind === 'config') return { path: `${excerpt('config', vantage, place)}.excerpt.txt`, line: number };
  // Raw text that the disk refused: what was quoted of it is all there is.
  if (kind !== undefined) return { path: `${excerpt('unkept', vantage, place)}.excerpt.txt`, line: number };
  return null;
};

/** The same source with its file renamed: kind and line stay. */
export const renamedSource = (source: string, rename: (place: string) => string): string => {
  const [, kind, place, line] = SOURCE.exec(source) ?? [];
  if (kind === undefined || place === undefined) return rename(source);
  return `${kind}:${rename(place)}${line === undefined ? '' : `:${line}`}`;
};

/** The name of a place for people: below `evidence/`, without the moment of the run that made its folder. */
export const shownPlace = (path: string): string => path.replace(/^evidence\/(?:\d{8}T\d{6}Z\/)?/, '');
