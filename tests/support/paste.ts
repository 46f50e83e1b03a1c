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

/** An appliance of a lab, as a profile reaches it. */
export interface Reached {
  readonly name: string;
  readonly role: string;
  readonly host: string;
  readonly sshPort: number;
  readonly user: string;
  readonly auth: { readonly password: string };
  readonly quarantine: unknown;
}
type Login = Pick<Reached, 'host' | 'sshPort' | 'user' | 'auth'>;

const loginOf = (lab: Lab, name: string): Login => {
  const { host, sshPort, user } = lab.site.appliances.find((one) => one.name === name) ?? {};
  const password = lab.secrets.find((one) => one.appliance === name)?.secret ?? '';
  return { host: host ?? '', sshPort: sshPort ?? 22, user: user ?? '', auth: { password } };
};

const connected = ({ host, sshPort, user, auth }: Login): Promise<ssh2.Client> =>
  new Promise((answer, fail) => {
    const client = new ssh2.Client();
    client.once('ready', () => answer(client));
    client.once('error', fail);
    client.connect({ host, port: sshPort, username: user, password: auth.password });
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

/** Pastes lines at an appliance's prompt and leaves by `exit`: the whole window, as a terminal's log has it. */
export const pastedAt = async (login: Login, lines: readonly string[], window = WIDE): Promise<string> => {
  const client = await connected(login);
  const channel = await shellOf(client, window);
  const heard = await heardFrom(channel, () => channel.write(`${lines.join('\r')}\rexit\r`));
  client.end();
  return heard;
};

/** The same at an appliance of a lab. */
export const pasted = (lab: Lab, name: string, lines: readonly string[], window = WIDE): Promise<string> =>
  pastedAt(loginOf(lab, name), lines, window);

/** Runs one line without a terminal and with an empty standard input, as `ssh -n HOST 'LINE'` does. */
export const ranOnce = async (lab: Lab, name: string, line: string): Promise<string> => {
  const client = await connected(loginOf(lab, name));
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
