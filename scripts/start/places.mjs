import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = fileURLToPath(new URL('../../', import.meta.url));
export const inRoot = (/** @type {string[]} */ ...parts) => join(root, ...parts);

/** @param {string} path @returns {string | null} the text, or null where there is no such file */
export const textOf = (path) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
};

const filesUnder = (/** @type {string} */ path) =>
  readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();

/**
 * One digest over files and folders of the checkout, by content: a checkout's times say little.
 *
 * @param {{ folders: string[], files: string[] }} what
 */
export const digestOf = ({ folders, files }) => {
  const hash = createHash('sha256');
  const paths = [...files.map((name) => inRoot(name)), ...folders.flatMap((name) => filesUnder(inRoot(name)))];
  for (const path of paths) hash.update(`${path.slice(root.length)}\0`).update(readFileSync(path));
  return hash.digest('hex');
};
