import { command, type Reading } from '../command';
import { ownMachine, switchMode } from '../prompts';
import { readBy } from '../sift';

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
export const who = command({
  name: 'who',
  words: ['who'],
  arguments: [],
  on: ['esa', 'sma'],
  prompts: [switchMode, ownMachine],
  deadlineMs: 20_000,
  pasteable: false,
  harmless: 'prints who is logged in',
  source: 'CLI test library (ESA 13.5) for the command and the first word of its heading',
  sample: 'who.txt',
  read: readWho,
});
