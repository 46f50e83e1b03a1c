import { explainLine } from '../logs';
import type { ExplainedLine, ExplainReport } from '../model';
import { titleOf, type Words } from '../texts';

/** Log lines of more than this say nothing more to a reader; `logs` is for whole files. */
export const MOST_EXPLAINED = 10_000;

const causeSentence = (cause: ExplainedLine['cause'], words: Words): string[] =>
  cause === null
    ? []
    : [words.say(`loglines:shared.${cause.decides ? 'names' : 'hints'}`, { cause: titleOf(cause.code, words) })];

/** One log line in the words of a language. Never throws; an unknown line is said to be unknown. */
export const explainedLine = (text: string, words: Words): ExplainedLine => {
  const { parts, ...line } = explainLine(text);
  const sentences = parts.map(({ key, params }) => words.say(`loglines:${key}`, params));
  return { ...line, says: [...sentences, ...causeSentence(line.cause, words)].join(' ') };
};

/** The document of `explain`: each line that is not blank, at most `MOST_EXPLAINED` of them. */
export const explainReport = (lines: readonly string[], words: Words): ExplainReport => {
  const wanted = lines.filter((line) => line.trim() !== '');
  return {
    schema: 'cpq-doctor/explain/1',
    lines: wanted.slice(0, MOST_EXPLAINED).map((line) => explainedLine(line, words)),
    leftOut: Math.max(0, wanted.length - MOST_EXPLAINED),
  };
};
