import type { Peek } from '../core/logs';
import type { Entry } from './entry';
import { linesOf } from './lines';
import type { Watch } from './watch';

/** Hands out lines one by one, without line ends of either kind. */
async function* singly(entry: Entry, watch: Watch): AsyncGenerator<string> {
  for await (const { lines } of linesOf(entry, watch)) for (const line of lines) yield line.replace(/\r+$/, '');
}

type Comparison = 'same' | 'first-is-prefix' | 'second-is-prefix' | 'different';

/** Compares two files line by line; the last line of the shorter one may be cut. */
const compare = async (one: AsyncGenerator<string>, other: AsyncGenerator<string>): Promise<Comparison> => {
  for (;;) {
    const [a, b] = [await one.next(), await other.next()];
    if (a.done && b.done) return 'same';
    if (a.done) return 'first-is-prefix';
    if (b.done) return 'second-is-prefix';
    if (a.value === b.value) continue;
    if (b.value.startsWith(a.value) && (await one.next()).done) return 'first-is-prefix';
    return a.value.startsWith(b.value) && (await other.next()).done ? 'second-is-prefix' : 'different';
  }
};

const compared = async (one: Entry, other: Entry, watch: Watch): Promise<Comparison> => {
  const [first, second] = [singly(one, watch), singly(other, watch)];
  try {
    return await compare(first, second);
  } catch {
    // A damaged file is no copy; reading it will say so.
    return 'different';
  } finally {
    await first.return(undefined);
    await second.return(undefined);
  }
};

/**
 * Which entries hold nothing but the beginning of another one: `.c` and `.current` are downloads of the same growing
 * file (TLSAN), so their lines count once. Only files with the same first line are compared.
 */
export const copiesAmong = async (
  entries: readonly Entry[],
  peeks: readonly Peek[],
  watch: Watch,
): Promise<ReadonlySet<number>> => {
  const copies = new Set<number>();
  for (const [index, peek] of peeks.entries())
    for (let earlier = 0; earlier < index; earlier += 1) {
      const [one, other] = [entries[earlier], entries[index]];
      if (!one || !other || peek.first === null || peeks[earlier]?.first !== peek.first) continue;
      if (copies.has(earlier) || copies.has(index) || watch.stopped() !== null) continue;
      const found = await compared(one, other, watch);
      if (found === 'first-is-prefix') copies.add(earlier);
      else if (found !== 'different') copies.add(index);
    }
  return copies;
};
