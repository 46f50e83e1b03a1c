import { basename, dirname } from 'node:path';
import { type CaseFolder, caseFolder, openStore } from '../cases';
import { bad, CaseId, good, problem, type Result } from '../core/model';
import { userData } from './user-data';

/** The case that the engineer names: a folder that holds one, or the id of one among this user's cases. */
export const findCase = async (named: string): Promise<Result<CaseFolder>> => {
  // `--case` is answered with its folder; the file in it names the same case.
  const here = caseFolder(basename(named) === 'case.json' ? dirname(named) : named);
  const opened = await here.open();
  if (opened.ok) return good(here);
  if (opened.problem.code !== 'case-missing') return opened;
  if (!CaseId.safeParse(named).success) return bad(problem('case-missing', named));
  const kept = caseFolder(openStore(userData()).folder(named));
  const again = await kept.open();
  if (again.ok) return good(kept);
  return again.problem.code === 'case-missing' ? bad(problem('case-missing', named)) : again;
};
