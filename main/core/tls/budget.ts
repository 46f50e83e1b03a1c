import type { TlsReport } from '../model';

/** What a probe will cost the listener, said before it begins. */
export type Budget = {
  readonly connections: number;
  /** Whether the number is an estimate; otherwise it is the most. */
  readonly about: boolean;
  /** Lines that so many connections leave in the listener's log. */
  readonly lines: number;
};

export type Asked = {
  readonly suites: readonly string[] | null;
  readonly forceAnonymous?: boolean | undefined;
  readonly inventory?: boolean | undefined;
  readonly limit?: number | undefined;
  readonly resume?: TlsReport | undefined;
};

/** What an inventory of a listener with everything switched on took (123, measured with OpenSSL 3.0). */
export const INVENTORY_CONNECTIONS = 120;

/** Its opening and its end at least (`New SMTP ICID`, `ICID n close`); which others it gets is not known. */
const LINES_EACH = 2;

/** The first question, and what its answer may leave open: the default offer one more, a given list two. */
const questions = ({ suites, forceAnonymous }: Asked): number => {
  if (forceAnonymous === false) return 1;
  return suites === null ? 2 : 3;
};

const expected = (asked: Asked): number => {
  const { resume, inventory } = asked;
  const versionsLeft = Object.keys(resume?.remaining ?? {}).length;
  if (resume) return versionsLeft === 0 ? 0 : Math.max(versionsLeft, INVENTORY_CONNECTIONS - resume.connections);
  return inventory === true ? INVENTORY_CONNECTIONS : questions(asked);
};

/**
 * How many connections a probe with these options makes. Of single questions it is the most that an unhindered probe
 * needs; a listener that turns us away is asked once more, which the report says. `limit` is never exceeded.
 */
export const budgetOf = (asked: Asked): Budget => {
  const estimate = expected(asked);
  const connections = Math.min(estimate, asked.limit ?? estimate);
  const about = connections < estimate ? false : asked.inventory === true && estimate > 0;
  return { connections, about, lines: connections * LINES_EACH };
};
