import type { Change, ComparedFinding, Outlook } from '../../model';
import { titleOf, type Words } from '../../texts';

const KEY = 'advice:outlook';

const changeText = (change: Change, words: Words): string => {
  const { kind, ...params } = change;
  return words.say(`${KEY}.change.${kind}`, params);
};

const pathOf = ({ direction, appliances }: ComparedFinding): string =>
  (direction === 'esa-to-sma' ? appliances : [...appliances].reverse()).join(' → ');

/** A cause once, with every path it is about. */
const namesOf = (rows: readonly ComparedFinding[], words: Words): string => {
  const paths = new Map<string, string[]>();
  for (const row of rows) paths.set(row.code, [...(paths.get(row.code) ?? []), pathOf(row)]);
  return [...paths].map(([code, all]) => `${titleOf(code, words)} (${all.join(', ')})`).join('; ');
};

/** The prediction in words: what was changed on paper, then what goes, stays, breaks and is not known. */
export const outlookLines = (outlook: Outlook | null, words: Words): string[] => {
  if (outlook === null) return [words.say(`${KEY}.notComputable`)];
  const line = (key: 'goes' | 'stays' | 'breaks' | 'unknown') =>
    outlook[key].length === 0 ? [] : [words.say(`${KEY}.${key}`, { causes: namesOf(outlook[key], words) })];
  const changes = outlook.changes.map((one) => changeText(one, words)).join('; ');
  return [
    words.say(`${KEY}.if`, { changes }),
    ...line('goes'),
    ...line('stays'),
    ...(outlook.breaks.length === 0 ? [words.say(`${KEY}.nothingBreaks`)] : line('breaks')),
    ...line('unknown'),
    words.say(`${KEY}.basis`),
  ];
};
