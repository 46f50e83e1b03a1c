import type { AuthContext, ServerChannel } from 'ssh2';
import { afterEach, describe, expect, test } from 'vitest';
import { SessionReport } from '../../../main/core/model';
import { bad, good, problem } from '../../../main/core/model/problem';
import { type AskCode, openSession, type SessionOptions } from '../../../main/ssh';
import { TIMED } from '../../support/timed';
import { type Fake, type FakeOptions, fakeAppliance, fakeListener, trusting } from './fake-appliance';

const SECRET = 'swordfish-7025';
const open: Fake[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});
const started = async (fake: Promise<Fake>): Promise<number> => {
  const one = await fake;
  open.push(one);
  return one.port;
};

const connect = (port: number, part: Partial<SessionOptions> = {}, host = '127.0.0.1') =>
  openSession(
    { name: 'esa1', host, port, user: 'admin', hostKey: null },
    {
      credential: async () => good({ kind: 'password', password: SECRET }),
      knownHosts: trusting,
      acceptNewHostKeys: false,
      timeoutMs: 5000,
      ...part,
    },
  );

/** The failure, after a look that the report is one and holds no secret. */
const failureOf = async (opened: ReturnType<typeof connect>) => {
  const { session, report } = await opened;
  expect(SessionReport.parse(report)).toEqual(report);
  expect(JSON.stringify(report)).not.toContain(SECRET);
  await session?.close();
  return report.failure;
};

const accept = (context: AuthContext) => (context.method === 'none' ? context.reject(['password']) : context.accept());
const appliance = (part: Partial<FakeOptions> = {}) => started(fakeAppliance({ authenticate: accept, ...part }));
const prompting = (channel: ServerChannel) => {
  channel.write('Welcome to the Cisco C100V\r\n\r\nesa1.example.com> ');
  channel.on('data', (typed: Buffer) => {
    if (typed.toString() !== 'exit\n') return;
    channel.exit(0);
    channel.end();
  });
};

describe('a peer that is none', () => {
  test('a name that does not resolve', async () => {
    expect((await failureOf(connect(22, {}, 'no-such-host.invalid')))?.code).toBe('resolve-failed');
  });

  test('nothing listens', async () => {
    const port = await started(fakeListener(() => undefined));
    await open.pop()?.close();
    expect(await failureOf(connect(port))).toEqual({ code: 'connect-refused', detail: 'ECONNREFUSED' });
  });

  test('silence until the deadline', async () => {
    const port = await started(fakeListener(() => undefined));
    expect((await failureOf(connect(port, { timeoutMs: 150 })))?.code).toBe('timed-out');
  });

  test('something else that speaks first', async () => {
    const port = await started(fakeListener((socket) => socket.write('220 mail.example.com ESMTP\r\n')));
    expect(await failureOf(connect(port, { timeoutMs: 300 }))).toEqual({
      code: 'not-ssh',
      detail: '220 mail.example.com ESMTP',
    });
  });

  test('a banner that never ends', async () => {
    const port = await started(fakeListener((socket) => socket.write('x'.repeat(200_000))));
    expect((await failureOf(connect(port, { timeoutMs: 500 })))?.code).toBe('not-ssh');
  });

  test.each([
    ['at once', (socket: { destroy(): void }) => socket.destroy()],
    ['after half a banner', (socket: { end(text: string): void }) => socket.end('SSH-2.0-')],
    ['after the banner', (socket: { end(text: string): void }) => socket.end('SSH-2.0-OpenSSH_5.4\r\n')],
  ])('closed %s', async (_when, serve) => {
    const port = await started(fakeListener(serve));
    expect(['reset', 'not-ssh']).toContain((await failureOf(connect(port)))?.code);
  });

  test('called off while nothing comes, it answers within 200 ms', TIMED, async () => {
    const port = await started(fakeListener(() => undefined));
    const control = new AbortController();
    const opening = failureOf(connect(port, { signal: control.signal }));
    const start = performance.now();
    control.abort();
    expect((await opening)?.code).toBe('cancelled');
    expect(performance.now() - start).toBeLessThan(200);
  });
});

describe('the credential', () => {
  test('is tried once, over password or keyboard-interactive, never over both', async () => {
    const tried: string[] = [];
    const port = await appliance({
      authenticate: (context) => {
        tried.push(context.method);
        context.reject(['password', 'keyboard-interactive']);
      },
    });
    expect((await failureOf(connect(port)))?.code).toBe('auth-refused');
    expect(tried).toEqual(['none', 'password']);
  });

  /** Asks round after round, then lets in. */
  const inRounds = (rounds: readonly (readonly string[])[], seen: string[][]) => (context: AuthContext) => {
    if (context.method !== 'keyboard-interactive') return context.reject(['keyboard-interactive']);
    const next = (at: number): void => {
      const prompts = rounds[at];
      if (prompts === undefined) context.accept();
      else
        context.prompt(
          prompts.map((prompt) => ({ prompt, echo: false })),
          (answers) => {
            seen.push(answers);
            next(at + 1);
          },
        );
    };
    next(0);
  };

  const keyboard = (prompts: string[], seen: string[][]) => (context: AuthContext) => {
    if (context.method !== 'keyboard-interactive') return context.reject(['keyboard-interactive']);
    context.prompt(
      prompts.map((prompt) => ({ prompt, echo: false })),
      'Cisco',
      (answers) => {
        seen.push(answers);
        context.accept();
      },
    );
  };

  test.each(['Passphrase:', 'Password: ', 'Password for admin@esa1.example.com:', "admin@192.0.2.10's password: "])(
    'answers the one prompt for a passphrase, %j',
    async (prompt) => {
      const seen: string[][] = [];
      const port = await appliance({ authenticate: keyboard([prompt], seen), shell: prompting });
      expect(await failureOf(connect(port))).toBeNull();
      expect(seen).toEqual([[SECRET]]);
    },
  );

  test.each([
    ['a second factor', ['Enter the code of your token: '], 'second-factor'],
    ['two prompts', ['Password: ', 'Code: '], 'second-factor'],
    ['a one-time password', ['One-time password (OATH) for admin:'], 'second-factor'],
    ['a password of something else', ['Password + token code:'], 'second-factor'],
    ['a response that names the password', ['Password accepted. Token: '], 'second-factor'],
    ['a change of the passphrase', ['Old Password: ', 'New Password: '], 'passphrase-expired'],
  ])('does not guess at %s', async (_what, prompts, code) => {
    const seen: string[][] = [];
    const port = await appliance({ authenticate: keyboard(prompts, seen), shell: prompting });
    const failure = await failureOf(connect(port));
    expect({ code: failure?.code, seen }).toEqual({ code, seen: [] });
    expect(failure?.detail).toContain(prompts.map((one) => one.trim()).join(' '));
  });

  const given =
    (words: string[]): AskCode =>
    async ({ prompts }) => {
      words.push(...prompts.map(({ text }) => text));
      return prompts.map(() => '123456');
    };

  test.each([
    ['in one round with the password', [['Password: ', 'Code: ']], [[SECRET, '123456']], ['Code:']],
    ['in a round of its own', [['Password: '], ['Enter PASSCODE: ']], [[SECRET], ['123456']], ['Enter PASSCODE:']],
    ['before a round that asks nothing', [['Password: '], ['Code: '], []], [[SECRET], ['123456'], []], ['Code:']],
  ])('a code that was given is typed %s', async (_when, rounds, typed, asked) => {
    const [seen, words]: [string[][], string[]] = [[], []];
    const port = await appliance({ authenticate: inRounds(rounds, seen), shell: prompting });
    const failure = await failureOf(connect(port, { code: given(words) }));
    expect({ failure, seen, words }).toEqual({ failure: null, seen: typed, words: asked });
  });

  test.each([
    ['twice', [['Password: '], ['Code: '], ['Code: ']], [[SECRET], ['123456']], 'auth-refused'],
    ['where the password is asked again', [['Password: '], ['Password: ']], [[SECRET]], 'auth-refused'],
  ])('a code is not typed %s', async (_how, rounds, typed, code) => {
    const seen: string[][] = [];
    const port = await appliance({ authenticate: inRounds(rounds, seen), shell: prompting });
    const failure = await failureOf(connect(port, { code: given([]) }));
    expect({ code: failure?.code, seen }).toEqual({ code, seen: typed });
  });

  test('a code after an accepted password comes over keyboard-interactive', async () => {
    const [seen, methods]: [string[][], string[]] = [[], []];
    const later = inRounds([['Token: ']], seen);
    const port = await appliance({
      shell: prompting,
      authenticate: (context) => {
        methods.push(context.method);
        if (context.method === 'keyboard-interactive') later(context);
        else
          context.reject(
            context.method === 'none' ? ['password'] : ['keyboard-interactive'],
            context.method !== 'none',
          );
      },
    });
    expect(await failureOf(connect(port, { code: given([]) }))).toBeNull();
    expect({ seen, methods }).toEqual({ seen: [['123456']], methods: ['none', 'password', 'keyboard-interactive'] });
  });

  test('that is missing is a value, and nothing is tried', async () => {
    const tried: string[] = [];
    const port = await appliance({
      authenticate: (context) => {
        tried.push(context.method);
        accept(context);
      },
    });
    const missing = async () => bad(problem('secret-env-missing', 'esa1', { variable: 'ESA1_PASSWORD' }));
    expect(await failureOf(connect(port, { credential: missing }))).toEqual({
      code: 'no-credential',
      detail: 'secret-env-missing esa1 ESA1_PASSWORD',
    });
    expect(tried).toEqual(['none']);
  });

  test('that the appliance has no method for is not sent', async () => {
    const port = await appliance({ authenticate: (context) => context.reject(['publickey']) });
    expect(await failureOf(connect(port))).toEqual({
      code: 'auth-refused',
      detail: 'no password here; the appliance takes publickey',
    });
  });
});

describe('algorithms', () => {
  test.each([
    [
      'the whole set of an AsyncOS 13.5 in FIPS style',
      {
        kex: ['diffie-hellman-group14-sha1'],
        serverHostKey: ['ssh-rsa'],
        cipher: ['aes256-cbc'],
        hmac: ['hmac-sha1'],
      },
    ],
    ['only ssh-rsa signatures', { serverHostKey: ['ssh-rsa'] }],
    ['only CBC', { cipher: ['aes128-cbc'] }],
    ['only 3DES', { cipher: ['3des-cbc'] }],
    ['only hmac-sha1', { cipher: ['aes128-ctr'], hmac: ['hmac-sha1'] }],
  ] as const)('%s: agreed, and said to be old', async (_what, offered) => {
    const algorithms = JSON.parse(JSON.stringify(offered));
    const port = await appliance({ algorithms, shell: prompting });
    const { session, report } = await connect(port);
    expect(report.failure).toBeNull();
    if ('hmac' in offered) expect(report.offers?.mac).toEqual(offered.hmac);
    const old = Object.values(offered)
      .flat()
      .filter((name) => name !== 'aes128-ctr');
    expect([...(report.legacy ?? [])].sort()).toEqual([...old].sort());
    await session?.close();
  });

  test('old ones beside modern ones are not used', async () => {
    const port = await appliance({
      shell: prompting,
      algorithms: {
        kex: ['diffie-hellman-group1-sha1', 'diffie-hellman-group14-sha1', 'ecdh-sha2-nistp256'],
        serverHostKey: ['ssh-rsa', 'rsa-sha2-256'],
        cipher: ['3des-cbc', 'aes128-cbc', 'aes256-ctr'],
        hmac: ['hmac-sha1', 'hmac-sha2-256'],
      },
    });
    const { session, report } = await connect(port);
    expect({ agreed: report.agreed, legacy: report.legacy }).toEqual({
      agreed: { kex: 'ecdh-sha2-nistp256', hostKey: 'rsa-sha2-256', cipher: 'aes256-ctr', mac: 'hmac-sha2-256' },
      legacy: [],
    });
    await session?.close();
  });

  test('the whole KEXINIT is told, with what an SMA would find in it', async () => {
    const port = await appliance({
      shell: prompting,
      algorithms: {
        kex: ['curve25519-sha256@libssh.org'],
        cipher: ['aes256-gcm@openssh.com'],
        hmac: ['hmac-sha2-512'],
      },
    });
    const { session, report } = await connect(port);
    const both = (name: string) => ({ toServer: [name], toClient: [name] });
    expect(report.kexinit).toMatchObject({
      kex: expect.arrayContaining(['curve25519-sha256@libssh.org']),
      hostKey: expect.arrayContaining(['ssh-rsa']),
      cipher: both('aes256-gcm@openssh.com'),
      mac: both('hmac-sha2-512'),
      compression: { toServer: expect.arrayContaining(['none']), toClient: expect.arrayContaining(['none']) },
    });
    // Hardened like that, an ESA goes on working until somebody establishes the connection anew (domain page, D).
    expect(report.smaOffers).toEqual([
      { offer: 'first-integration', kex: [], cipher: [] },
      { offer: 'later-operation', kex: ['curve25519-sha256@libssh.org'], cipher: ['aes256-gcm@openssh.com'] },
    ]);
    await session?.close();
  });

  test.each([
    ['kex', { kex: ['diffie-hellman-group18-sha512'] }, 'diffie-hellman-group-exchange-sha256'],
    ['cipher', { cipher: ['aes256-gcm'] }, 'aes256-ctr'],
    ['mac', { cipher: ['aes128-ctr'], hmac: ['hmac-md5'] }, 'hmac-sha1'],
  ] as const)('nothing in common in %s: refused with ours, theirs and the one to allow', async (list, only, allow) => {
    const port = await appliance({ algorithms: JSON.parse(JSON.stringify(only)) });
    const { report } = await connect(port);
    const theirs = Object.values(only).at(-1);
    expect(report).toMatchObject({
      failure: { code: 'algorithms' },
      disagreement: { list, theirs, ours: expect.arrayContaining([allow]), allow },
      agreed: null,
    });
    expect(report.failure?.detail).toMatch(
      new RegExp(`no matching .*; theirs: ${theirs?.join(', ')}; ours: .*; to allow there: ${allow}$`),
    );
  });
});

describe('the first prompt', () => {
  test('closed before it comes', async () => {
    const port = await appliance({
      shell: (channel, connection) => channel.write('Welcome\r\n', () => connection.end()),
    });
    expect((await failureOf(connect(port)))?.code).toBe('reset');
  });

  test('never comes', async () => {
    const port = await appliance({ shell: (channel) => channel.write('Welcome\r\n') });
    expect((await failureOf(connect(port, { timeoutMs: 1500 })))?.code).toBe('no-prompt');
  });

  test('an expired passphrase', async () => {
    const ask = 'Your passphrase has expired.\r\nOld Password: ';
    const port = await appliance({ shell: (channel) => channel.write(ask) });
    expect((await failureOf(connect(port)))?.code).toBe('passphrase-expired');
  });
});

describe('a session', () => {
  test('whose connection breaks tells so, keeps what came, and takes no further command', async () => {
    const port = await appliance({
      shell: (channel, connection) => {
        prompting(channel);
        channel.on('data', () => channel.write('version\r\nhalf', () => connection.end()));
      },
    });
    const { session } = await connect(port);
    const { commandNamed } = await import('../../../main/core/asyncos');
    const version = commandNamed('version');
    if (session === null || version === null) throw new Error('no session');
    const [first, second] = [await session.run(version, {}), await session.run(version, {})];
    expect({ ok: first.ok, code: first.problem?.code, text: first.text }).toEqual({
      ok: false,
      code: 'connection-closed',
      text: 'esa1.example.com> version\r\nhalf',
    });
    expect({ code: second.problem?.code, text: second.text }).toEqual({ code: 'connection-closed', text: '' });
    await session.close();
  });

  test('several megabytes of output come whole', async () => {
    const lines = Array.from({ length: 60_000 }, (_, index) => `line ${index} ${'x'.repeat(60)}`).join('\r\n');
    const port = await appliance({
      shell: (channel) => {
        prompting(channel);
        channel.on('data', (typed: Buffer) => {
          if (typed.toString() === 'version\n') channel.write(`version\r\n${lines}\r\nesa1.example.com> `);
        });
      },
    });
    const { session } = await connect(port);
    const { commandNamed } = await import('../../../main/core/asyncos');
    const version = commandNamed('version');
    if (session === null || version === null) throw new Error('no session');
    const told = await session.run(version, {});
    expect(told.text).toBe(`esa1.example.com> version\r\n${lines}\r\n`);
    await session.close();
  });
});
