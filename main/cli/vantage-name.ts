import { LAPTOP } from '../core/model';
import type { Words } from '../core/texts';

/** An appliance's own name, or the word for this machine. */
export const vantageName = (vantage: string, words: Words): string =>
  vantage === LAPTOP ? words.say('cli:laptop') : vantage;
