/** Numbers, sizes and times as the language writes them; pure, so that tests need no React. */

export const count = (value: number, language: string): string => new Intl.NumberFormat(language).format(value);

const UNITS = { en: ['bytes', 'kB', 'MB', 'GB'], fr: ['octets', 'ko', 'Mo', 'Go'] } as const;

export const size = (bytes: number, language: string): string => {
  const units = language.startsWith('fr') ? UNITS.fr : UNITS.en;
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit === 0 || value >= 10 ? 0 : 1;
  const written = new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value);
  return `${written} ${units[unit] ?? ''}`;
};

/** `01:10` for seventy seconds. */
export const minutes = (milliseconds: number): string => {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
};

/** `0.3 s`, `12 s`, `3 min`. */
export const span = (milliseconds: number, language: string): string => {
  const seconds = milliseconds / 1000;
  if (seconds >= 120) return `${Math.round(seconds / 60)} min`;
  const digits = seconds < 10 ? 1 : 0;
  return `${new Intl.NumberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(seconds)} s`;
};

/** A cost said beforehand, in whole seconds: `3 s`. */
export const cost = (seconds: number, language: string): string => `${count(Math.ceil(seconds), language)} s`;

/** Wall-clock time of an instant on this laptop, `02:16:20`. */
export const clock = (instant: string, language: string, seconds = true): string => {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  const parts: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hour12: false };
  return new Intl.DateTimeFormat(language, seconds ? { ...parts, second: '2-digit' } : parts).format(date);
};

export const day = (instant: string, language: string): string => {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  return new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short' }).format(date);
};
