/** A point in time in whole seconds; `zoned` false: local time of an appliance whose offset is not known. */
export interface Moment {
  readonly seconds: number;
  readonly zoned: boolean;
}

export const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
export const DAY = 86_400;

/** A local calendar time. `month` counts from 1. */
export interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** Days since 1970-01-01, after Howard Hinnant's days_from_civil: the core has no clock and no Date. */
const daysOf = ({ year, month, day }: Civil): number => {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
};

/** Seconds since 1970-01-01 00:00:00 of the same clock. */
export const secondsOf = (civil: Civil): number =>
  daysOf(civil) * DAY + civil.hour * 3600 + civil.minute * 60 + civil.second;

/** The calendar time of a count of seconds: the way back of `secondsOf`. */
export const civilOf = (seconds: number): Civil => {
  const days = Math.floor(seconds / DAY);
  const rest = seconds - days * DAY;
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const part = Math.floor((5 * dayOfYear + 2) / 153);
  const month = part < 10 ? part + 3 : part - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * part + 2) / 5) + 1,
    hour: Math.floor(rest / 3600),
    minute: Math.floor((rest % 3600) / 60),
    second: Math.floor(rest % 60),
  };
};

const two = (number: number): string => String(number).padStart(2, '0');

/** ISO 8601: `2026-06-04T07:00:07.000Z` where the offset is known, `2026-06-04T09:00:07` where it is not. */
export const isoOf = ({ seconds, zoned }: Moment): string => {
  const { year, month, day, hour, minute, second } = civilOf(seconds);
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  return `${date}T${two(hour)}:${two(minute)}:${two(second)}${zoned ? '.000Z' : ''}`;
};

const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?(?:(Z)|([+-])(\d\d):?(\d\d))?$/i;

/** Reads an ISO time, with or without zone, with or without time of day; null when it is none. */
export const momentOf = (text: string): Moment | null => {
  const parts = ISO.exec(text.trim());
  if (!parts) return null;
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map((part) => Number(part ?? 0));
  if (!month || !day || month > 12 || day > 31) return null;
  const civil = { year: year ?? 0, month, day, hour: hour ?? 0, minute: minute ?? 0, second: second ?? 0 };
  const east = parts[8] ? (parts[8] === '-' ? -1 : 1) * (Number(parts[9]) * 3600 + Number(parts[10]) * 60) : 0;
  return { seconds: secondsOf(civil) - east, zoned: Boolean(parts[7] || parts[8]) };
};
