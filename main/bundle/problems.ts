import { bad, type Problem, problem } from '../core/model';
import type { Failed, WriteFault } from '../disk';

/** Why a bundle was not written, with the folder or file that refused it. */
export const notWritten = ({ code, detail }: Failed<WriteFault>, path: string): Problem =>
  problem(`bundle-${code}`, path, { detail });

/** Why a file was not accepted as a bundle. */
export const refused = (code: string, path: string, params: Record<string, string | number> = {}) =>
  bad(problem(`bundle-${code}`, path, params));
