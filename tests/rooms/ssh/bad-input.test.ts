import { connect as dial, type Socket } from 'node:net';
import type { AuthContext, ServerChannel } from 'ssh2';
import { afterEach, expect, test } from 'vitest';
import { commandNamed } from '../../../main/core/asyncos';
import { SessionReport } from '../../../main/core/model';
import { good } from '../../../main/core/model/problem';
import { openSession, type SessionOptions } from '../../../main/ssh';
import { type Fake, fakeAppliance, fakeListener, trusting } from './fake-appliance';

const SECRET = 'swordfish-7025';
const PROMPT = 'esa1.example.com> ';
const open: Fake[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});
const started = async (fake: Promise<Fake>): Promise<number> => {
  const one = await fake;
  open.push(one);
  return one.port;
};
const connect = (port: number, part: Partial<SessionOptions> = {}) =>
  openSession(
    { name: 'esa1', host: '127.0.0.1', port, user: 'admin', hostKey: null },
    {
      credential: async () => good({ kind: 'password', password: SECRET }),
      knownHosts: trusting,
      acceptNewHostKeys: false,
      timeoutMs: 10_000,
      ...part,
    },
  );
const accept = (context: AuthContext) => (context.method === 'none' ? context.reject(['password']) : context.accept());
const version = () => {
  const found = commandNamed('version');
  if (found === null) throw new Error('no such command');
  return found;
};
const appliance = (answer: (channel: ServerChannel, typed: string) => void) =>
  started(
    fakeAppliance({
      authenticate: accept,
      shell: (channel) => {
        channel.write(`Welcome to the Cisco C100V\r\n\r\n${PROMPT}`);
        channel.on('data', (typed: Buffer) => answer(channel, typed.toString()));
      },
    }),
  );

/** Passes on what the appliance says, but no more than `bytes` of it; then the line is cut. */
const cutAfter = (port: number, bytes: number): Promise<Fake & { readonly passed: () => number }> => {
  let passed = 0;
  const serve = (near: Socket) => {
    const far = dial(port, '127.0.0.1');
    far.on('error', () => undefined);
    near.on('close', () => far.destroy());
    near.on('data', (chunk: Buffer) => far.write(chunk));
    far.on('data', (chunk: Buffer) => {
      const part = chunk.subarray(0, bytes - passed);
      passed += part.length;
      near.write(part, () => {
        if (passed >= bytes) near.destroy();
      });
    });
    far.on('close', () => near.end());
  };
  return fakeListener(serve).then((fake) => ({ ...fake, passed: () => passed }));
};

test('cut off at every stage of a login, it says so, keeps what it saw, and holds no secret', {
  timeout: 60_000,
}, async () => {
  const port = await appliance(() => undefined);
  const whole = await cutAfter(port, Number.POSITIVE_INFINITY);
  open.push(whole);
  const { session, report } = await connect(whole.port);
  expect(report.failure).toBeNull();
  await session?.close();
  const stages = Array.from({ length: 40 }, (_, index) => Math.floor((index * (whole.passed() - 100)) / 40));
  const seen = await Promise.all(
    stages.map(async (bytes) => {
      const relay = await cutAfter(port, bytes);
      open.push(relay);
      const opened = await connect(relay.port);
      expect(SessionReport.parse(opened.report)).toEqual(opened.report);
      expect(JSON.stringify(opened.report)).not.toContain(SECRET);
      return { session: opened.session, code: opened.report.failure?.code, kexinit: opened.report.kexinit !== null };
    }),
  );
  expect(seen.every((one) => one.session === null)).toBe(true);
  expect([...new Set(seen.map((one) => one.code))].filter((code) => code !== 'reset' && code !== 'not-ssh')).toEqual(
    [],
  );
  // The offers were read wherever the cut came behind them.
  expect([seen.at(0)?.kexinit, seen.at(-1)?.kexinit]).toEqual([false, true]);
});

test('an output of 100 MB is cut at its bound, and the session goes on', { timeout: 60_000 }, async () => {
  const block = `${'x'.repeat(78)}\r\n`.repeat(800);
  let stopped = false;
  const pour = (channel: ServerChannel, left: number): void => {
    if (stopped || left <= 0) return void channel.write(PROMPT);
    channel.write(block, () => pour(channel, left - block.length));
  };
  const port = await appliance((channel, typed) => {
    if (typed === 'version\n') pour(channel, 100 * 1024 * 1024);
    if (typed === '\x03') stopped = true;
  });
  const { session } = await connect(port);
  if (session === null) throw new Error('no session');
  const told = await session.run(version(), {});
  expect({ ok: told.ok, code: told.problem?.code }).toEqual({ ok: false, code: 'too-much-output' });
  expect(told.text.length).toBeGreaterThan(15 * 1024 * 1024);
  expect(told.text.length).toBeLessThanOrEqual(16 * 1024 * 1024 + block.length);
  expect((await session.run(version(), {}).then((next) => next.text)).startsWith(PROMPT)).toBe(true);
  await session.close();
});

test('escape sequences for clipboard and title are kept as they came and change nothing', async () => {
  const nasty = '\x1b]52;c;aGk=\x07\x1b]0;title\x07\x1b[2J\x1b[6n\x1bP+q544e\x1b\\';
  const port = await appliance((channel, typed) => {
    if (typed === 'version\n') channel.write(`version\r\n${nasty}Current Version\r\n${PROMPT}`);
    // A terminal that answered `\x1b[6n` would type here.
    else if (typed !== 'exit\n') channel.write(`answered ${JSON.stringify(typed)}\r\n${PROMPT}`);
    else channel.end();
  });
  const heard: string[] = [];
  const { session } = await connect(port, { onText: (text) => void heard.push(text) });
  const told = await session?.run(version(), {});
  await session?.close();
  expect({ ok: told?.ok, text: told?.text }).toEqual({
    ok: true,
    text: `${PROMPT}version\r\n${nasty}Current Version\r\n`,
  });
  expect(heard.join('')).not.toContain('answered');
});

test('Latin-1 and broken UTF-8 are read as what they most likely are, and the session goes on', async () => {
  const port = await appliance((channel, typed) => {
    if (typed === 'version\n')
      channel.write(Buffer.from(`version\r\nSite: Orl\xe9ans \xc3\xa9 \xff\x9b2J\r\n${PROMPT}`, 'latin1'));
    else if (typed === 'exit\n') channel.end();
  });
  const { session } = await connect(port);
  const told = await session?.run(version(), {});
  await session?.close();
  expect({ ok: told?.ok, text: told?.text }).toEqual({
    ok: true,
    text: `${PROMPT}version\r\nSite: Orl\u00e9ans \u00e9 \u00ff\ufffd2J\r\n`,
  });
});

test('a greeting in escape sequences and control bytes stands plainly in the report', async () => {
  const port = await started(fakeListener((socket) => socket.write('\x1b]0;x\x07SSH-1.99-\x9b2J\r\n')));
  const { report } = await connect(port, { timeoutMs: 500 });
  expect(report.failure?.code).toMatch(/^(?:not-ssh|reset|timed-out|algorithms)$/);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: their absence is what is shown.
  expect(JSON.stringify(report)).not.toMatch(/\\u001b|\\u0007|[\x1b\x07\x9b]/);
});
