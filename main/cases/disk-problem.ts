import { type Problem, problem } from '../core/model';
import type { Failed, ReadFault, WriteFault } from '../disk';

/** A failed write or read of the disk room as a problem that names the file. */
export const diskProblem = ({ code, detail }: Failed<WriteFault | ReadFault>, where: string): Problem =>
  problem(code, where, { detail });
