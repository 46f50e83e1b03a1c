import { createHash } from 'node:crypto';
import { bad, type CaseRecord, DiagnosisDocument, good, Manifest, problem, type Result } from '../core/model';
import type { Unpacked } from './archive-reader';
import { CASE, caseIn, notDerived } from './case-file';
import { type Claims, checkClaims } from './claims';
import { manifestText } from './compose';
import type { VerifiedBundle } from './input';

const MANIFEST = 'manifest.json';

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const isNewer = (found: unknown): boolean =>
  typeof found === 'object' &&
  found !== null &&
  'schema' in found &&
  /^cpq-doctor\/manifest\/(?!1$)\d+$/.test(String(found.schema));

const textOf = (file: Unpacked): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file.bytes);
  } catch {
    return Buffer.from(file.bytes).toString('latin1');
  }
};

export const textsOf = (files: readonly Unpacked[]): ReadonlyMap<string, string> =>
  new Map(files.map((file) => [file.path, textOf(file)]));

/** The manifest of an archive, in its canonical form. */
export const manifestIn = (texts: ReadonlyMap<string, string>, path: string): Result<Manifest> => {
  const text = texts.get(MANIFEST);
  if (text === undefined) return bad(problem('bundle-not-a-bundle', path, { detail: MANIFEST }));
  const found = parsed(text);
  if (isNewer(found)) return bad(problem('bundle-newer', path));
  const manifest = Manifest.safeParse(found);
  if (!manifest.success || manifestText(manifest.data) !== text)
    return bad(problem('bundle-manifest-differs', path, { file: MANIFEST }));
  return good(manifest.data);
};

/** The first file that is not as the manifest says, is missing or is not named in it; null where all agree. */
const differing = (manifest: Manifest, files: readonly Unpacked[]): string | null => {
  const listed = new Map(manifest.files.map((one) => [one.path, one]));
  if (listed.size !== manifest.files.length) return MANIFEST;
  for (const { path, bytes } of files) {
    const entry = listed.get(path);
    if (path === MANIFEST) continue;
    const digest = createHash('sha256').update(bytes).digest('hex');
    if (entry === undefined || entry.bytes !== bytes.length || entry.sha256 !== digest) return path;
    listed.delete(path);
  }
  return [...listed.keys()][0] ?? null;
};

/** Each quote stands in its file, and each finding follows from the observations. */
const allClaims = (record: CaseRecord, document: DiagnosisDocument, texts: ReadonlyMap<string, string>): Claims => {
  const { checked, failed } = checkClaims(document, texts);
  return {
    checked: checked + document.findings.length,
    failed: [...failed, ...notDerived(record, document).map((code) => `${code}: ${CASE}`)],
  };
};

/** Manifest, checksums, claims and the record of an unpacked archive. */
export const checkBundle = (files: readonly Unpacked[], path: string): Result<VerifiedBundle> => {
  const texts = textsOf(files);
  const manifest = manifestIn(texts, path);
  if (!manifest.ok) return manifest;
  const file = differing(manifest.value, files);
  if (file !== null) return bad(problem('bundle-manifest-differs', path, { file }));
  const document = DiagnosisDocument.safeParse(parsed(texts.get('diagnosis.json') ?? ''));
  if (!document.success) return bad(problem('bundle-manifest-differs', path, { file: 'diagnosis.json' }));
  const record = caseIn(texts.get(CASE) ?? '');
  if (record === null) return bad(problem('bundle-manifest-differs', path, { file: CASE }));
  return good({
    files: files.length,
    manifest: manifest.value,
    record,
    claims: allClaims(record, document.data, texts),
  });
};
