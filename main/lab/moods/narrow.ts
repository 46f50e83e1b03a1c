import { mood } from './mood';

/** Breaks every line at 80 columns with a real line end, in words and in numbers (asyncos-cli.md section 3). */
export const narrow = mood({ name: 'narrow', window: { rows: 5000, columns: 80 } });
