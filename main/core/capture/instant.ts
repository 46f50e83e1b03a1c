import { civilOf } from '../logs/stamp';

const two = (number: number): string => String(number).padStart(2, '0');

/** Microseconds since 1970 as `2026-11-24T20:40:00.123456Z`: capture files count in UTC. */
export const instantText = (micros: number): string => {
  const seconds = Math.floor(micros / 1_000_000);
  const { year, month, day, hour, minute, second } = civilOf(seconds);
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  const parts = String(Math.floor(micros - seconds * 1_000_000)).padStart(6, '0');
  return `${date}T${two(hour)}:${two(minute)}:${two(second)}.${parts}Z`;
};
