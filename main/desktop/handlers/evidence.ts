import type { Handlers } from '../../../preload/contract';
import { bad, good, type Observation, problem, type Result } from '../../core/model';
import type { CaseSession } from '../case-session';
import type { Desk } from '../desk';
import { fileOfQuote, type Line, linesOf, linesOfFile } from '../source-lines';

interface Place {
  readonly line: number;
  readonly around: number;
}

const observationOf = ({ record }: CaseSession, id: string): Result<Observation> => {
  const found = record.observations.find((one) => one.id === id);
  return found === undefined ? bad(problem('observation-unknown', id)) : good(found);
};

/** Raw text of a check is in the case; logs and configurations stay where the engineer has them. */
const linesAround = async (
  desk: Desk,
  session: CaseSession,
  observation: Observation,
  { line, around }: Place,
): Promise<Result<Line[]>> => {
  const window = { from: Math.max(1, line - around), to: line + around };
  if (observation.evidence === null) {
    const path = fileOfQuote(session.record.site, observation, line);
    return path === null ? bad(problem('evidence-missing', observation.id)) : await linesOfFile(path, window);
  }
  const bytes = await desk.rooms.store.readEvidence(session.record.id, observation.evidence);
  return bytes.ok ? good(linesOf(new TextDecoder().decode(bytes.value), window)) : bytes;
};

export const evidenceHandlers = (desk: Desk): Handlers['evidence'] => ({
  lines: ({ id, observation, ...place }) =>
    desk.on(id, async (session) => {
      const found = observationOf(session, observation);
      return found.ok ? await linesAround(desk, session, found.value, place) : found;
    }),
});
