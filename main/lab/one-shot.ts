import type { Duplex } from 'node:stream';
import { enter, goOn, logIn, type Reply } from './command-line';
import type { LabAppliance, LabModel } from './model';
import type { Story } from './story/tell';

export interface OneShotOptions {
  readonly world: () => { readonly model: LabModel; readonly story: Story; readonly appliance: LabAppliance };
  readonly now: () => number;
  readonly onLine: (line: string) => void;
  readonly onChange: (what: string) => void;
}

type Channel = Duplex & { exit(status: number): unknown };

/**
 * `ssh host "command"`: no terminal, no echo, no pager; questions are answered line by line from standard input, and its
 * end (`ssh -n`) ends the command at the first one.
 */
export const answerOnce = (channel: Channel, command: string, options: OneShotOptions): void => {
  const { model, story, appliance } = options.world();
  options.onLine(command);
  const tell = (next: Reply): Reply => {
    if (next.changes !== undefined) options.onChange(next.changes);
    return print(channel, next);
  };
  let reply = tell(enter(logIn(model, story, appliance.name).session, command, options.now()));
  channel.on('data', (chunk: Buffer) => {
    for (const line of chunk.toString('latin1').split('\n').slice(0, -1)) {
      if (!reply.session.asked) return;
      options.onLine(bracketed(reply, line));
      reply = tell(enter(reply.session, line, options.now()));
    }
  });
  channel.on('end', () => {
    if (reply.session.asked) end(channel);
  });
};

/** An answer as it is recorded: behind the brackets of its question. */
const bracketed = ({ session }: Reply, line: string): string =>
  `${session.asked?.prompt.match(/\S*> $/)?.[0] ?? '| '}${line}`;

/** Prints up to the next question, or everything but the main prompt, and then the command is over. */
const print = (channel: Channel, reply: Reply): Reply => {
  const { asked, later, closed } = reply.session;
  if (asked || later || closed) channel.write(reply.text);
  else channel.write(reply.text.slice(0, reply.text.lastIndexOf('\n') + 1));
  if (later && !later.endless) return print(channel, goOn(reply.session));
  if (!asked) end(channel);
  return reply;
};

const end = (channel: Channel): void => {
  channel.exit(0);
  channel.end();
};
