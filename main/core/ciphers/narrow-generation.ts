import { Generation } from '../model/cipher-report';

/** Something seen that leaves these generations possible. */
export interface GenerationSign {
  readonly leaves: readonly Generation[];
}

/**
 * What all signs together leave, and those that narrowed it. Signs narrow in their order; one that contradicts all
 * before it is left out.
 */
export const narrowGenerations = <Sign extends GenerationSign>(signs: readonly Sign[]) => {
  let left: readonly Generation[] = Generation.options;
  const used: Sign[] = [];
  for (const sign of signs) {
    const both = left.filter((one) => sign.leaves.includes(one));
    if (both.length === 0 || both.length === left.length) continue;
    left = both;
    used.push(sign);
  }
  return { left, used };
};

/** The nearest of those that are possible to the one that the release suggests. */
export const nearestGeneration = (left: readonly Generation[], wanted: Generation): Generation => {
  const place = (one: Generation) => Generation.options.indexOf(one);
  const [found] = left.toSorted(
    (one, other) => Math.abs(place(one) - place(wanted)) - Math.abs(place(other) - place(wanted)),
  );
  return found ?? wanted;
};
