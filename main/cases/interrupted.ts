import type { CaseRecord } from '../core/model';

/** A run that began and never ended: its observations are kept, and the run can go on. */
export const isInterrupted = ({ run }: CaseRecord): boolean => run !== null && run.endedAt === null;
