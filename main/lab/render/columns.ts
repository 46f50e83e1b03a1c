/** `1,234`, as AsyncOS prints counts. */
export const count = (number: number): string => String(number).replace(/\B(?=(\d{3})+$)/g, ',');

/** A line whose values end at the given columns. */
export const columns = (label: string, values: readonly (readonly [string, number])[]): string =>
  values.reduce((line, [value, end]) => `${line.padEnd(end - value.length)}${value}`, label);
