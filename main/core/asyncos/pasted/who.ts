import type { Reading } from '../command';
import { readBy } from '../sift';
import { pasted } from './reader';

export interface LoggedIn {
  readonly user: string;
  readonly text: string;
}
export interface Who {
  readonly sessions: readonly LoggedIn[];
}

const readWho = (text: string): Reading<Who> => {
  const sessions: LoggedIn[] = [];
  let heading = false;
  return readBy(
    text,
    () => [
      {
        test: /^Username\b/,
        take: () => {
          heading = true;
        },
      },
      { test: /^[=\s-]+$/ },
      {
        // Below the heading only: any line begins with a word.
        test: /^(\S+)\s+(\S.*)$/,
        take: (found) => {
          if (heading) sessions.push({ user: found[1] ?? '', text: found[2] ?? '' });
        },
      },
    ],
    () => (heading ? { sessions } : null),
  );
};

/** Who is logged in. Only the first word of the heading is sourced: the columns stay as text. Personal data. */
export const who = pasted({
  name: 'who',
  words: ['who'],
  notTyped: 'no check rests on it, and it names people',
  source: 'CLI test library (ESA 13.5) for the first word of the heading',
  sample: 'who.txt',
  read: readWho,
});
