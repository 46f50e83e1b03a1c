import type { BundlePreview, Handlers } from '../../../preload/contract';
import { previewBundle, writeBundle } from '../../bundle';
import { keepPseudonyms } from '../../cases';
import { good, type Result } from '../../core/model';
import { bundleInput } from '../bundle-input';
import type { CaseSession } from '../case-session';
import type { Desk } from '../desk';
import type { AskWhere } from '../dialogs';

type Made = { name: string; bytes: number; files: number } | null;

const preview = async (desk: Desk, session: CaseSession, pseudonymise: boolean): Promise<Result<BundlePreview>> => {
  const seen = await previewBundle(await bundleInput(desk, session, pseudonymise), { pseudonymise });
  if (!seen.ok) return seen;
  const { name, files, redactions } = seen.value;
  return good({ name, files: [...files], redactions: [...redactions] });
};

/** Asks for the place, writes, checks; the table of pseudonyms stays in the case folder, on this laptop. */
const make = async (
  desk: Desk,
  session: CaseSession,
  pseudonymise: boolean,
  askWhere: AskWhere,
): Promise<Result<Made>> => {
  const seen = await preview(desk, session, pseudonymise);
  if (!seen.ok) return seen;
  const path = await askWhere(seen.value.name);
  if (path === null) return good(null);
  const written = await writeBundle(await bundleInput(desk, session, pseudonymise), path, { pseudonymise });
  if (!written.ok) return written;
  const { bytes, files, pseudonyms } = written.value;
  const folder = desk.rooms.store.folder(session.record.id);
  const kept = pseudonyms === null ? good(null) : await keepPseudonyms(folder, pseudonyms);
  session.noteBundle({ name: path, at: desk.rooms.now().toISOString(), bytes });
  return kept.ok ? good({ name: path, bytes, files }) : kept;
};

export const bundleHandlers = (desk: Desk, askWhere: AskWhere): Handlers['bundle'] => ({
  preview: ({ id, pseudonymise }) => desk.on(id, (session) => preview(desk, session, pseudonymise)),
  make: ({ id, pseudonymise }) => desk.on(id, (session) => make(desk, session, pseudonymise, askWhere)),
});
