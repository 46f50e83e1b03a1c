import type { Handlers } from '../../../preload/contract';
import { bad, good, problem, type Quote, type Result } from '../../core/model';
import type { CaseSession } from '../case-session';
import type { Desk } from '../desk';
import { linesOfFile } from '../file-lines';
import { fileNamed, type Line, linesOf, placeIn, shownLine, stillHold, type Window } from '../source-lines';

interface Asked {
  readonly observation: string;
  readonly source: string;
  readonly line: number;
}

/** The quote that is asked about: the page can only name what was quoted. */
const quoteOf = ({ record }: CaseSession, { observation, source, line }: Asked): Result<Quote> => {
  const found = record.observations.find((one) => one.id === observation);
  if (found === undefined) return bad(problem('observation-unknown', observation));
  const quote = found.quotes.find((one) => one.source === source && one.line === line);
  return quote === undefined ? bad(problem('evidence-missing', source)) : good(quote);
};

/** Raw text of a check is in the case; logs and configurations stay where the engineer has them. */
const read = async (desk: Desk, { record }: CaseSession, place: string, window: Window): Promise<Result<Line[]>> => {
  if (!place.startsWith('evidence/')) {
    const path = fileNamed(record.site, place);
    return path === null ? bad(problem('evidence-missing', place)) : await linesOfFile(path, window);
  }
  const bytes = await desk.rooms.store.readEvidence(record.id, place);
  return bytes.ok ? good(linesOf(new TextDecoder().decode(bytes.value), window)) : bytes;
};

/** Packets are no lines of text: around a quoted one stand the others that were quoted of the same capture. */
const quotedAround = ({ record }: CaseSession, { observation, source }: Asked, { from, to }: Window): Line[] => {
  const file = placeIn(source);
  const quotes = record.observations.find((one) => one.id === observation)?.quotes ?? [];
  return quotes
    .filter((one) => placeIn(one.source) === file)
    .flatMap(({ line, quote }) => (line === null || line < from || line > to ? [] : [{ line, text: shownLine(quote) }]))
    .sort((one, other) => one.line - other.line);
};

/** The lines around a quote, and none where the quoted line itself is not found in its place any more. */
const linesAround = async (desk: Desk, session: CaseSession, asked: Asked, around: number): Promise<Result<Line[]>> => {
  const quote = quoteOf(session, asked);
  if (!quote.ok) return quote;
  const window = { from: Math.max(1, asked.line - around), to: asked.line + around };
  if (asked.source.startsWith('capture:')) return good(quotedAround(session, asked, window));
  const lines = await read(desk, session, placeIn(asked.source), window);
  if (!lines.ok || stillHold(lines.value, quote.value)) return lines;
  return bad(problem('evidence-missing', asked.source));
};

export const evidenceHandlers = (desk: Desk): Handlers['evidence'] => ({
  lines: ({ id, around, ...asked }) => desk.on(id, (session) => linesAround(desk, session, asked, around)),
});
