import { good, type Result } from '../core/model';
import { readArchive } from './archive-reader';
import { checkBundle, manifestIn, textsOf } from './check';
import { compose } from './compose';
import type { BundleInput, BundleOptions, BundlePreview, ListedBundle, VerifiedBundle } from './input';

export type { BundleInput, BundleOptions, BundlePreview, ListedBundle, VerifiedBundle, WrittenBundle } from './input';
export { bundleName } from './name';
export { writeBundle } from './write';

/** What would go into the bundle, before anything is written: its name, files with sizes, and counts by kind. */
export const previewBundle = async (input: BundleInput, options: BundleOptions): Promise<Result<BundlePreview>> => {
  const composed = await compose(input, options);
  if (!composed.ok) return composed;
  const { name, files, manifest } = composed.value;
  return good({
    name,
    files: files.map(({ path, bytes, replaced }) => ({ path, bytes: bytes.length, replaced })),
    redactions: manifest.redactions,
  });
};

/**
 * Opens a bundle as hostile (bounds, names, doubles, links), then checks its seal, manifest and checksums, and that each
 * quote of each finding stands in the file its source names. Claims that do not are in `claims.failed`.
 */
export const verifyBundle = async (path: string): Promise<Result<VerifiedBundle>> => {
  const files = await readArchive(path);
  return files.ok ? checkBundle(files.value, path) : files;
};

/** A bundle whose seal, checksums and claims were checked, with the evidence in it. */
export interface OpenedBundle extends VerifiedBundle {
  readonly evidence: readonly { readonly path: string; readonly bytes: Uint8Array }[];
}

/** As `verifyBundle`, and with every file of evidence, in memory: nothing is unpacked to the disk here. */
export const openBundle = async (path: string): Promise<Result<OpenedBundle>> => {
  const files = await readArchive(path);
  if (!files.ok) return files;
  const checked = checkBundle(files.value, path);
  if (!checked.ok) return checked;
  const evidence = files.value.filter((one) => one.path.startsWith('evidence/'));
  return good({ ...checked.value, evidence });
};

/** What is inside a bundle whose archive and manifest are sound; claims are not checked. */
export const listBundle = async (path: string): Promise<Result<ListedBundle>> => {
  const files = await readArchive(path);
  if (!files.ok) return files;
  const manifest = manifestIn(textsOf(files.value), path);
  if (!manifest.ok) return manifest;
  return good({
    manifest: manifest.value,
    entries: files.value.map(({ path: name, bytes, packed }) => ({ path: name, bytes: bytes.length, packed })),
  });
};
