import type { LabAppliance } from '../model';

export interface Line {
  readonly at: number;
  readonly body: string;
  readonly level?: 'Critical';
}

/** A message on its way. `origin` is the ESA that it came in through, `originally` its number there. */
export interface Mail {
  readonly mid: number;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly bytes: number;
  readonly at: number;
  readonly origin: string;
  readonly originally: number;
  attempts: number;
}

/** A quarantine connection that an appliance tried to open, and how much mail it would carry. */
export interface Attempted {
  readonly at: number;
  readonly from: LabAppliance;
  readonly to: LabAppliance;
  readonly bytes: number;
}

/** One appliance while the story is told: its log, its counters, what waits there. */
export interface Desk {
  readonly appliance: LabAppliance;
  readonly lines: Line[];
  /** The quarantine connections it tried to open. */
  readonly attempts: Attempted[];
  /** In the queue of the pseudo destination, oldest first. */
  waiting: Mail[];
  /** On the SMA: quarantined, not yet released. */
  held: Mail[];
  /** Destinations by their appliance's name that failed at the last attempt. */
  readonly down: Set<string>;
  mid: number;
  icid: number;
  dcid: number;
  received: number;
  /** Through the pseudo destination. */
  delivered: number;
  softBounced: number;
  hardBounced: number;
  /** Other mail delivered. */
  passedOn: number;
}

/** An appliance before the story: its counters begin where an older log would have ended. */
export const deskOf = (appliance: LabAppliance, at: number): Desk => ({
  appliance,
  lines: [],
  attempts: [],
  waiting: [],
  held: [],
  down: new Set(),
  mid: appliance.role === 'sma' ? 4400 : 9000 + at * 20_000,
  icid: appliance.role === 'sma' ? 76 : 5000 + at * 10_000,
  dcid: appliance.role === 'sma' ? 40 : 300 + at * 5000,
  received: 0,
  delivered: 0,
  softBounced: 0,
  hardBounced: 0,
  passedOn: 0,
});

export const nextMid = (desk: Desk): number => {
  desk.mid += 1;
  return desk.mid;
};
export const nextIcid = (desk: Desk): number => {
  desk.icid += 1;
  return desk.icid;
};
export const nextDcid = (desk: Desk): number => {
  desk.dcid += 1;
  return desk.dcid;
};

/** A writer of lines that begins at `at`; each call writes `seconds` later than `at`. */
export const writerOf =
  (desk: Desk, at: number) =>
  (seconds: number, body: string): void => {
    desk.lines.push({ at: at + seconds * 1000, body });
  };

/** Writes a line that is more than information. */
export const alarm = (desk: Desk, at: number, body: string): void => {
  desk.lines.push({ at, body, level: 'Critical' });
};
