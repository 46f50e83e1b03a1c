import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startCommand, startLogin } from '../../../main/core/asyncos/dialogue';
import { drive } from '../../../main/ssh/drive';
import type { Listener, Terminal } from '../../../main/ssh/terminal';
import { definition, PROMPT } from '../../core/asyncos-dialogue/conversation';

/** A terminal without a line behind it. */
const fakeTerminal = () => {
  const sent: string[] = [];
  let listener: Listener | null = null;
  let closed = false;
  const terminal: Terminal = {
    send: (bytes) => sent.push(bytes) > 0,
    listen: (next) => {
      listener = next;
    },
    takeIdle: () => '',
    isClosed: () => closed,
    close: () => {
      closed = true;
      listener?.closed();
    },
  };
  return { terminal, sent, prints: (text: string) => listener?.text(text) };
};

const LIMIT_MS = 30_000;
const started = (signal?: AbortSignal) => {
  const fake = fakeTerminal();
  const driven = drive(fake.terminal, startCommand(definition({}), {}, PROMPT), { timeoutMs: LIMIT_MS, signal });
  return { ...fake, ...driven };
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a command at the end of its time', () => {
  test.each([
    ['just before', -1],
    ['just after', 1],
  ])('called off %s its own deadline, it is interrupted once and keeps the session', async (_when, beside) => {
    const control = new AbortController();
    const { terminal, sent, prints, settled } = started(control.signal);
    await vi.advanceTimersByTimeAsync(LIMIT_MS + beside);
    control.abort();
    await vi.advanceTimersByTimeAsync(500);
    prints(`^C\r\n${PROMPT}`);
    await vi.advanceTimersByTimeAsync(50);
    expect({ prompt: await settled, closed: terminal.isClosed(), sent }).toEqual({
      prompt: PROMPT,
      closed: false,
      sent: ['version\n', '\x03'],
    });
  });

  test('the time of its way out does not depend on the time it has taken', async () => {
    const { terminal, prints, settled } = started();
    await vi.advanceTimersByTimeAsync(LIMIT_MS - 500);
    prints('version\r\nPassword: ');
    await vi.advanceTimersByTimeAsync(1000);
    prints(`^C\r\n${PROMPT}`);
    await vi.advanceTimersByTimeAsync(50);
    expect({ prompt: await settled, closed: terminal.isClosed() }).toEqual({ prompt: PROMPT, closed: false });
  });

  test.each(['called off', 'out of time'])(
    '%s, output that never ends costs ten seconds, then the line',
    async (how) => {
      const control = new AbortController();
      const { terminal, prints, settled } = started(control.signal);
      if (how === 'called off') control.abort();
      else await vi.advanceTimersByTimeAsync(LIMIT_MS);
      for (let tenths = 0; tenths < 101; tenths += 1) {
        prints('and so on\r\n');
        await vi.advanceTimersByTimeAsync(100);
      }
      expect(terminal.isClosed()).toBe(true);
      expect(await settled).toBeNull();
    },
  );
});

describe('a login', () => {
  test('waits for a first prompt that takes half a minute', async () => {
    const fake = fakeTerminal();
    const { told, settled } = drive(fake.terminal, startLogin(), { timeoutMs: 85_000 });
    await vi.advanceTimersByTimeAsync(31_000);
    fake.prints(`Welcome to the Cisco C100V\r\n\r\n${PROMPT}`);
    await vi.advanceTimersByTimeAsync(5000);
    expect({ problem: (await told).problem, prompt: await settled, sent: fake.sent }).toEqual({
      problem: null,
      prompt: PROMPT,
      sent: [],
    });
  });
});
