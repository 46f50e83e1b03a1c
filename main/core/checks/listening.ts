import { z } from 'zod';
import { atItsPrompt } from './appliance-targets';
import { check } from './check';
import { fromCommand, passed } from './from-command';
import { lineWhere } from './lines';
import { flowsOf, pairsOf, responderOf } from './roster';

/** A socket that listens, or a listen queue: `tcp4  0/0/50  *.25`. */
const LISTENS = /\bLISTEN\b|^tcp\S*\s+\d+\/\d+\/\d+/;

const Data = z.looseObject({ listening: z.array(z.looseObject({ address: z.string(), port: z.number() })) });

/** Does the responder itself say that something listens on the quarantine port? */
export const listening = check({
  id: 'listening',
  by: 'command',
  command: 'netstat',
  roles: ['esa', 'sma'],
  needs: ['ssh-session'],
  seconds: 2,
  connections: 0,
  leaves: 0,
  limitMs: 30_000,
  data: Data,
  targets: ({ site, answers }) => {
    const names = pairsOf(site).flatMap((pair) =>
      flowsOf(answers.direction).map((flow) => responderOf(pair, flow).name),
    );
    return [...new Set(names)].map((name) => ({ vantage: name, subject: name, peer: null, flow: null }));
  },
  live: atItsPrompt('netstat'),
  read: fromCommand(Data, (data, text) => {
    const places = new Set(data.listening.map(({ address, port }) => `${address}.${port}`));
    const lines = [...places].flatMap((place) =>
      lineWhere(text, (line) => LISTENS.test(line) && line.split(/\s+/).includes(place)),
    );
    return passed(data, [...lineWhere(text, (line) => /^proto/i.test(line.trim())), ...lines]);
  }),
});
