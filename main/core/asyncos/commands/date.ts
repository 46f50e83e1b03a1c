import { command, type Reading } from '../command';
import { moment } from '../moment';
import { readBy } from '../sift';

export interface ApplianceDate {
  readonly at: string | null;
  readonly text: string;
}

const readDate = (text: string): Reading<ApplianceDate> => {
  const seen: string[] = [];
  return readBy(
    text,
    () => [{ test: /^[A-Z][a-z]{2} [A-Z][a-z]{2} +\d{1,2} \d\d:\d\d:\d\d .*$/, take: (found) => seen.push(found[0]) }],
    () => (seen[0] === undefined ? null : { at: moment(seen[0]), text: seen[0] }),
  );
};

/** The appliance's clock, to put two logs side by side. Its form is inferred. */
export const date = command({
  name: 'date',
  words: ['date'],
  arguments: [],
  on: ['esa', 'sma'],
  prompts: [],
  deadlineMs: 20_000,
  pasteable: true,
  harmless: 'prints the time',
  source: 'CLI Reference Guide (recalled)',
  sample: 'date.txt',
  read: readDate,
});
