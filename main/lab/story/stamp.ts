const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const two = (number: number): string => String(number).padStart(2, '0');

/** `Thu Jun  4 09:00:00 2026`, the head of a log line. The lab's appliances live in GMT. */
export const logStamp = (at: number): string => {
  const date = new Date(at);
  return `${weekday(date)} ${String(date.getUTCDate()).padStart(2)} ${clock(date)} ${date.getUTCFullYear()}`;
};

/** `Thu Jun 04 09:00:00 2026 GMT`, as `status` and `date` print it. */
export const commandStamp = (at: number): string => {
  const date = new Date(at);
  return `${weekday(date)} ${two(date.getUTCDate())} ${clock(date)} ${date.getUTCFullYear()} GMT`;
};

/** `20260604T090000`, in the name of a log file. */
export const fileStamp = (at: number): string => new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '');

const weekday = (date: Date): string => `${DAYS[date.getUTCDay()]} ${MONTHS[date.getUTCMonth()]}`;
const clock = (date: Date): string =>
  `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;

/** `04 Jun 2026 09:00:00 +0000`, before a stored alert (recalled). */
export const alertStamp = (at: number): string => {
  const date = new Date(at);
  return `${two(date.getUTCDate())} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()} ${clock(date)} +0000`;
};
