const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Zone names that mean one offset only; `CST`, `IST` and `BST` mean several and stay local. */
const OFFSETS: Record<string, string> = {
  GMT: 'Z',
  UTC: 'Z',
  WET: '+00:00',
  WEST: '+01:00',
  CET: '+01:00',
  CEST: '+02:00',
  EET: '+02:00',
  EEST: '+03:00',
  EST: '-05:00',
  EDT: '-04:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
  JST: '+09:00',
};

const offset = (zone: string | undefined): string => {
  const numeric = /^(?:GMT)?([+-]\d\d):?(\d\d)$/.exec(zone ?? '');
  return numeric ? `${numeric[1]}:${numeric[2]}` : (OFFSETS[(zone ?? '').toUpperCase()] ?? '');
};

const iso = (year: string, month: string, day: string, time: string, zone: string | undefined): string | null => {
  const number = MONTHS.indexOf(month.toLowerCase()) + 1;
  if (number === 0) return null;
  return `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}T${time}${offset(zone)}`;
};

// `Mon Mar 02 15:17:32 2026 GMT`, `Thu Aug 13 14:29:42 2020 EDT` (samples status-offline, tophosts-batch-four-numbers).
const UNIX =
  /^(?:[A-Z][a-z]{2},? )?([A-Z][a-z]{2}) +(\d{1,2}) (\d\d:\d\d:\d\d) (\d{4})(?: \(?([A-Za-z]{2,5}|[+-]\d\d:?\d\d)\)?)?/;
// `10 Mar 2015 11:33:36 (GMT)`, `02 Mar 2026 15:17:32 +0100`: the shape recalled for displayalerts.
const DAY_FIRST =
  /^(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d\d:\d\d:\d\d)(?: \(?((?:GMT ?)?[+-]\d\d:?\d\d|[A-Za-z]{2,5})\)?)?/;

/** A time that a text begins with: ISO 8601 with its offset, local where the zone is unknown; null when there is none. */
export const readMoment = (text: string): { iso: string; length: number } | null => {
  const unix = UNIX.exec(text);
  if (unix) {
    const at = iso(unix[4] ?? '', unix[1] ?? '', unix[2] ?? '', unix[3] ?? '', unix[5]);
    return at === null ? null : { iso: at, length: unix[0].length };
  }
  const first = DAY_FIRST.exec(text);
  if (!first) return null;
  const at = iso(first[3] ?? '', first[2] ?? '', first[1] ?? '', first[4] ?? '', first[5]?.replace('GMT ', ''));
  return at === null ? null : { iso: at, length: first[0].length };
};

/** The ISO form alone. */
export const moment = (text: string): string | null => readMoment(text.trim())?.iso ?? null;
