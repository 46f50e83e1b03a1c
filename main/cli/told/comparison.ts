import type { ComparisonDocument } from '../../core/model';
import { titleOf, type Words } from '../../core/texts';

const KEY = 'advice:comparison';
type Row = ComparisonDocument['fixed'][number];

const pathOf = ({ direction, appliances }: Row): string =>
  (direction === 'esa-to-sma' ? appliances : [...appliances].reverse()).join(' > ');

const rowLines = (row: Row, words: Words): string[] => {
  const state = (one: Row['before']) => words.say(`${KEY}.state.${one ?? 'none'}`);
  const said = { title: row.title, path: pathOf(row), before: state(row.before), after: state(row.after) };
  const reason = row.why === null ? row.because : words.say(`${KEY}.why.${row.why}`);
  return [
    `  ${words.say(`${KEY}.row`, said)}`,
    `      ${reason}`,
    ...(row.consequenceOf === null
      ? []
      : [`      ${words.say(`${KEY}.followsFrom`, { cause: titleOf(row.consequenceOf, words) })}`]),
  ];
};

const section = (key: 'fixed' | 'new' | 'same' | 'notCompared', document: ComparisonDocument, words: Words) =>
  document[key].length === 0
    ? []
    : ['', words.say(`${KEY}.${key}`), ...document[key].flatMap((row) => rowLines(row, words))];

const headLine = (which: 'before' | 'after', document: ComparisonDocument, words: Words): string => {
  const { name, startedAt, verdict } = document[which];
  const at = startedAt ?? words.say(`${KEY}.noTime`);
  return words.say(`${KEY}.${which}`, { name, at, verdict: words.say(`app:status.${verdict}`) });
};

/** A comparison for people: both runs, what is new and what stays first, then what is fixed, then what nobody can tell. */
export const comparisonLines = (document: ComparisonDocument, words: Words): string[] => {
  const seen = [document.fixed, document.new, document.same, document.notCompared].flat();
  return [
    headLine('before', document, words),
    headLine('after', document, words),
    ...(seen.length === 0 ? ['', words.say(`${KEY}.nothing`)] : []),
    ...(['new', 'same', 'fixed', 'notCompared'] as const).flatMap((key) => section(key, document, words)),
    ...(document.unchecked === 0 ? [] : ['', words.say(`${KEY}.unchecked`, { count: document.unchecked })]),
  ];
};
