import type { Mail } from '../story/desk';
import { ask, type Command, choose, type Scene, say, type Turn } from './turn';

const QUESTION = `
Please select how you would like to show messages:
1. By recipient host.
2. By Envelope From address.
3. All.
`;

/** `showrecipients`; choices of qa-sma, rows as recalled. It shows nothing of `the.cpq.release.host` (TechNote 200068). */
export const showrecipients: Command = (scene) =>
  choose(QUESTION, 3, 1, (item) => {
    if (item === 1)
      return word('Please enter the hostname for the messages you wish to show.', (host) => ofHost(scene, host));
    if (item === 2)
      return word('Please enter the Envelope From address.', (from) =>
        list(waiting(scene).filter((one) => one.from === from)),
      );
    return list(waiting(scene));
  });

const word = (question: string, answered: (typed: string) => Turn): Turn =>
  ask(`\n${question}\n`, '[]> ', (typed) => (typed === '' ? say('\n') : answered(typed)));

const waiting = ({ story, appliance }: Scene): readonly Mail[] =>
  appliance.role === 'esa' ? (story.desks[appliance.name]?.waiting ?? []) : [];

const ofHost = (scene: Scene, host: string): Turn => list(host === 'the.cpq.host' ? waiting(scene) : []);

const list = (mails: readonly Mail[]): Turn =>
  say(
    [
      '',
      'Showing messages, please wait.',
      '',
      'MID/     Bytes/   Sender/                  Subject',
      '[RID]    [Atmps]  Recipient',
      ...mails.flatMap((one) => [
        `${String(one.mid).padEnd(9)}${String(one.bytes).padEnd(9)}${one.from.padEnd(25)}${one.subject}`,
        `${'[0]'.padEnd(9)}${`[${one.attempts}]`.padEnd(9)}${one.to}`,
        '',
      ]),
      '',
    ].join('\n'),
  );
