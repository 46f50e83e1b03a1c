import { useEffect, useState } from 'react';
import type { FindingEvidence } from '../../../main/core/model';
import { linesAround } from '../../actions/evidence';
import type { QuotedLine } from '../../parts/quote/quote';

const alone = (piece: FindingEvidence, line: number | null): QuotedLine[] =>
  piece.quote.split('\n').map((text, index) => ({ line: line === null ? null : line + index, text, decisive: true }));

type Around = { key: string; lines: { line: number; text: string }[] };

/** The quote with one line of context each side where the raw evidence still has them; else the quote alone. */
export const useContextLines = (id: string, piece: FindingEvidence, line: number | null): QuotedLine[] => {
  const [around, setAround] = useState<Around | null>(null);
  const { observation, source } = piece;
  const key = `${id} ${observation} ${source}`;
  useEffect(() => {
    if (line === null) return;
    let current = true;
    void linesAround(id, { observation, source }, line, 1).then((reply) => {
      if (current && reply.ok) setAround({ key, lines: reply.value });
    });
    return () => {
      current = false;
    };
  }, [id, observation, source, line, key]);
  const quoted = alone(piece, line);
  if (around === null || around.key !== key || !around.lines.some((one) => one.line === line)) return quoted;
  const last = (line ?? 0) + quoted.length - 1;
  // An empty line beside the quote explains nothing.
  const beside = around.lines.filter((one) => one.text.trim() !== '');
  const before = beside.filter((one) => one.line < (line ?? 0));
  const after = beside.filter((one) => one.line > last);
  const context = (one: { line: number; text: string }): QuotedLine => ({ ...one, decisive: false });
  return [...before.map(context), ...quoted, ...after.map(context)];
};
