import { checkNamed } from '../../checks';
import type { Diagnosis, Finding, FootprintEntry } from '../../model';
import { becauseOf, titleOf, type Words } from '../../texts';
import { doneInWords } from '../document';
import { type Place, placeOf } from '../place';

/** One line of the lists behind the causes. */
export interface FindingRow {
  readonly code: string;
  readonly title: string;
  readonly between: string;
  readonly because: string;
  readonly place: Place | null;
  readonly cheapest: string;
}

export const betweenOf = ({ appliances, flow }: Finding): string =>
  (flow === 'esa-to-sma' ? appliances : [...appliances].reverse()).join(' → ');

/** What would decide it, by name and, where it is one, by command. */
export const checkText = (id: string, words: Words): string => {
  const name = words.say(`checks:check.${id}.name`);
  const command = checkNamed(id)?.command ?? null;
  return command === null ? name : `${name} (${command})`;
};

const rowOf = (findings: readonly Finding[], words: Words): FindingRow[] => {
  const [first] = findings;
  if (first === undefined) return [];
  const [proof] = first.evidence.length > 0 ? first.evidence : first.against;
  const [ask] = first.ask;
  const more = findings.length - 1;
  return [
    {
      code: first.code,
      title: titleOf(first.code, words),
      between: more === 0 ? betweenOf(first) : words.say('report:andPairs', { between: betweenOf(first), count: more }),
      because: becauseOf(first, words),
      place: proof === undefined ? null : placeOf(proof.source, proof.vantage),
      cheapest: ask === undefined ? '' : checkText(ask, words),
    },
  ];
};

/** One row a cause; the other pairs of appliances are counted. */
export const rowsOf = (findings: readonly Finding[], words: Words): FindingRow[] => {
  const byCode = new Map<string, Finding[]>();
  for (const one of findings) byCode.set(one.code, [...(byCode.get(one.code) ?? []), one]);
  return [...byCode.values()].flatMap((group) => rowOf(group, words));
};

export const isPresent = (one: Finding): boolean =>
  (one.status === 'confirmed' || one.status === 'suspected') && !one.history;

/** Present causes that are not roots: what follows from one, with its name. */
export const consequencesIn = ({ findings, primary }: Diagnosis): Finding[] =>
  findings.filter((one) => isPresent(one) && (one.consequenceOf !== null || !primary.includes(one.code)));

export interface FootprintRow {
  readonly at: string;
  readonly to: string;
  readonly what: string;
  readonly leaves: string;
}

const didOf = (whats: readonly string[], words: Words): string => {
  const commands = whats.filter((what) => what.startsWith('command:')).map((what) => what.slice('command:'.length));
  if (commands.length > 1)
    return words.say('report:commands', { command: commands.join(', '), count: commands.length });
  return whats.map((what) => doneInWords(what, words)).join(', ');
};

const footprintRow = (group: readonly FootprintEntry[], words: Words): FootprintRow[] => {
  const [first] = group;
  if (first === undefined) return [];
  const { at, to, leaves } = first;
  const left = words.say(`checks:leaves.${leaves}`);
  const what = didOf(
    group.map((one) => one.what),
    words,
  );
  return [
    {
      at,
      to,
      what,
      leaves: group.length === 1 ? left : words.say('report:times', { what: left, count: group.length }),
    },
  ];
};

/** The footprint ledger in words: the commands sent to one appliance together, everything else a row each. */
export const footprintRows = (entries: readonly FootprintEntry[], words: Words): FootprintRow[] => {
  const groups = new Map<string, FootprintEntry[]>();
  for (const [index, entry] of entries.entries()) {
    const id = entry.what.startsWith('command:') ? `${entry.to}\0${entry.leaves}` : String(index);
    groups.set(id, [...(groups.get(id) ?? []), entry]);
  }
  return [...groups.values()].flatMap((group) => footprintRow(group, words));
};
