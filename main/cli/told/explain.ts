import type { ExplainedLine, ExplainReport } from '../../core/model';
import type { Words } from '../../core/texts';

const markLine = ({ mark, source }: ExplainedLine, words: Words): string[] =>
  mark === null ? [] : [`  ${words.say(`cli:explain.mark.${mark}`, { source: source ?? '' })}`];

/** Each line with its meaning below it, and how well that is known. */
export const explainedLines = ({ lines }: ExplainReport, words: Words): string[] =>
  lines.flatMap((one) => [one.text, `  ${one.says}`, ...markLine(one, words), '']);
