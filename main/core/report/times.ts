/** `2026-11-24T20:40:00.000Z` → `2026-11-24 20:40 UTC`; what is no such time stays as it is. */
export const minuteOf = (at: string): string => at.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d).*Z$/, '$1 $2 UTC');

/** The time of day, with seconds. */
export const clockOf = (at: string): string => at.replace(/^\d{4}-\d\d-\d\dT(\d\d:\d\d:\d\d).*Z$/, '$1');
