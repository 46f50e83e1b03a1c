import type { Act } from '../../core/model';
import type { ActAnswer } from '../world';

/** The engineer's words, kept as evidence so that what was quoted of them can be looked up. */
export const actReadWords = ({ words }: Extract<Act, { kind: 'read-words' }>): ActAnswer => {
  const text = words.flatMap((one) => one.split(/\r?\n/)).join('\n');
  return { check: 'engineer-words', answered: { kind: 'words', text }, evidence: `${text}\n`, source: null };
};
