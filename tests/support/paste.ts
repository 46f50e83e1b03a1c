import ssh2, { type ClientChannel } from 'ssh2';
import { openAnswers, type Site } from '../../main/core/model';
import { collect } from '../../main/core/plan';
import type { Lab } from '../../main/lab';

export interface PasteWindow {
  readonly rows: number;
  readonly columns: number;
}

/** A window that neither pages nor breaks lines. */
export const WIDE: PasteWindow = { rows: 5000, columns: 500 };

const connected = (lab: Lab, name: string): Promise<ssh2.Client> =>
  new Promise((answer, fail) => {
    const appliance = lab.site.appliances.find((one) => one.name === name);
    const client = new ssh2.Client();
    client.once('ready', () => answer(client));
    client.once('error', fail);
    client.connect({
      host: appliance?.host ?? '',
      port: appliance?.sshPort ?? 22,
      username: appliance?.user ?? '',
      password: lab.secrets.find((one) => one.appliance === name)?.secret ?? '',
    });
  });

const shellOf = (client: ssh2.Client, { rows, columns }: PasteWindow): Promise<ClientChannel> =>
  new Promise((answer, fail) => {
    client.shell({ rows, cols: columns, term: 'vt100' }, (error, channel) => (error ? fail(error) : answer(channel)));
  });

/** Everything a channel says, once it has closed; `onFirstPrompt` is called when the first prompt waits. */
const heardFrom = (channel: ClientChannel, onFirstPrompt: () => void): Promise<string> =>
  new Promise((answer) => {
    let heard = '';
    let typed = false;
    channel.on('data', (chunk: Buffer) => {
      heard += chunk.toString('latin1');
      if (typed || !heard.endsWith('> ')) return;
      typed = true;
      onFirstPrompt();
    });
    channel.once('close', () => answer(heard));
  });

/** Pastes lines into a login of the lab and leaves by `exit`: the whole window, as a terminal's log has it. */
export const pasted = async (
  lab: Lab,
  name: string,
  lines: readonly string[],
  window: PasteWindow = WIDE,
): Promise<string> => {
  const client = await connected(lab, name);
  const channel = await shellOf(client, window);
  const heard = await heardFrom(channel, () => channel.write(`${lines.join('\r')}\rexit\r`));
  client.end();
  return heard;
};

/** Runs one line without a terminal and with an empty standard input, as `ssh -n HOST 'LINE'` does. */
export const ranOnce = async (lab: Lab, name: string, line: string): Promise<string> => {
  const client = await connected(lab, name);
  const channel = await new Promise<ClientChannel>((answer, fail) => {
    client.exec(line, (error, opened) => (error ? fail(error) : answer(opened)));
  });
  channel.end();
  const heard = await heardFrom(channel, () => undefined);
  client.end();
  return heard;
};

/** What is collected at each appliance of a site. */
export const collectedAt = (site: Site) =>
  collect(site, { ...openAnswers(), direction: site.direction, cluster: site.cluster });
