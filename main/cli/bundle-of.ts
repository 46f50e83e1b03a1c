import { type CaseFolder, keepPseudonyms, readPseudonyms } from '../cases';
import { knownSecrets } from '../run/known-secrets';
import type { Door } from './door';

import { VERSION } from './version';

interface Wanted {
  readonly pseudonymise: boolean;
  /** Secrets typed or written in the profile; those in variables and files are found again. */
  readonly secrets: readonly string[];
}

/** Writes the bundle of a case and says so on standard error. False after a problem, which was said in one line. */
export const makeBundle = async (
  folder: CaseFolder,
  path: string,
  { pseudonymise, secrets }: Wanted,
  door: Door,
): Promise<boolean> => {
  const opened = await folder.open();
  if (!opened.ok) {
    door.complain(opened.problem);
    return false;
  }
  const { writeBundle } = await import('../bundle');
  const { record } = opened.value;
  const input = {
    record,
    words: door.words,
    toolVersion: VERSION,
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    secrets: [...secrets, ...(await knownSecrets(record.site, process.env))],
    readEvidence: folder.readEvidence,
    pseudonyms: pseudonymise ? await readPseudonyms(folder.folder) : null,
  };
  const written = await writeBundle(input, path, { pseudonymise });
  if (!written.ok) {
    door.complain(written.problem);
    return false;
  }
  const { bytes, files, claims, pseudonyms } = written.value;
  const kept = pseudonyms === null ? null : await keepPseudonyms(folder.folder, pseudonyms);
  if (kept !== null && !kept.ok) door.complain(kept.problem);
  door.say('cli:bundle.written', { path: written.value.path, files, bytes, claims });
  return true;
};
