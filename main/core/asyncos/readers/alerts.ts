import type { Reading } from '../command';
import type { Line } from '../lines';
import { readMoment } from '../moment';
import { outputOf } from '../output';
import { reading } from '../sift';

export interface StoredAlert {
  readonly at: string;
  readonly text: string;
}
export interface StoredAlerts {
  readonly empty: boolean;
  readonly alerts: readonly StoredAlert[];
}

const EMPTY = /^There are no alerts stored currently on the appliance/i;
const KNOWN = [EMPTY, /^Date and Time Stamp\b/i, /^(?:Alert )?Description$/i, /^-+$/];

/** An entry begins with its time; what follows without one belongs to it (descriptions wrap). */
const entriesOf = (lines: readonly Line[]): { alerts: StoredAlert[]; unread: Line[] } => {
  const alerts: StoredAlert[] = [];
  const unread: Line[] = [];
  for (const one of lines) {
    const text = one.text.trim();
    const begins = readMoment(text);
    const last = alerts.at(-1);
    if (begins) alerts.push({ at: begins.iso, text: text.slice(begins.length).trim() });
    else if (last) alerts[alerts.length - 1] = { at: last.at, text: `${last.text} ${text}`.trim() };
    else unread.push(one);
  }
  return { alerts, unread };
};

/** Reads `displayalerts`. The empty list is sourced, the layout of entries is recalled. */
export const readAlerts = (text: string): Reading<StoredAlerts> => {
  const output = outputOf(text);
  const heading = output.lines.some((one) => KNOWN.some((pattern) => pattern.test(one.text.trim())));
  const body = output.lines.filter((one) => !KNOWN.some((pattern) => pattern.test(one.text.trim())));
  const { alerts, unread } = entriesOf(body);
  const data = heading || alerts.length > 0 ? { empty: alerts.length === 0, alerts } : null;
  return reading(data, unread, output, text);
};
