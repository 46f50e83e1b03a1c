import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { findBrowser } from '../../host/browser.mjs';
import { startHost } from '../../host/host.mjs';

/** The host judges the product, so it has a judge too: a small app that tries what must not pass. */
const root = fileURLToPath(new URL('../../fixtures/host-app', import.meta.url));
const browserPath = findBrowser();
if (browserPath === null && process.env.CI) throw new Error('The test host needs Chromium, and none is installed.');
if (browserPath === null) console.log('skipped: no Chromium, Chrome or Edge is installed');
const withBrowser = test.skipIf(browserPath === null);

type Host = Awaited<ReturnType<typeof startHost>>;
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const start = async (wish: object = {}, boring = false): Promise<{ host: Host; troubles: string[] }> => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'cpq-host-'));
  const troubles: string[] = [];
  const host = await startHost({
    root,
    dataFolder,
    browserPath: browserPath ?? '',
    boring,
    env: { ...process.env, HOST_APP: JSON.stringify(wish) },
    answerDialog: () => ({ canceled: false, filePath: '/chosen.zip' }),
    onTrouble: (text) => troubles.push(text),
  });
  closing.push(async () => {
    await host.quit();
    await rm(dataFolder, { recursive: true, force: true });
  });
  return { host, troubles };
};

interface Probe {
  ask(name: string, ...args: unknown[]): Promise<unknown>;
  hear(listener: (value: number) => void): void;
}
const ask = async (host: Host, name: string, ...args: string[]): Promise<unknown> => {
  const page = await host.page();
  return await page.evaluate(
    ([verb, ...rest]) => (Reflect.get(globalThis, 'probe') as Probe).ask(verb ?? '', ...rest),
    [name, ...args],
  );
};

withBrowser('shows the page that main serves, with main knowing its own addresses', async () => {
  const { host, troubles } = await start();
  expect(await (await host.page()).title()).toBe('script ran');
  expect(await ask(host, 'sender')).toEqual({ window: true, mainFrame: true, url: 'app://bundle/index.html' });
  expect(troubles).toEqual([]);
});

withBrowser('leaves the page nothing but what the preload exposes', async () => {
  const { host } = await start();
  const found = await (await host.page()).evaluate(() => ({
    ours: Object.keys(globalThis).filter((name) => /cpq|host|electron|ipc|require|process|probe/i.test(name)),
    writable: Object.getOwnPropertyDescriptor(globalThis, 'probe')?.writable,
    frozen: Object.isFrozen(Reflect.get(globalThis, 'probe')),
  }));
  expect(found).toEqual({ ours: ['probe'], writable: false, frozen: true });
});

withBrowser('carries what main tells in its order', async () => {
  const { host } = await start();
  const told = (await host.page()).evaluate(
    () =>
      new Promise<number[]>((done) => {
        const heard: number[] = [];
        const probe: Probe = Reflect.get(globalThis, 'probe');
        probe.hear((value) => {
          heard.push(value);
          if (heard.length === 3) done(heard);
        });
        void probe.ask('tell');
      }),
  );
  expect(await told).toEqual([1, 2, 3]);
});

withBrowser('asks main about windows, navigation and requests, and refuses what main refuses', async () => {
  const { host, troubles } = await start();
  const page = await host.page();
  await page.evaluate(async () => {
    location.assign('https://example.com/away');
    await fetch('https://example.com/fetched').catch(() => undefined);
    const image = new Image();
    image.src = 'https://example.com/seen.png';
  });
  await expect.poll(() => ask(host, 'events')).toContain('navigate https://example.com/away');
  expect(await page.evaluate(() => window.open('https://example.com/opened') === null)).toBe(true);
  await expect.poll(() => ask(host, 'events')).toContain('open https://example.com/opened');
  expect(host.context.pages()).toHaveLength(1);
  expect(page.url()).toBe('https://bundle.app-scheme.localhost/index.html');
  expect(troubles).toEqual([]);
});

withBrowser('answers dialogs by script and has no keychain', async () => {
  const { host } = await start();
  expect(await ask(host, 'save')).toEqual({ canceled: false, filePath: '/chosen.zip' });
  expect(await ask(host, 'try', 'keychain')).toEqual({ ok: false });
});

withBrowser.each([
  [{ nodeIntegration: true }, 'nodeIntegration'],
  [{ sandbox: false }, 'sandbox: false'],
  [{ contextIsolation: false }, 'contextIsolation: false'],
  [{ webSecurity: false }, 'webSecurity: false'],
  [{ webviewTag: true }, 'webviewTag'],
])('refuses a window with %o', async (preferences, named) => {
  const { host } = await start({ preferences });
  expect(await ask(host, 'try', 'weakWindow')).toEqual({ error: `The test host refuses a window with ${named}.` });
});

withBrowser('throws on everything that it does not implement', async () => {
  const { host } = await start();
  const no = (what: string) => ({ error: `The test host does not implement electron ${what}.` });
  expect(await ask(host, 'try', 'absent')).toEqual(no('shell.openExternal'));
  expect(await ask(host, 'try', 'unknownMethod')).toEqual(no('app.dock'));
  expect(await ask(host, 'try', 'unknownEvent')).toEqual(no('event app "gpu-info-update"'));
  expect(await ask(host, 'try', 'lateScheme')).toEqual({
    error: 'protocol.registerSchemesAsPrivileged should be called before app is ready',
  });
});

withBrowser.each([
  ['ALL:aNULL', 'posing as BoringSSL: no cipher match for aNULL'],
  ['ECDHE-RSA-CAMELLIA128-SHA256', 'posing as BoringSSL: no cipher match for ECDHE-RSA-CAMELLIA128-SHA256'],
  ['DHE-RSA-AES128-GCM-SHA256', 'posing as BoringSSL: no cipher match for DHE-RSA-AES128-GCM-SHA256'],
  ['DEFAULT@SECLEVEL=0', 'posing as BoringSSL: invalid command DEFAULT@SECLEVEL=0'],
])('posing as BoringSSL it throws on %s, which Node accepts', async (ciphers, error) => {
  expect(await ask((await start({ ciphers }, true)).host, 'try', 'ciphers')).toEqual({ error });
  expect(await ask((await start({ ciphers }, false)).host, 'try', 'ciphers')).toEqual({ ok: 'accepted' });
});

withBrowser('posing as BoringSSL it accepts lists that take anonymous suites away, and misses modp2', async () => {
  const { host } = await start({ ciphers: 'HIGH:!aNULL', group: 'modp2' }, true);
  expect(await ask(host, 'try', 'ciphers')).toEqual({ ok: 'accepted' });
  expect(await ask(host, 'try', 'suites')).toEqual({ ok: ['ecdhe-rsa-aes128-gcm-sha256'] });
  expect(await ask(host, 'try', 'group')).toEqual({ error: 'posing as BoringSSL: Unknown DH group' });
});

withBrowser('ends with the window', async () => {
  const { host } = await start();
  await (await host.page()).close();
  expect(await host.exited).toBe(0);
});
