import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type Server } from 'node:net';
import ssh2, { type AuthContext, type Connection, type ServerChannel } from 'ssh2';
import { closer } from './closer';
import { logIn } from './command-line';
import type { LabAppliance, LabModel } from './model';
import type { Mood } from './moods';
import { answerOnce } from './one-shot';
import { late, type Opening, openingOf } from './opening';
import { bannerOf } from './render/prompt';
import { Shell } from './shell';
import type { Story } from './story/tell';
import type { Window } from './terminal';

const { Server: SshServer, utils } = ssh2;

/** The only account of the lab's appliances. */
export const LAB_USER = 'admin';
const MOST_SESSIONS = 10;

export interface SshOptions {
  readonly password: string;
  /** An OpenSSH public key that may log in as well; for clients that take no password. */
  readonly publicKey?: string | undefined;
  /** What the appliance is, as soon as somebody logs in. */
  readonly world: () => { readonly model: LabModel; readonly story: Story; readonly appliance: LabAppliance };
  readonly now: () => number;
  readonly onLine: (line: string) => void;
  readonly onChange: (what: string) => void;
  readonly opening: Opening;
  readonly mood: Mood;
}

export interface LabSsh {
  readonly server: Server;
  /** `SHA256:…` of the host key that the site knows. */
  readonly fingerprint: string;
  /** Stops listening and cuts every login. */
  readonly close: () => Promise<void>;
}

/** An SSH server of one appliance, not yet listening; its host key is made here and forgotten with it. */
export const sshServer = (options: SshOptions): LabSsh => {
  const keys = hostKeys(options.mood);
  const { algorithms } = options.mood;
  const config = { hostKeys: [keys.private], ident: 'lab', ...(algorithms ? { algorithms } : {}) };
  const ssh = new SshServer(config, (connection) => serve(connection, options));
  const server = createServer((socket) => ssh.injectSocket(socket));
  server.maxConnections = MOST_SESSIONS;
  const known = options.mood.otherHostKey ? hostKeys(options.mood) : keys;
  return { server, fingerprint: fingerprintOf(known.public), close: closer(server) };
};

const hostKeys = ({ algorithms }: Mood) =>
  algorithms ? utils.generateKeyPairSync('rsa', { bits: 2048 }) : utils.generateKeyPairSync('ecdsa', { bits: 256 });

/** `SHA256:…` of a public key in OpenSSH's one-line form, as `ssh-keygen -l` prints it. */
const fingerprintOf = (publicKey: string): string => {
  const blob = Buffer.from(publicKey.split(' ')[1] ?? '', 'base64');
  return `SHA256:${createHash('sha256').update(blob).digest('base64').replace(/=+$/, '')}`;
};

const serve = (connection: Connection, options: SshOptions): void => {
  // A client that goes away is no fault of the lab.
  connection.on('error', () => connection.end());
  connection.on('authentication', (context) => authenticate(context, options));
  connection.on('session', (accept) => {
    let window: Window = options.mood.window ?? { rows: 24, columns: 80 };
    const { window: fixed } = options.mood;
    const session = accept();
    session.on('pty', (agree, _refuse, { rows, cols }) => {
      window = fixed ?? { rows: rows || 24, columns: cols || 80 };
      agree?.();
    });
    session.on('window-change', (agree, _refuse, { rows, cols }) => {
      window = fixed ?? { rows: rows || window.rows, columns: cols || window.columns };
      agree?.();
    });
    session.on('shell', (open) => openShell(open(), () => window, connection, options));
    session.on('exec', (open, _refuse, { command }) => answerOnce(open(), command, options));
  });
};

const same = (one: string, other: string): boolean => {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
};

const authenticate = (context: AuthContext, options: SshOptions): void => {
  if (context.username === LAB_USER && knows(context, options)) context.accept();
  else context.reject(['password', 'publickey']);
};

const knows = (context: AuthContext, { password, publicKey }: SshOptions): boolean => {
  if (context.method === 'password') return same(context.password, password);
  return context.method === 'publickey' && publicKey !== undefined && fits(context, publicKey);
};

const fits = (context: Extract<AuthContext, { method: 'publickey' }>, publicKey: string): boolean => {
  const allowed = utils.parseKey(publicKey);
  if (allowed instanceof Error || !allowed.getPublicSSH().equals(context.key.data)) return false;
  if (!context.signature || !context.blob) return true;
  return allowed.verify(context.blob, context.signature, context.hashAlgo) === true;
};

const openShell = (stream: ServerChannel, window: () => Window, connection: Connection, options: SshOptions): void => {
  const { model, story, appliance } = options.world();
  const { mood } = options;
  const first = openingOf(logIn(model, story, appliance.name), mood.opening ?? options.opening);
  new Shell({
    stream,
    opening: late(first, bannerOf(appliance, options.now()), mood.firstPromptAfterMs),
    mood,
    window,
    now: options.now,
    onLine: options.onLine,
    onChange: options.onChange,
    onCut: () => connection.end(),
    onClose: () => {
      // Ending the connection here would throw away what the other side has not read yet.
      stream.once('close', () => connection.end());
      stream.exit(0);
      stream.end();
    },
  });
};
