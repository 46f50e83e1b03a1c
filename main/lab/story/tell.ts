import { appliancesOf, type LabModel } from '../model';
import { bringBack, release } from './backward';
import { type Desk, deskOf, writerOf } from './desk';
import { fill, handOver, handOverSpam } from './forward';
import { keptMail, ordinaryMail, quarantinedMail } from './incoming';
import { crash } from './turned-away';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

/** The story begins an hour and a half before `now`, half an hour before the fault. */
export const STORY_MINUTES = 90;
const ROTATED_MINUTES = 45;

/** Minutes before `now`. The last ones are close, so that a working direction shows a fresh success. */
const QUARANTINED = [86, 79, 71, 64, 57, 49, 42, 34, 26, 18, 11, 5];
const ORDINARY = [88, 75, 62, 52, 44, 31, 22, 14, 7, 2];
const RELEASED = [68, 55, 40, 24, 12, 3.5];
const SPAM = [82, 60.5, 38, 16, 4.5];
/** When a destination that was down is tried again. */
const RETRIED = [56, 55, 53, 50, 46, 41, 35, 28, 20, 13, 8, 4, 1.5];

export interface Story {
  readonly now: number;
  readonly begin: number;
  /** When the saved log file ends and the current one begins. */
  readonly rotated: number;
  readonly desks: Readonly<Record<string, Desk>>;
  /** When the next attempt of a story that goes on happens; null while nobody follows it. */
  readonly growth: { next: number | null };
}

interface Happening {
  readonly at: number;
  readonly happens: () => void;
}

/**
 * Tells what the appliances did up to `now`: their log lines, queues and counters, all from the model.
 * The same model gives the same story.
 */
export const tell = (model: LabModel): Story => {
  const desks = Object.fromEntries(appliancesOf(model).map((one, at) => [one.name, deskOf(one, at)]));
  for (const esa of model.integrating ? [] : model.esas)
    fill(desk(desks, model.sma.name), desk(desks, esa.name), model.now - DAY);
  for (const { happens } of happenings(model, desks)) happens();
  for (const desk of Object.values(desks)) desk.lines.sort((one, other) => one.at - other.at);
  return {
    now: model.now,
    begin: model.now - STORY_MINUTES * MINUTE,
    rotated: model.now - ROTATED_MINUTES * MINUTE,
    desks,
    growth: { next: null },
  };
};

const happenings = (model: LabModel, desks: Readonly<Record<string, Desk>>): Happening[] => {
  const sma = desk(desks, model.sma.name);
  const all = model.esas.flatMap((esa, at) => ofEsa(model, desk(desks, esa.name), sma, 7 * at * SECOND));
  if (model.sma.receivingSuspended) all.push(suspension(model, sma));
  return all.filter(({ at }) => at < model.now - MINUTE).sort((one, other) => one.at - other.at);
};

const desk = (desks: Readonly<Record<string, Desk>>, name: string): Desk => {
  const found = desks[name];
  if (!found) throw new Error(`no desk for ${name}`);
  return found;
};

const suspension = (model: LabModel, sma: Desk): Happening => ({
  at: model.since,
  happens: () => writerOf(sma, model.since)(0, 'Receiving suspended.'),
});

const ofEsa = (model: LabModel, esa: Desk, sma: Desk, shift: number): Happening[] => {
  const each = (minutes: readonly number[], happens: (at: number) => void): Happening[] =>
    minutes.map((minute) => {
      const at = model.now - minute * MINUTE + shift;
      return { at, happens: () => happens(at) };
    });
  return [
    ...each(ORDINARY, (at) => ordinaryMail(esa, at)),
    ...each(QUARANTINED, (at) => quarantine(model, esa, sma, at)),
    ...each(RETRIED, (at) => retry(model, esa, sma, at)),
    ...each(RELEASED, (at) => releaseOne(model, esa, sma, at)),
    ...each(SPAM, (at) => {
      if (!model.sma.receivingSuspended || at < model.since) handOverSpam(esa, sma, at);
    }),
    ...rush(model, esa, sma, shift),
    ...crashes(model, esa),
  ];
};

const quarantine = (model: LabModel, esa: Desk, sma: Desk, at: number): void => {
  if (model.integrating || (!esa.appliance.centralised && at >= model.since)) {
    keptMail(esa, at);
    return;
  }
  quarantinedMail(esa, at);
  const busy = model.rush !== null && at >= model.since;
  if (!busy && !esa.down.has(sma.appliance.name)) handOver(model, esa, sma, at + 4 * SECOND);
};

/** A component that crashes at each hand-over, the last time after the newest message. */
const crashes = (model: LabModel, esa: Desk): Happening[] =>
  (esa.appliance.odd.crashes === 'quarantine' ? [45, 30, 15, 2.5] : []).map((minute) => {
    const at = model.now - minute * MINUTE;
    return { at, happens: () => crash(esa, at, 'quarantine') };
  });

const retry = (model: LabModel, esa: Desk, sma: Desk, at: number): void => {
  if (esa.down.has(sma.appliance.name)) handOver(model, esa, sma, at);
  if (sma.down.has(esa.appliance.name)) bringBack(model, sma, esa, at + 2 * SECOND);
};

const releaseOne = (model: LabModel, esa: Desk, sma: Desk, at: number): void => {
  release(model, sma, esa, at);
  if (!sma.down.has(esa.appliance.name)) bringBack(model, sma, esa, at + SECOND);
};

/** Messages that come faster than one slow connection after another carries them away. */
const rush = (model: LabModel, esa: Desk, sma: Desk, shift: number): Happening[] => {
  if (!model.rush) return [];
  const { everyMs } = model.rush;
  const from = model.since + shift;
  const arrivals = Array.from({ length: Math.floor((model.now - from) / everyMs) }, (_, at) => from + at * everyMs);
  const connections = Array.from({ length: Math.floor((model.now - from) / MINUTE) }, (_, at) => from + at * MINUTE);
  return [
    ...arrivals.map((at) => ({ at, happens: () => quarantinedMail(esa, at) })),
    ...connections.map((at) => ({ at: at + 5 * SECOND, happens: () => handOver(model, esa, sma, at + 5 * SECOND) })),
  ];
};
