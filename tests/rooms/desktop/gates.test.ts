import type { WebContents, WebFrameMain } from 'electron';
import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { sentByOurPage, throughTheGates } from '../../../main/desktop/gates';

const frame = (url: string, parent: WebFrameMain | null = null) => ({ url, parent }) as WebFrameMain;
const ours = { id: 1 } as WebContents;
const page = frame('app://bundle/index.html');

test.each([
  ['our page', { sender: ours, senderFrame: page }, true],
  ['another contents', { sender: { id: 2 } as WebContents, senderFrame: page }, false],
  ['a frame inside our page', { sender: ours, senderFrame: frame('app://bundle/index.html', page) }, false],
  ['a frame that is gone', { sender: ours, senderFrame: null }, false],
  ['another origin', { sender: ours, senderFrame: frame('https://example.com/') }, false],
  ['another host of our scheme', { sender: ours, senderFrame: frame('app://other/index.html') }, false],
  ['an address with a user', { sender: ours, senderFrame: frame('app://me@bundle/index.html') }, false],
  ['no address', { sender: ours, senderFrame: frame('') }, false],
])('asked by %s', (_who, event, allowed) => {
  expect(sentByOurPage(event, ours)).toBe(allowed);
  expect(sentByOurPage(event, null)).toBe(false);
});

const entry = {
  argument: z.strictObject({ items: z.array(z.strictObject({ port: z.number() })) }),
  value: z.strictObject({ name: z.string() }),
};

test('a wrong argument never reaches the handler, and the problem names its place', async () => {
  const handler = vi.fn();
  const answer = await throughTheGates('site.save', entry, handler, { items: [{ port: 'x' }] });
  expect(answer).toEqual({
    ok: false,
    problem: {
      code: 'invalid-argument',
      where: 'items[0].port',
      params: { verb: 'site.save', reason: 'invalid_type' },
    },
  });
  expect(handler).not.toHaveBeenCalled();
});

test('an answer that carries more than the contract says does not leave', async () => {
  const handler = async () => ({ ok: true as const, value: { name: 'a', secret: 's3cret' } });
  const answer = await throughTheGates('case.open', entry, handler, { items: [] });
  expect(answer).toMatchObject({ ok: false, problem: { code: 'our-mistake', where: 'case.open' } });
  expect(JSON.stringify(answer)).not.toContain('s3cret');
});

test('a problem is answered as it is, an exception as our mistake', async () => {
  const known = { code: 'case-unknown', where: 'x', params: {} };
  expect(await throughTheGates('a.b', entry, async () => ({ ok: false, problem: known }), { items: [] })).toEqual({
    ok: false,
    problem: known,
  });
  const broken = async () => {
    throw new Error('boom');
  };
  expect(await throughTheGates('a.b', entry, broken, { items: [] })).toEqual({
    ok: false,
    problem: { code: 'our-mistake', where: 'a.b', params: { detail: 'boom' } },
  });
});
