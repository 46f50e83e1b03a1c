import type { Socket } from 'node:net';
import type { AuthContext, Connection, ParsedKey, ServerChannel } from 'ssh2';
import { afterEach, describe, expect, test } from 'vitest';
import { good, type Result } from '../../../main/core/model/problem';
import { type Credential, openSession, type SessionOptions } from '../../../main/ssh';
import { type FakeAgent, fakeAgent, newKey } from './fake-agent';
import { type Fake, FINGERPRINT, fakeAppliance, fakeListener, trusting } from './fake-appliance';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});
const started = async <T extends Fake | FakeAgent>(made: Promise<T>): Promise<T> => {
  const one = await made;
  open.push(one);
  return one;
};

const password = async (): Promise<Result<Credential>> => good({ kind: 'password', password: 'sw0rdfish' });
const connect = (port: number, part: Partial<SessionOptions> = {}) =>
  openSession(
    { name: 'esa1', host: '127.0.0.1', port, user: 'admin', hostKey: null },
    { credential: password, knownHosts: trusting, acceptNewHostKeys: false, timeoutMs: 10_000, ...part },
  );
const failureOf = async (opened: ReturnType<typeof connect>) => {
  const { session, report } = await opened;
  await session?.close();
  return report.failure;
};
const publicOf = (context: AuthContext): string =>
  context.method === 'publickey' ? context.key.data.toString('base64') : context.method;
/** Stands at its prompt until it is told to go. */
const prompting = (channel: ServerChannel) => {
  channel.write('Welcome to the Cisco C100V\r\n\r\nesa1.example.com> ');
  channel.on('data', (typed: Buffer) => {
    if (typed.toString() !== 'exit\n') return;
    channel.exit(0);
    channel.end();
  });
};
const accept = (context: AuthContext) => (context.method === 'none' ? context.reject(['password']) : context.accept());

describe('an agent', () => {
  /** Accepts the second key that it is shown, and then wants a code; keeps what it was shown. */
  const secondAndCode = (keys: readonly ParsedKey[], seen: string[]) => (context: AuthContext) => {
    const names = keys.map((key) => key.getPublicSSH().toString('base64'));
    if (context.method === 'none') return context.reject(['publickey']);
    if (context.method === 'keyboard-interactive')
      return context.prompt([{ prompt: 'Code: ', echo: false }], ([code]) => {
        seen.push(`code ${code}`);
        context.accept();
      });
    const at = names.indexOf(publicOf(context));
    seen.push(`key ${at}${context.method === 'publickey' && context.signature ? ' signed' : ''}`);
    if (at !== 1) return context.reject(['publickey']);
    if (context.method === 'publickey' && context.signature === undefined) return context.accept();
    context.reject(['keyboard-interactive'], true);
  };
  const wired = async () => {
    const keys = [newKey(), newKey(), newKey()];
    const seen: string[] = [];
    const agent = await started(fakeAgent(keys));
    const { port } = await started(
      fakeAppliance({
        authenticate: secondAndCode(keys, seen),
        shell: prompting,
      }),
    );
    const credential = async (): Promise<Result<Credential>> => good({ kind: 'agent', socket: agent.socket });
    return { seen, agent, port, credential };
  };

  test('whose key is accepted with more to come: told as a second factor, and no further key is shown', async () => {
    const { seen, port, credential, agent } = await wired();
    const { report } = await connect(port, { credential });
    expect({ failure: report.failure, attempts: report.attempts }).toEqual({
      failure: { code: 'second-factor', detail: 'keyboard-interactive asks: Code:' },
      attempts: 2,
    });
    expect(seen).toEqual(['key 0', 'key 1', 'key 1 signed']);
    await agent.left();
  });

  test('whose key is accepted with more to come: the code is typed where it was given', async () => {
    const { seen, port, credential } = await wired();
    expect(await failureOf(connect(port, { credential, code: async () => ['123456'] }))).toBeNull();
    expect(seen.at(-1)).toBe('code 123456');
  });

  test('offers no more keys than attempts are left', async () => {
    const keys = [newKey(), newKey()];
    const agent = await started(fakeAgent(keys));
    const seen: string[] = [];
    const { port } = await started(
      fakeAppliance({
        authenticate: (context) => {
          seen.push(context.method);
          context.reject(['publickey']);
        },
      }),
    );
    const credential = async (): Promise<Result<Credential>> => good({ kind: 'agent', socket: agent.socket, most: 1 });
    expect((await failureOf(connect(port, { credential })))?.detail).toContain("1 of the agent's 2 keys were offered");
    expect(seen).toEqual(['none', 'publickey']);
  });

  test('that never answers keeps no connection once the login is called off', async () => {
    const agent = await started(fakeAgent(null));
    const control = new AbortController();
    const { port } = await started(fakeAppliance({ authenticate: (context) => context.reject(['publickey']) }));
    const credential = async (): Promise<Result<Credential>> => good({ kind: 'agent', socket: agent.socket });
    const opening = failureOf(connect(port, { credential, signal: control.signal }));
    await agent.asked;
    control.abort();
    expect((await opening)?.code).toBe('cancelled');
    await agent.left();
    expect(agent.open()).toBe(0);
  });
});

describe('the end of a login', () => {
  test('called off, nothing is offered behind it', async () => {
    const tried: string[] = [];
    const control = new AbortController();
    let closed: Promise<void> = Promise.resolve();
    const { port } = await started(
      fakeAppliance({
        authenticate: (context) => {
          tried.push(context.method);
          context.reject(['password']);
        },
        connected: (connection) => {
          closed = new Promise((resolve) => void connection.on('close', resolve));
        },
      }),
    );
    let hand: (held: Result<Credential>) => void = () => undefined;
    const held = new Promise<Result<Credential>>((resolve) => {
      hand = resolve;
    });
    const asked = new Promise<void>((resolve) => {
      const credential = () => {
        resolve();
        return held;
      };
      void failureOf(connect(port, { credential, signal: control.signal })).then(() =>
        hand(good({ kind: 'password', password: 'sw0rdfish' })),
      );
    });
    await asked;
    control.abort();
    await held;
    await closed;
    expect(tried).toEqual(['none']);
  });

  test('a peer that resets at once is told as such, before the time is over', async () => {
    const { port } = await started(fakeListener((socket: Socket) => socket.resetAndDestroy()));
    expect(['reset', 'connect-refused']).toContain((await failureOf(connect(port)))?.code);
  });

  /** Accepts the password and ends the connection at once. */
  const cutting = () => {
    const connections: Connection[] = [];
    const authenticate = (context: AuthContext) => {
      accept(context);
      if (context.method === 'password') setImmediate(() => void connections.splice(0).map((one) => one.end()));
    };
    return started(fakeAppliance({ authenticate, connected: (connection) => connections.push(connection) }));
  };

  test('a line that is cut as soon as the login is accepted is told as that', async () => {
    const { port } = await cutting();
    expect((await failureOf(connect(port)))?.code).toBe('reset');
  });

  test('at a jump host as well, whose name is in it', async () => {
    const { port } = await cutting();
    const place = { host: '127.0.0.1', port, user: 'ops', hostKey: FINGERPRINT };
    const failure = await failureOf(connect(1, { jump: { place, credential: password } }));
    expect({ code: failure?.code, named: failure?.detail.startsWith(`127.0.0.1:${port}: reset`) }).toEqual({
      code: 'jump-host',
      named: true,
    });
  });

  test('the success is told before the first prompt, and a refusal is none', async () => {
    const told: string[] = [];
    const { port } = await started(
      fakeAppliance({
        authenticate: accept,
        shell: (channel) => {
          told.push('shell');
          prompting(channel);
        },
      }),
    );
    expect(await failureOf(connect(port, { accepted: () => void told.push('accepted') }))).toBeNull();
    expect(told).toEqual(['accepted', 'shell']);
    const refusing = await started(fakeAppliance({ authenticate: (context) => context.reject(['password']) }));
    await failureOf(connect(refusing.port, { accepted: () => void told.push('accepted') }));
    expect(told).toEqual(['accepted', 'shell']);
  });
});

describe('what is asked over keyboard-interactive', () => {
  /** Asks with these instructions, keeps what is typed, and lets in. */
  const asking = (instructions: string, prompt: string, typed: string[][]) => (context: AuthContext) => {
    if (context.method !== 'keyboard-interactive') return context.reject(['keyboard-interactive']);
    context.prompt([{ prompt, echo: true }], '', instructions, (answers) => {
      typed.push(answers);
      context.accept();
    });
  };

  test.each([
    ['the next code of a token', 'Wait for the code to change, then enter the new token code', 'Token: ', null],
    ['a new PIN', 'You must have a New PIN', 'Enter a new PIN: ', 'second-factor'],
    ['a new passphrase', 'Your passphrase has expired', 'New passphrase: ', 'passphrase-expired'],
  ])('%s', async (_what, instructions, prompt, code) => {
    const typed: string[][] = [];
    const { port } = await started(
      fakeAppliance({
        authenticate: asking(instructions, prompt, typed),
        shell: prompting,
      }),
    );
    const failure = await failureOf(connect(port, { code: async () => ['123456'] }));
    expect({ code: failure?.code ?? null, typed }).toEqual({ code, typed: code === null ? [['123456']] : [] });
  });
});
