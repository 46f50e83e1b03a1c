import { app } from 'electron';
import type { Handlers } from '../../../preload/contract';
import { bad, type ChangePlanDocument, good, problem, type Result } from '../../core/model';
import { changePlanDocument, changePlanMarkdown } from '../../core/report';
import { catalogues, type Words, wordsIn } from '../../core/texts';
import { writeAtomically } from '../../disk';
import type { CaseSession } from '../case-session';
import type { Desk } from '../desk';
import type { AskWhere } from '../dialogs';
import { readSettings } from '../settings';

const wordsOf = async ({ rooms }: Desk): Promise<Words> => {
  const { language } = await readSettings(rooms.settingsPath, app.getLocale());
  return wordsIn(language, catalogues[language]);
};

const planned = ({ record }: CaseSession, causes: readonly string[], words: Words): ChangePlanDocument =>
  changePlanDocument(record, causes, words);

/** Asks for the place and writes the plan there as Markdown, whole or not at all. */
const save = async (
  desk: Desk,
  session: CaseSession,
  causes: readonly string[],
  askWhere: AskWhere,
): Promise<Result<{ name: string } | null>> => {
  const words = await wordsOf(desk);
  const text = changePlanMarkdown(planned(session, causes, words), words);
  const path = await askWhere(`change-plan-${session.record.id}.md`, 'Markdown');
  if (path === null) return good(null);
  const written = await writeAtomically(path, text);
  return written.ok ? good({ name: path }) : bad(problem(written.code, path, { detail: written.detail }));
};

export const changePlanHandlers = (desk: Desk, askWhere: AskWhere): Handlers['changePlan'] => ({
  read: ({ id, causes }) => desk.on(id, async (session) => good(planned(session, causes, await wordsOf(desk)))),
  save: ({ id, causes }) => desk.on(id, (session) => save(desk, session, causes, askWhere)),
});
