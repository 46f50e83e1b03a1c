import type { Observation } from '../model';
import type { Cite } from './cause';
import { cite } from './judgement';

/** Of a probe's record the lines that a claim rests on, and no others: the first ones show only that it connected. */
const citing =
  (words: RegExp) =>
  (probe: Omit<Observation, 'data'>): Cite =>
    cite(probe, ({ quote }) => words.test(quote));

/** The alert that ended a handshake of this laptop. */
export const citeAlert = citing(/TLS: Alert fatal /);

/** STARTTLS not offered, or refused. */
export const citeStarttls = citing(/SMTP: starttls-/);

/** The masked greeting or keyword itself, or the prober's word for it. */
export const citeMask = citing(/\*{4}|X{4}|SMTP: smtp-inspected/);
