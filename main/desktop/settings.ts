import { dirname } from 'node:path';
import { Settings } from '../../preload/contract';
import { bad, good, problem, type Result } from '../core/model';
import { makeFolder, readBounded, writeAtomically } from '../disk';

const LARGEST = 64 * 1024;

/** The language of the machine where it is one of ours. */
const settingsFor = (locale: string): Settings => ({
  language: locale.toLowerCase().startsWith('fr') ? 'fr' : 'en',
  theme: 'system',
});

const parsed = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
};

/** Answers the kept settings, or those of the machine when there are none that can be read. */
export const readSettings = async (path: string, locale: string): Promise<Settings> => {
  const read = await readBounded(path, LARGEST);
  const kept = Settings.safeParse(read.ok ? parsed(read.bytes) : null);
  return kept.success ? kept.data : settingsFor(locale);
};

/** Keeps the settings; a disk that refuses is a problem with the disk's word (`disk-full`, …). */
export const writeSettings = async (path: string, settings: Settings): Promise<Result<Settings>> => {
  // What could not be made shows in the write that follows.
  await makeFolder(dirname(path));
  const written = await writeAtomically(path, `${JSON.stringify(settings, null, 2)}\n`);
  return written.ok ? good(settings) : bad(problem(written.code, path, { detail: written.detail }));
};
