import { version } from '../../package.json';

/** The version of this program, as `--version` prints it and a bundle names it. */
export const VERSION: string = version;
