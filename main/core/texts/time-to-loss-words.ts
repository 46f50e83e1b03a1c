import type { TimeToLoss } from '../model';
import type { Words } from './words';

const KEY = 'advice:timeToLoss';

/** `2026-11-27 05:40`, with whose clock it is. */
const minuteOf = (at: string, words: Words): string =>
  words.say(`${KEY}.${at.endsWith('Z') ? 'utc' : 'local'}`, { at: at.slice(0, 16).replace('T', ' ') });

const firstLine = (one: TimeToLoss, words: Words): string => {
  const said = { initiator: one.initiator, waiting: one.waiting, host: one.host };
  if (one.firstLossAt !== null && one.bound !== null)
    return words.say(`${KEY}.${one.bound}`, { ...said, at: minuteOf(one.firstLossAt, words) });
  const missing = one.missing.map((key) => words.say(`${KEY}.missing.${key}`)).join(', ');
  return words.say(`${KEY}.unknown`, { ...said, missing });
};

/** When messages would be lost, in words: a line each, then what it rests on and what is lost already. */
export const timeToLossWords = (all: readonly TimeToLoss[], words: Words): string[] => {
  const [known] = all.filter((one) => one.firstLossAt !== null);
  const lost = all.filter((one) => (one.bounced ?? 0) > 0);
  const hours = Math.round((known?.limit.seconds ?? 0) / 3600);
  return [
    ...all.map((one) => firstLine(one, words)),
    ...(known === undefined ? [] : [words.say(`${KEY}.basis`, { hours, attempts: known.limit.attempts })]),
    ...lost.map(({ host, bounced }) => words.say(`${KEY}.bounced`, { host, count: bounced ?? 0 })),
  ];
};
