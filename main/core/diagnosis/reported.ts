import { observed } from '../checks';
import { alerts } from '../checks/alerts';
import type { EngineerSign } from '../checks/engineer-signs';
import { engineerWords } from '../checks/engineer-words';
import type { Appliance, MessageLife } from '../model';
import type { Cite, Situation } from './cause';
import { cite } from './judgement';
import { logsOf } from './signs';

const isNamed = (text: string, { name }: Appliance): boolean =>
  text
    .toLowerCase()
    .split(/[^a-z0-9._-]+/)
    .some((word) => word.replace(/[.:]+$/, '') === name.toLowerCase());

/** A line that names appliances of the site is about those; one that names none is about all. */
const isAbout = ({ site, esa, sma }: Situation, text: string): boolean => {
  const named = site.appliances.filter((one) => isNamed(text, one));
  return named.length === 0 || named.every((one) => one.name === esa.name || one.name === sma.name);
};

/** The newest words of the engineer that report this of the pair: a hint, never a proof. */
export const said = (situation: Situation, sign: EngineerSign): Cite[] =>
  observed(situation.observations, engineerWords)
    .slice(0, 1)
    .flatMap((seen) => {
      const lines = seen.data.signs.filter((one) => one.sign === sign && isAbout(situation, one.text));
      const cited = cite(seen, (quote) => lines.some((one) => one.line === quote.line));
      return lines.length === 0 ? [] : [cited];
    });

/** Stored alerts of an appliance that match; what alerts say about quarantines is in no source, so they hint. */
export const alerted = ({ observations }: Situation, appliance: Appliance, words: RegExp): Cite[] =>
  observed(observations, alerts, { vantage: appliance.name })
    .slice(0, 1)
    .flatMap((seen) => {
      const found = seen.data.alerts.filter((one) => words.test(one.text));
      const cited = cite(seen, ({ quote }) => found.some((one) => quote.includes(one.text.slice(0, 30))));
      return found.length === 0 ? [] : [cited];
    });

/** What an appliance's logs tell of messages outside of any connection, with how many they were. */
export const lifeIn = (
  situation: Situation,
  appliance: Appliance,
  what: MessageLife['what'],
): readonly { readonly count: number; readonly cite: Cite }[] =>
  logsOf(situation, appliance).flatMap((log) =>
    log.data.life
      .filter((one) => one.what === what)
      .map(({ count, quotes }) => ({
        count,
        cite: cite(log, ({ quote }) => quotes.some((one) => one.text === quote)),
      })),
  );
