import type { Flow, Observation } from '../model';
import type { CheckDefinition } from './check';

/** An observation whose data has the shape its check promises. */
export type Typed<Data> = Omit<Observation, 'data'> & { readonly data: Data };

export interface Where {
  readonly vantage?: string;
  readonly peer?: string;
  readonly flow?: Flow;
  readonly subject?: string;
}

const matches = (observation: Observation, where: Where): boolean =>
  (where.vantage === undefined || observation.vantage === where.vantage) &&
  (where.peer === undefined || observation.peer === where.peer) &&
  (where.flow === undefined || observation.flow === where.flow) &&
  (where.subject === undefined || observation.subject === where.subject);

/**
 * The observations of a check that hold data, newest first. Data that does not fit the check's
 * schema (an older case file) is left out: it is as good as not asked.
 */
export const observed = <Data>(
  observations: readonly Observation[],
  of: CheckDefinition<Data>,
  where: Where = {},
): readonly Typed<Data>[] =>
  observations
    .filter((one) => one.check === of.id && one.data !== null && matches(one, where))
    .flatMap((one) => {
      const data = of.data.safeParse(one.data);
      return data.success ? [{ ...one, data: data.data }] : [];
    })
    .reverse();
