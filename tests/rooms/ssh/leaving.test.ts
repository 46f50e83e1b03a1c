import type { ServerChannel } from 'ssh2';
import { afterEach, describe, expect, test } from 'vitest';
import { type CommandDefinition, commandNamed } from '../../../main/core/asyncos';
import { good } from '../../../main/core/model/problem';
import { openSession, type Session } from '../../../main/ssh';
import { type Fake, fakeAppliance, trusting } from './fake-appliance';

const PROMPT = 'esa1.example.com> ';
const running: Fake[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.close()));
});

const command = (name: string): CommandDefinition => {
  const found = commandNamed(name);
  if (found === null) throw new Error(`no ${name}`);
  return found;
};
const [telnet, version] = [command('telnet'), command('version')];

type Says = (typed: string) => string | null;

interface Login {
  readonly session: Session;
  /** All that the appliance was typed. */
  readonly typed: string[];
  readonly gone: Promise<void>;
  /** Prints without being asked. */
  readonly print: (text: string) => void;
}

/** A login whose appliance answers as told. */
const appliance = async (says: Says, onText: (text: string) => void = () => undefined): Promise<Login> => {
  const typed: string[] = [];
  let print: (text: string) => void = () => undefined;
  let end: () => void = () => undefined;
  const gone = new Promise<void>((resolve) => {
    end = resolve;
  });
  const shell = (channel: ServerChannel) => {
    channel.write(`Welcome to the Cisco C100V\r\n\r\n${PROMPT}`);
    channel.on('data', (bytes: Buffer) => {
      typed.push(bytes.toString());
      if (bytes.toString() === 'exit\n') channel.end();
      channel.write(says(bytes.toString()) ?? '');
    });
    channel.on('close', end);
    print = (text) => void channel.write(text);
  };
  const fake = await fakeAppliance({
    authenticate: (context) => (context.method === 'none' ? context.reject(['password']) : context.accept()),
    shell,
  });
  running.push(fake);
  const { session } = await openSession(
    { name: 'esa1', host: '127.0.0.1', port: fake.port, user: 'admin', hostKey: null },
    {
      credential: async () => good({ kind: 'password', password: 'sesame' }),
      knownHosts: trusting,
      acceptNewHostKeys: false,
      onText,
    },
  );
  if (session === null) throw new Error('no session');
  return { session, typed, gone, print };
};

/** Runs the command, calls it off once `until` was printed, and closes at once, as a stopped run does. */
const calledOff = async (
  definition: CommandDefinition,
  args: Record<string, string>,
  until: string,
  says: Says,
): Promise<readonly string[]> => {
  const control = new AbortController();
  // A turn later, so that the dialogue has heard it too.
  const abort = () => void setImmediate(() => control.abort());
  const { session, typed, gone } = await appliance(says, (text) => (text.includes(until) ? abort() : undefined));
  const told = await session.run(definition, args, { signal: control.signal });
  expect(told.problem?.code).toBe('cancelled');
  await session.close();
  await gone;
  return typed;
};

const ASKS: Record<string, string> = {
  'telnet\n': 'telnet\r\nPlease select which interface you want to telnet from.\r\n1. Auto\r\n[1]> ',
  '1\n': '1\r\nEnter the remote hostname or IP address.\r\n[]> ',
  '192.0.2.20\n': '192.0.2.20\r\nEnter the remote port.\r\n[25]> ',
  '7025\n': "7025\r\nTrying 192.0.2.20...\r\nConnected to sma1.\r\nEscape character is '^]'.\r\n",
  'version\n': 'version\r\n',
};
const TELNET = { interface: 'Auto', host: '192.0.2.20', port: '7025' };

describe('a session that is closed while a command is called off', () => {
  test('leaves a live telnet first and says exit at the prompt only', async () => {
    const typed = await calledOff(telnet, TELNET, 'Escape character', (bytes) => {
      if (bytes === '\x1d') return '^]\r\ntelnet> ';
      return bytes === 'quit\n' ? `quit\r\nConnection closed.\r\n${PROMPT}` : (ASKS[bytes] ?? null);
    });
    expect(typed.slice(4)).toEqual(['\x1d', 'quit\n', 'exit\n']);
  });

  test('sends a telnet that cannot be left nothing but the escape', async () => {
    const typed = await calledOff(telnet, TELNET, 'Escape character', (bytes) => ASKS[bytes] ?? null);
    expect(typed.slice(4)).toEqual(['\x1d']);
  });

  test('types nothing ahead of a question that comes late', async () => {
    const typed = await calledOff(version, {}, 'version\r\n', (bytes) => {
      if (bytes === '\x03') return '\r\nAre you sure you want to lose the answer? [Y]> ';
      return ASKS[bytes] ?? null;
    });
    expect(typed).toEqual(['version\n', '\x03']);
  });

  test('types nothing into what is still printed behind a prompt', async () => {
    let printed: () => void = () => undefined;
    const more = new Promise<void>((resolve) => {
      printed = resolve;
    });
    const { session, typed, gone, print } = await appliance(
      () => `version\r\n${PROMPT}`,
      (text) => (text.includes('and more') ? printed() : undefined),
    );
    await session.run(version, {});
    print('and more\r\n');
    await more;
    await session.close();
    await gone;
    expect(typed).toEqual(['version\n']);
  });

  test('says exit at its prompt, and takes no further command', async () => {
    const { session, typed, gone } = await appliance((bytes) =>
      bytes === 'version\n' ? `version\r\n${PROMPT}` : null,
    );
    await session.run(version, {});
    const closing = session.close();
    const late = await session.run(version, {});
    await closing;
    await gone;
    expect({ typed, code: late.problem?.code }).toEqual({
      typed: ['version\n', 'exit\n'],
      code: 'connection-closed',
    });
  });
});
