import { realpath } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { bad, good, problem, type Result } from '../core/model';
import { readBounded, writeOnce } from '../disk';
import { diskProblem } from './disk-problem';
import { EVIDENCE, evidenceParts, numbered } from './evidence-path';
import { madeFolder } from './folders';

const MAX_EVIDENCE_BYTES = 256 * 1024 * 1024;
const MAX_NUMBER = 10_000;

/**
 * Keeps raw bytes under `evidence/` and answers their path inside the case folder. Nothing is ever overwritten: the
 * same bytes under the same name answer the path that holds them, other bytes get the next free number
 * (`tophosts-2.txt`).
 */
export const putEvidence = async (folder: string, path: string, bytes: Uint8Array): Promise<Result<string>> => {
  const parts = evidenceParts(path);
  if (!parts.ok) return parts;
  for (let number = 1; number <= MAX_NUMBER; number += 1) {
    const inside = [EVIDENCE, ...numbered(parts.value, number)];
    const kept = await keep(join(folder, ...inside), bytes);
    if (!kept.ok || kept.value) return kept.ok ? good(inside.join('/')) : kept;
  }
  return bad(problem('file-exists', path));
};

/** True when the bytes stand at `path`, false when other bytes do. */
const keep = async (path: string, bytes: Uint8Array): Promise<Result<boolean>> => {
  const made = await madeFolder(dirname(path));
  if (!made.ok) return made;
  const written = await writeOnce(path, bytes);
  if (written.ok) return good(true);
  if (written.code !== 'file-exists') return bad(diskProblem(written, path));
  const there = await readBounded(path, bytes.length);
  return good(there.ok && there.bytes.equals(bytes));
};

/** The bytes kept at a path inside the case folder (`evidence/esa1/tophosts.txt`, or without the first part). */
export const readEvidence = async (folder: string, path: string): Promise<Result<Uint8Array>> => {
  const parts = evidenceParts(path);
  if (!parts.ok) return parts;
  const whole = join(folder, EVIDENCE, ...parts.value);
  if (!(await isInside(join(folder, EVIDENCE), whole))) return bad(problem('evidence-missing', path));
  const read = await readBounded(whole, MAX_EVIDENCE_BYTES);
  return read.ok ? good(read.bytes) : bad(diskProblem(read, path));
};

/** A link in the folder of a copied case must not lead out of it. */
const isInside = async (folder: string, path: string): Promise<boolean> => {
  const [root, real] = await Promise.all([realOf(folder), realOf(path)]);
  return root === null || real === null ? false : real.startsWith(root + sep);
};

const realOf = (path: string): Promise<string | null> => realpath(path).catch(() => null);
