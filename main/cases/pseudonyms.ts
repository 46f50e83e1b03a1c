import { join } from 'node:path';
import { bad, good, type Result } from '../core/model';
import { PseudonymTable } from '../core/redaction';
import { readBounded, writeAtomically } from '../disk';
import { diskProblem } from './disk-problem';

const NAME = 'pseudonyms.json';
const LARGEST = 64 * 1024 * 1024;

/** The mapping table that an earlier pseudonymised bundle of this case left here; null where there is none to be read. */
export const readPseudonyms = async (folder: string): Promise<PseudonymTable | null> => {
  const read = await readBounded(join(folder, NAME), LARGEST);
  if (!read.ok) return null;
  try {
    return PseudonymTable.safeParse(JSON.parse(read.bytes.toString('utf8'))).data ?? null;
  } catch {
    return null;
  }
};

/** Keeps the mapping table in the case folder, so that the next bundle of the case uses the same names. */
export const keepPseudonyms = async (folder: string, table: PseudonymTable): Promise<Result<null>> => {
  const path = join(folder, NAME);
  const written = await writeAtomically(path, `${JSON.stringify(table)}\n`);
  return written.ok ? good(null) : bad(diskProblem(written, path));
};
