import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

/** The scheme's handler is the thing under test; Electron only keeps it. */
const kept = vi.hoisted(() => ({ handle: async (_request: Request): Promise<Response> => new Response() }));
vi.mock('electron', () => ({
  protocol: {
    handle: (_scheme: string, handler: typeof kept.handle) => {
      kept.handle = handler;
    },
  },
}));

const { serveBuiltPage } = await import('../../../main/desktop/protocol');

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cpq-page-'));
  await mkdir(join(folder, 'renderer', 'assets'), { recursive: true });
  await writeFile(join(folder, 'renderer', 'index.html'), '<!doctype html><title>page</title>');
  await writeFile(join(folder, 'renderer', 'assets', 'a.js'), 'let a;');
  await writeFile(join(folder, 'renderer', 'notes.exe'), 'not a part of a page');
  await writeFile(join(folder, 'secret.html'), 'beside the page');
  await serveBuiltPage(join(folder, 'renderer'));
  await writeFile(join(folder, 'renderer', 'late.js'), 'came after the start');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const ask = async (url: string, method = 'GET') => {
  const response = await kept.handle(new Request(url, { method }));
  return { status: response.status, text: await response.text(), headers: Object.fromEntries(response.headers) };
};

test('serves what was built, each file as what it is', async () => {
  expect(await ask('app://bundle/index.html')).toMatchObject({
    status: 200,
    text: '<!doctype html><title>page</title>',
  });
  expect(await ask('app://bundle/assets/a.js?v=1')).toMatchObject({
    status: 200,
    headers: { 'content-type': 'text/javascript; charset=utf-8', 'x-content-type-options': 'nosniff' },
  });
});

test.each([
  ['a file that is not there', 'app://bundle/none.js'],
  ['the folder', 'app://bundle/'],
  ['a file beside the page', 'app://bundle/../secret.html'],
  ['the same, written in escapes', 'app://bundle/%2e%2e/secret.html'],
  ['the same, behind a slash in escapes', 'app://bundle/assets%2f..%2f..%2fsecret.html'],
  ['a file of a kind that no page has', 'app://bundle/notes.exe'],
  ['a file that came after the start', 'app://bundle/late.js'],
  ['another host', 'app://other/index.html'],
])('answers 404 for %s', async (_what, url) => {
  expect(await ask(url)).toMatchObject({ status: 404, text: '' });
});

test('answers nothing but GET', async () => {
  expect((await ask('app://bundle/index.html', 'POST')).status).toBe(404);
});

test('every answer carries the policy: nothing from outside, nothing inline, no connection', async () => {
  const expected = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' blob:",
    "connect-src 'none'",
    "frame-src 'none'",
    "worker-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
  for (const url of ['app://bundle/index.html', 'app://bundle/assets/a.js', 'app://bundle/none']) {
    expect((await ask(url)).headers['content-security-policy']).toBe(expected);
  }
});
