import type { Selection } from './selection';
import type { Suite } from './suite';

/** A place in the list that OpenSSL keeps while it reads a cipher string; `by` is the token that switched it on. */
export interface Place {
  readonly suite: Suite;
  readonly by: string | null;
}

type Places = readonly Place[];

const parted = (places: Places, chosen: (place: Place) => boolean): readonly [Places, Places] => [
  places.filter(chosen),
  places.filter((place) => !chosen(place)),
];

/** `WORD`: what is off and fits is switched on at the end. */
export const add = (places: Places, { adds }: Selection, by: string): Places => {
  const [chosen, rest] = parted(places, ({ suite, by: on }) => on === null && adds(suite));
  return [...rest, ...chosen.map(({ suite }) => ({ suite, by }))];
};

/** `+WORD`: what is on and fits moves to the end. */
export const move = (places: Places, picks: (suite: Suite) => boolean): Places => {
  const [chosen, rest] = parted(places, ({ suite, by }) => by !== null && picks(suite));
  return [...rest, ...chosen];
};

/** `-WORD` since 1.0.0: what fits is switched off and has the best places if it is added again. */
export const dropToFront = (places: Places, { picks }: Selection): Places => {
  const [chosen, rest] = parted(places, ({ suite, by }) => by !== null && picks(suite));
  return [...chosen.map(({ suite }) => ({ suite, by: null })), ...rest];
};

/** `-WORD` in 0.9.8: what fits is switched off where it stands. */
export const dropInPlace = (places: Places, { picks }: Selection): Places =>
  places.map((place) => (picks(place.suite) ? { suite: place.suite, by: null } : place));

/** `!WORD`: what fits is gone and cannot come back. */
export const kill = (places: Places, { picks }: Selection): Places => places.filter(({ suite }) => !picks(suite));

/** `@STRENGTH`: strongest first, the order within one strength kept. */
export const byStrength = (places: Places): Places => {
  const strengths = [...new Set(places.map(({ suite }) => suite.bits))].sort((left, right) => right - left);
  return strengths.reduce((sorted: Places, bits) => move(sorted, (suite) => suite.bits === bits), places);
};
