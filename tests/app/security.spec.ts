import { contract } from '../../preload/contract';
import { expect, test } from './fixture';

/** A hostile page: what it tries must fail in the host as in Electron. */

test('the page reaches the verbs of the contract and nothing else', async ({ openApp }) => {
  const { page } = await openApp();
  const reached = await page.evaluate(() => ({
    verbs: Object.entries(Reflect.get(globalThis, 'cpq') as Record<string, object>).flatMap(([group, verbs]) =>
      Object.keys(verbs).map((verb) => `${group}.${verb}`),
    ),
    powers: ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer', '__dirname'].filter(
      (name) => name in globalThis,
    ),
    ours: Object.keys(globalThis).filter((name) => /cpq|electron|ipc|host/i.test(name)),
    replaceable: Object.getOwnPropertyDescriptor(globalThis, 'cpq')?.writable,
  }));
  expect(reached).toEqual({
    verbs: Object.entries(contract).flatMap(([group, verbs]) => Object.keys(verbs).map((verb) => `${group}.${verb}`)),
    powers: [],
    ours: ['cpq'],
    replaceable: false,
  });
});

test('no window, no navigation, no frame with power', async ({ openApp }) => {
  const { page } = await openApp();
  const before = page.url();
  const opened = await page.evaluate(() => window.open('https://example.com/') === null);
  expect(opened).toBe(true);
  for (const address of ['https://example.com/', 'file:///etc/passwd', 'http://127.0.0.1:1/']) {
    await page.evaluate((to) => location.assign(to), address);
  }
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'https://example.com/';
    link.target = '_blank';
    document.body.append(link);
    link.click();
  });
  const framed = await page.evaluate(async () => {
    const frame = document.createElement('iframe');
    frame.src = './index.html';
    const loaded = new Promise((done) => {
      frame.addEventListener('load', done);
      frame.addEventListener('error', done);
    });
    document.body.append(frame);
    await loaded;
    try {
      return frame.contentWindow !== null && 'cpq' in frame.contentWindow;
    } catch {
      // Another origin, that of the error page: nothing of ours is in there.
      return false;
    }
  });
  expect(framed).toBe(false);
  expect(page.url()).toBe(before);
  await expect.poll(() => page.context().pages().length).toBe(1);
  await expect(page).toHaveTitle(/CPQ Doctor/);
});

test('the policy refuses connections, inline code, inline styles and markup sinks', async ({ openApp }) => {
  const { page } = await openApp();
  const refused = await page.evaluate(async () => {
    const seen = new Set<string>();
    document.addEventListener('securitypolicyviolation', (event) => seen.add(event.effectiveDirective));
    const failed = async (attempt: () => unknown) => {
      try {
        await attempt();
        return false;
      } catch {
        return true;
      }
    };
    // What a driver evaluates itself may use eval; what runs a turn later is the page's own.
    await new Promise((done) => setTimeout(done, 0));
    const script = () => Object.assign(document.createElement('script'), { async: false });
    const outcome = {
      outside: await failed(() => fetch('https://example.com/')),
      ours: await failed(() => fetch('./index.html')),
      socket: await failed(() => new WebSocket('wss://example.com/')),
      // biome-ignore lint/security/noGlobalEval: this is the attack.
      code: await failed(() => globalThis.eval('1')),
      markup: await failed(() => {
        document.body.innerHTML = '<b>x</b>';
      }),
      scriptText: await failed(() => {
        script().text = 'globalThis.hacked = true';
      }),
    };
    const style = document.createElement('style');
    style.textContent = 'body { display: none }';
    document.head.append(style);
    document.body.append(Object.assign(new Image(), { src: 'https://example.com/x.png' }));
    await new Promise((done) => setTimeout(done, 50));
    return { outcome, seen: [...seen].sort(), hidden: getComputedStyle(document.body).display === 'none' };
  });
  expect(refused.outcome).toMatchObject({ outside: true, ours: true, code: true, markup: true, scriptText: true });
  expect(refused.hidden).toBe(false);
  for (const directive of ['connect-src', 'img-src', 'style-src-elem', 'require-trusted-types-for']) {
    expect(refused.seen).toContain(directive);
  }
});

test('arguments that the contract does not know are refused with their place', async ({ openApp }) => {
  const { page } = await openApp();
  const ask = (group: string, verb: string, argument: unknown) =>
    page.evaluate(
      ([g, v, a]) => {
        const cpq: Record<string, Record<string, (argument: unknown) => Promise<unknown>>> = Reflect.get(
          globalThis,
          'cpq',
        );
        return cpq[String(g)]?.[String(v)]?.(a);
      },
      [group, verb, argument] as const,
    );
  const refusal = (where: string | null) => ({ ok: false, problem: { code: 'invalid-argument', where } });
  expect(await ask('cases', 'open', { id: '../../etc' })).toMatchObject(refusal('id'));
  expect(await ask('cases', 'open', { id: 'a', path: '/etc/passwd' })).toMatchObject(refusal(null));
  expect(await ask('cases', 'open', null)).toMatchObject(refusal(null));
  expect(await ask('cases', 'create', { name: 'x'.repeat(201) })).toMatchObject(refusal('name'));
  expect(await ask('app', 'changeSettings', { language: 'de', theme: 'dark' })).toMatchObject(refusal('language'));
  expect(await ask('cases', 'open', { id: 'no-such-case' })).toMatchObject({
    ok: false,
    problem: { code: 'case-missing' },
  });
});

test('a function or a loop never crosses', async ({ openApp }) => {
  const { page } = await openApp();
  const answers = await page.evaluate(async () => {
    const { cases }: { cases: { open(argument: unknown): Promise<{ ok: boolean }> } } = Reflect.get(globalThis, 'cpq');
    const loop: { id: string; self?: unknown } = { id: 'a' };
    loop.self = loop;
    const refused = async (argument: unknown) => {
      try {
        return (await cases.open(argument)).ok === false;
      } catch {
        return true;
      }
    };
    return [await refused(loop), await refused(() => 1), await refused({ id: () => 'a' }), await refused(1n)];
  });
  expect(answers).toEqual([true, true, true, true]);
});

test('devices, place and notifications are refused', async ({ openApp }) => {
  const { page } = await openApp();
  const states = await page.evaluate(async () => {
    const state = async (name: string) => (await navigator.permissions.query({ name: name as PermissionName })).state;
    return [await state('geolocation'), await state('camera'), await state('microphone'), Notification.permission];
  });
  expect(states).not.toContain('granted');
});

test('no material can be named by path', async ({ openApp }) => {
  const { page } = await openApp();
  const answer = await page.evaluate(async () => {
    const cpq = Reflect.get(globalThis, 'cpq');
    const { value } = await cpq.cases.create({ name: 'hostile' });
    return await cpq.site.save({ id: value.id, site: { ...value.site, materials: ['/etc/passwd'] } });
  });
  expect(answer).toEqual({ ok: false, problem: { code: 'path-not-offered', where: '/etc/passwd', params: {} } });
});

test('no key, variable or host key can be named that was not seen', async ({ openApp }) => {
  const { page } = await openApp();
  const answers = await page.evaluate(async () => {
    const cpq = Reflect.get(globalThis, 'cpq');
    const { value } = await cpq.cases.create({ name: 'hostile' });
    const { id, site } = value;
    const nothing = { logs: [], config: null, cli: [], transcripts: [], captures: [] };
    const esa = {
      ...{ name: 'esa1', role: 'esa', host: '192.0.2.1', sshPort: 22, user: 'admin', auth: null, jump: null },
      ...{ hostKey: null, quarantine: { interface: null, address: null, port: null }, materials: nothing },
    };
    const save = (changed: object) => cpq.site.save({ id, site: { ...site, appliances: [{ ...esa, ...changed }] } });
    const code = async (asked: Promise<{ problem?: { code: string } }>) => (await asked).problem?.code ?? 'taken';
    const fingerprint = `SHA256:${'A'.repeat(43)}`;
    return [
      await code(save({})),
      await code(save({ auth: { kind: 'key', key: '/home/me/.ssh/id_rsa', passphrase: null } })),
      await code(save({ auth: { kind: 'password', password: { file: '/etc/shadow' } } })),
      await code(save({ auth: { kind: 'password', password: { env: 'SECRET' } } })),
      await code(save({ hostKey: fingerprint })),
      await code(cpq.site.acceptHostKey({ id, appliance: 'esa1', fingerprint })),
      await code(save({ name: 'laptop' })),
    ];
  });
  expect(answers).toEqual([
    'taken',
    'auth-not-offered',
    'auth-not-offered',
    'auth-not-offered',
    'host-key-not-shown',
    'host-key-not-shown',
    'appliance-name-refused',
  ]);
});
