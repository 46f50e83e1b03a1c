import type { LabModel } from '../model';
import { bringBack, release } from './backward';
import type { Desk, Line } from './desk';
import { handOver } from './forward';
import { quarantinedMail } from './incoming';
import type { Story } from './tell';

const FIRST_MS = 1000;
const EVERY_MS = 4000;
/** A message is received and filtered before its connection opens. */
const BEFORE_MS = 4000;

const desksOf = (model: LabModel, { desks }: Story): { readonly sma: Desk; readonly esas: readonly Desk[] } | null => {
  const sma = desks[model.sma.name];
  const esas = model.esas.flatMap(({ name }) => desks[name] ?? []);
  return sma && esas.length === model.esas.length ? { sma, esas } : null;
};

const attempts = (model: LabModel, sma: Desk, esa: Desk, at: number): void => {
  quarantinedMail(esa, at - BEFORE_MS);
  handOver(model, esa, sma, at);
  release(model, sma, esa, at);
  bringBack(model, sma, esa, at + 500);
};

/**
 * Lets the story go on until `at`, in place, as the model says: both directions of every ESA are tried every 4 seconds,
 * the first time a second after the first call. What a slow attempt writes may lie a little behind `at`.
 */
export const grow = (model: LabModel, story: Story, at: number): void => {
  const found = desksOf(model, story);
  if (found === null) return;
  story.growth.next ??= at + FIRST_MS;
  while (story.growth.next <= at) {
    for (const esa of found.esas) attempts(model, found.sma, esa, story.growth.next);
    story.growth.next += EVERY_MS;
  }
};

/** The lines of a desk that are due and not among those `seen`, in the order of their time; they count as seen now. */
export const newLines = ({ lines }: Desk, seen: Set<Line>, at: number): Line[] => {
  const due = lines.filter((line) => line.at <= at && !seen.has(line));
  for (const line of due) seen.add(line);
  return due.sort((one, other) => one.at - other.at);
};
