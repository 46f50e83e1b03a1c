import { bad, good, type Problem, problem, type Result } from '../core/model';
import type { Redactor } from '../core/redaction';
import { type AtomicFile, beginAtomically } from '../disk';
import { readArchive, type Unpacked } from './archive-reader';
import { writeArchive } from './archive-writer';
import { checkBundle, textsOf } from './check';
import { type Composed, compose } from './compose';
import type { BundleInput, BundleOptions, WrittenBundle } from './input';
import { notWritten } from './problems';

/** The first place where a finished file, or its name, still holds what had to go. */
const leakIn = (files: readonly Unpacked[], redactor: Redactor, path: string): Problem | null => {
  for (const [file, text] of textsOf(files)) {
    const [leak] = redactor.leaks(text);
    const named = redactor.leaks(file).length > 0;
    if (leak !== undefined || named)
      return problem('bundle-leak', path, {
        file: named ? '?' : file,
        line: leak?.line ?? 0,
        kind: leak?.kind ?? 'name',
      });
  }
  return null;
};

const checked = async (composed: Composed, file: AtomicFile, path: string): Promise<Result<number>> => {
  const files = await readArchive(file.temporary);
  if (!files.ok) return bad({ ...files.problem, where: path });
  const verified = checkBundle(files.value, path);
  if (!verified.ok) return verified;
  const [claim] = verified.value.claims.failed;
  if (claim !== undefined) return bad(problem('bundle-claim-fails', path, { claim }));
  const leak = leakIn(files.value, composed.redactor, path);
  return leak === null ? good(verified.value.claims.checked) : bad(leak);
};

const written = async (
  composed: Composed,
  file: AtomicFile,
  path: string,
  at: Date,
): Promise<Result<WrittenBundle>> => {
  const archive = await writeArchive(composed.files, file, at);
  if (!archive.ok) return bad(notWritten(archive, path));
  const claims = await checked(composed, file, path);
  if (!claims.ok) return claims;
  const committed = await file.commit();
  if (!committed.ok) return bad(notWritten(committed, path));
  const { manifest, files, redactor } = composed;
  return good({
    path,
    bytes: archive.bytes,
    files: files.length,
    manifest,
    claims: claims.value,
    pseudonyms: redactor.table,
  });
};

/**
 * Writes the bundle to a temporary name in the target's folder, reads it back, checks manifest, checksums and claims and
 * searches every file for every secret of the case (with pseudonyms, for every original), then gives it its name. After
 * any failure nothing is left behind and an older file of that name stands as it was.
 */
export const writeBundle = async (
  input: BundleInput,
  path: string,
  options: BundleOptions,
): Promise<Result<WrittenBundle>> => {
  const composed = await compose(input, options);
  if (!composed.ok) return composed;
  const begun = await beginAtomically(path);
  if (!begun.ok) return bad(notWritten(begun, path));
  try {
    return await written(composed.value, begun.file, path, new Date(input.record.changedAt));
  } finally {
    // After a commit there is nothing left under the temporary name.
    await begun.file.abandon();
  }
};
