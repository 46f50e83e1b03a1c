import type { CaseView } from '../../preload/contract';
import { bad, problem, type Result } from '../core/model';
import type { CaseSession } from './case-session';

/** Takes over the site of a profile. */
export const importProfile = async (_session: CaseSession, name: string, _text: string): Promise<Result<CaseView>> =>
  bad(problem('not-built-yet', name));
