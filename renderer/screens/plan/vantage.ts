import { LAPTOP } from '../../../main/core/model';
import type { Words } from '../../texts/use-words';

/** The name of a vantage point as people say it. */
export const vantageName = (vantage: string, words: Words): string =>
  vantage === LAPTOP ? words.say('laptop') : vantage;
