import { z } from 'zod';
import { LAPTOP } from '../model';
import { broken, check } from './check';
import { ENGINEER_SIGNS, signsIn } from './engineer-signs';

const Data = z.strictObject({
  signs: z.array(z.strictObject({ sign: z.enum(ENGINEER_SIGNS), line: z.number(), text: z.string() })),
});

/** What did the engineer see on the pages of the web interface? Their own words, a line each; a hint, never a proof. */
export const engineerWords = check({
  id: 'engineer-words',
  by: 'words',
  command: null,
  roles: ['esa', 'sma'],
  needs: [],
  seconds: 0,
  connections: 0,
  leaves: 0,
  limitMs: 5000,
  data: Data,
  targets: ({ answers }) =>
    answers.symptoms.length === 0 ? [] : [{ vantage: LAPTOP, subject: 'engineer', peer: null, flow: null }],
  live: () => null,
  read(answered) {
    if (answered.kind !== 'words') return broken(answered);
    const lines = answered.text.split('\n');
    const signs = lines.flatMap((text, index) => signsIn(text).map((sign) => ({ sign, line: index + 1, text })));
    const quoted = signs.filter((one, index) => signs.findIndex((other) => other.line === one.line) === index);
    return {
      outcome: 'passed',
      reason: null,
      data: { signs },
      lines: quoted.map(({ line, text }) => ({ line, text, at: null })),
    };
  },
});
