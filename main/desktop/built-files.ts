import { readdir } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';

export interface BuiltFile {
  readonly path: string;
  readonly type: string;
}

/** What a Vite build holds. A file of another kind is not served. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};

/**
 * Answers the map from address path (`/assets/x.js`) to built file, read once at the start: what is not in the
 * folder then cannot be asked for later. Rejects when the folder cannot be read.
 */
export const builtFiles = async (folder: string): Promise<ReadonlyMap<string, BuiltFile>> => {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const served = entries.flatMap((entry): [string, BuiltFile][] => {
    const type = TYPES[extname(entry.name)];
    if (!entry.isFile() || type === undefined) return [];
    const path = join(entry.parentPath, entry.name);
    return [[`/${relative(folder, path).split(sep).join('/')}`, { path, type }]];
  });
  return new Map(served);
};
