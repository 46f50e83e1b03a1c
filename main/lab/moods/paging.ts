import { mood } from './mood';

/** Does not hear the size of the window: output of more than 24 lines is paged (asyncos-cli.md section 3). */
export const paging = mood({ name: 'paging', window: { rows: 24, columns: 500 } });
