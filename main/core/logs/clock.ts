import type { Head } from './head';
import { civilOf, DAY, type Moment } from './stamp';

/** Turns stamps of one file into moments: keeps the running offset from UTC that the header gave. */
export interface Clock {
  east: number | null;
  local: number | null;
  /** Year of the file's last change, for syslog stamps that have none. */
  readonly modified: Moment | null;
  year: number | null;
}

export const newClock = (modified: Moment | null): Clock => ({ east: null, local: null, modified, year: null });

const HOUR = 3600;

/** Clocks change in the small hours between Friday and Sunday, in spring and autumn, everywhere that still does it. */
const mayChange = (local: number): boolean => {
  const { month, hour } = civilOf(local);
  const weekday = (((Math.floor(local / DAY) + 4) % 7) + 7) % 7;
  return [3, 4, 9, 10, 11].includes(month) && [0, 5, 6].includes(weekday) && hour <= 4;
};

/**
 * A stamp that falls back by 55 to 65 minutes in such a night is the end of summer time; smaller steps are NTP
 * (section 1, clock and DST). Whether AsyncOS writes a new header then is unsourced.
 */
const watchFallBack = (clock: Clock, local: number): void => {
  const back = (clock.local ?? local) - local;
  if (clock.east !== null && back >= HOUR - 300 && back <= HOUR + 300 && mayChange(local)) clock.east -= HOUR;
  clock.local = local;
};

/** Without year: that of the file's last change, one less for a date that would lie after it. */
const localOf = (clock: Clock, head: Head): number | null => {
  if (head.local !== null) clock.year = civilOf(head.local).year;
  if (head.local !== null || head.inYear === null) return head.local;
  const year = clock.modified === null ? clock.year : civilOf(clock.modified.seconds).year;
  if (year === null) return null;
  const local = head.inYear(year);
  return clock.modified !== null && local > clock.modified.seconds + DAY ? head.inYear(year - 1) : local;
};

/** The moment of a line: zoned where the offset from UTC is known. Null: the line carries no usable stamp. */
export const momentAt = (clock: Clock, head: Head): Moment | null => {
  const local = localOf(clock, head);
  if (local === null) return null;
  if (head.zone !== null) return { seconds: local - head.zone, zoned: true };
  watchFallBack(clock, local);
  return clock.east === null ? { seconds: local, zoned: false } : { seconds: local - clock.east, zoned: true };
};
