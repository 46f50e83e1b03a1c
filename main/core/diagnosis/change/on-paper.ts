import type { z } from 'zod';
import type { Change, Observation, Quote, Site } from '../../model';

/** The site and what was seen of it, with a change made on paper only. */
export interface Paper {
  readonly site: Site;
  readonly observations: readonly Observation[];
}

/** A change to one kind of observation; null: what it saw is no longer known. */
export type Rewrite = (observation: Observation) => Observation | null;

/** Where a line stands that nobody has seen: it never leaves the prediction. */
const ON_PAPER: Omit<Quote, 'quote'> = { source: 'paper:change', line: null, sha256: '0'.repeat(64), at: null };

/** Whether a place is one of these lines. */
export const isOnPaper = (source: string): boolean => source === ON_PAPER.source;

/** The observation with other data, read by its check's schema, and with a line that would stand there then. */
export const rewritten = <Schema extends z.ZodType>(
  observation: Observation,
  schema: Schema,
  change: (data: z.infer<Schema>) => unknown,
  line: string | null = null,
): Observation => {
  const read = schema.safeParse(observation.data);
  if (!read.success) return observation;
  const quotes = line === null ? observation.quotes : [{ ...ON_PAPER, quote: line }, ...observation.quotes];
  return { ...observation, data: change(read.data), quotes: quotes.slice(0, 200) };
};

/** Applies the rewrites of their checks; every other observation stays as it is. */
export const rewrite = (
  observations: readonly Observation[],
  rewrites: Readonly<Record<string, Rewrite>>,
): readonly Observation[] =>
  observations.flatMap((one) => {
    const change = Object.hasOwn(rewrites, one.check) ? rewrites[one.check] : undefined;
    const changed = change === undefined ? one : change(one);
    return changed === null ? [] : [changed];
  });

/** The appliance a subject names: `sma1` of `sma1:7025`. */
export const isAbout = ({ subject }: Observation, appliance: string): boolean => subject.split(':')[0] === appliance;

export type Applied<Kind extends Change['kind']> = (paper: Paper, change: Extract<Change, { kind: Kind }>) => Paper;
