import { app } from 'electron';
import type { BundleInput } from '../bundle';
import { readPseudonyms } from '../cases';
import { catalogues, wordsIn } from '../core/texts';
import { knownSecrets } from '../run/known-secrets';
import type { CaseSession } from './case-session';
import type { Desk } from './desk';
import { readSettings } from './settings';

/** The case as the bundle room wants it: in the language of the window, with every secret that must not be in it. */
export const bundleInput = async (
  { rooms }: Desk,
  session: CaseSession,
  pseudonymise: boolean,
): Promise<BundleInput> => {
  const { record } = session;
  const { language } = await readSettings(rooms.settingsPath, app.getLocale());
  return {
    record,
    words: wordsIn(language, catalogues[language]),
    toolVersion: app.getVersion(),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    secrets: [...session.logins.all(), ...(await knownSecrets(record.site, process.env))],
    readEvidence: (path) => rooms.store.readEvidence(record.id, path),
    pseudonyms: pseudonymise ? await readPseudonyms(rooms.store.folder(record.id)) : null,
  };
};
