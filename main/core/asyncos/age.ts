/** Seconds in each unit that AsyncOS spells out; `mins`, `secs` and `hours` are sourced, longer units recalled. */
const UNITS: Readonly<Record<string, number>> = {
  sec: 1,
  second: 1,
  min: 60,
  minute: 60,
  hour: 3600,
  day: 86_400,
  week: 604_800,
};

const PART = /^(\d+) (sec|second|min|minute|hour|day|week)s?$/i;

/** `2 hours 14 mins 3 secs` in seconds (samples status-detail-online, hoststatus-up); null for anything else. */
export const ageSeconds = (text: string): number | null => {
  const parts = text.trim().split(/(?<=[a-z]),? +(?=\d)/i);
  const seconds = parts.map((part) => {
    const [, count, unit] = PART.exec(part) ?? [];
    return count === undefined || unit === undefined ? null : Number(count) * (UNITS[unit.toLowerCase()] ?? 0);
  });
  return seconds.reduce<number | null>((sum, one) => (sum === null || one === null ? null : sum + one), 0);
};
