import { z } from 'zod';
import { atItsPrompt } from './appliance-targets';
import { broken, check } from './check';
import { lineWhere } from './lines';
import { flowsOf, pairsOf, responderOf } from './roster';

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
  read(answered) {
    if (answered.kind !== 'command') return broken(answered);
    const data = Data.safeParse(answered.report.data);
    if (!data.success) return broken(answered);
    const lines = data.data.listening.flatMap((one) =>
      lineWhere(answered.text, (line) => line.includes(`.${one.port} `) && /LISTEN/.test(line)),
    );
    const heading = lineWhere(answered.text, (line) => /^proto/i.test(line.trim()));
    return { outcome: 'passed', reason: null, data: data.data, lines: [...heading, ...lines] };
  },
});
