import type { Enabling, Prerequisite } from '../model';
import { titleOf } from './finding-words';
import type { Words } from './words';

const KEY = 'advice:enabling';

/** What a prerequisite asks for, in one sentence. */
export const prerequisiteText = (key: string, words: Words): string => words.say(`${KEY}.item.${key}`);

const rowOf = ({ key, state, code, ask }: Prerequisite, words: Words): string => {
  const row = words.say(`${KEY}.row`, {
    state: words.say(`${KEY}.state.${state}`),
    text: prerequisiteText(key, words),
  });
  if (code !== null) return `${row} ${titleOf(code, words)}.`;
  if (ask.length === 0) return row;
  const checks = ask.map((check) => words.say(`checks:check.${check}.name`)).join(', ');
  return `${row} (${words.say(`${KEY}.ask`, { checks })})`;
};

/** The way to the Enable button in words: a heading for each pair, a line for each prerequisite, then where to go on. */
export const enablingWords = (all: readonly Enabling[], words: Words) =>
  all.map(({ appliances, items, next }) => ({
    title: words.say(`${KEY}.heading`, { pair: appliances.join(' → ') }),
    lines: [
      ...items.map((one) => rowOf(one, words)),
      ...(next === null ? [] : [words.say(`${KEY}.next`, { text: prerequisiteText(next, words) })]),
      words.say(`${KEY}.patience`),
    ],
  }));
