import { asMainSeesIt, asPageSeesIt } from './addresses.mjs';
import { AppQuit } from './fork.mjs';
import { preloadScript } from './preload.mjs';

const BINDING = '__cpqHostCall';

/**
 * Makes a browser page into a window of main: preload inside, every request answered or refused by main itself.
 *
 * @param {{ page: import('playwright').Page, id: number, preload: string | null,
 *   ask: (kind: string, payload?: unknown) => Promise<any>, onTrouble: (text: string) => void }} options
 */
export const wirePage = async ({ page, id, preload, ask, onTrouble }) => {
  const post = makePost();
  let loading = '';
  let closing = false;

  /** By `window.open` or by a link: main has to deny it, and the host shows none in any case. */
  const openAsked = async (/** @type {string} */ url) => {
    if (await ask('may-open', { id, url })) onTrouble(`main let the page open a window: ${url}`);
  };

  const hear = async (/** @type {any} */ { frame }, /** @type {string} */ text) => {
    const message = JSON.parse(text);
    if (message.kind === 'listen') return JSON.stringify(await post.next());
    if (message.kind === 'open') return JSON.stringify(await openAsked(message.url));
    const { channel, args } = message;
    const sender = { url: asMainSeesIt(frame.url()), isMainFrame: frame === page.mainFrame() };
    try {
      const answer = await ask('invoke', { id, channel, text: JSON.stringify(args), ...sender });
      return `{"value":${answer ?? 'null'}}`;
    } catch (error) {
      if (!(error instanceof AppQuit)) onTrouble(`invoke ${channel}: ${messageOf(error)}`);
      return JSON.stringify({ error: messageOf(error) });
    }
  };

  const mayNavigate = async (/** @type {import('playwright').Request} */ request, /** @type {string} */ url) => {
    if (!request.isNavigationRequest() || url === loading) return true;
    return await ask('may-navigate', { id, url, isMainFrame: isMainFrame(request, page) });
  };

  /** Electron asks in this order: navigation, request filter, protocol handler. */
  const onRequest = async (/** @type {import('playwright').Route} */ route) => {
    const request = route.request();
    const url = asMainSeesIt(request.url());
    if (!(await mayNavigate(request, url))) return await route.abort('aborted');
    const details = { url, method: request.method(), resourceType: request.resourceType() };
    if (!(await ask('may-request', details))) return await route.abort('blockedbyclient');
    if (!url.startsWith('app:')) {
      onTrouble(`main let a request pass that leaves the app: ${url}`);
      return await route.abort('blockedbyclient');
    }
    return await route.fulfill(await answerOf(ask, details));
  };

  await page.exposeBinding(BINDING, hear);
  if (preload !== null) await page.addInitScript({ content: preloadScript(BINDING, preload) });
  await page.route('**/*', (route) => onRequest(route).catch(() => route.abort('failed').catch(() => undefined)));
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame())
      void ask('navigated', { id, url: asMainSeesIt(frame.url()) }).catch(() => undefined);
  });
  page.on('popup', async (popup) => {
    await openAsked(popup.url());
    await popup.close();
  });
  page.on('download', async (download) => {
    if (await ask('may-download', { url: download.url() })) onTrouble(`main allowed a download: ${download.url()}`);
    await download.cancel();
  });
  page.on('pageerror', (error) => onTrouble(`the page threw: ${error.message}`));
  page.on('close', () => {
    if (!closing) void ask('window.closed', { id }).catch(() => undefined);
  });
  return {
    page,
    send: post.send,
    load: async (/** @type {string} */ url) => {
      loading = url;
      await page.goto(asPageSeesIt(url));
      loading = '';
    },
    close: async () => {
      closing = true;
      await page.close();
    },
  };
};

const messageOf = (/** @type {unknown} */ error) => (error instanceof Error ? error.message : String(error));

const isMainFrame = (
  /** @type {import('playwright').Request} */ request,
  /** @type {import('playwright').Page} */ page,
) => {
  try {
    return request.frame() === page.mainFrame();
  } catch {
    // A frame that does not exist yet: Playwright cannot name it, and it is not the main frame of this page.
    return false;
  }
};

const answerOf = async (
  /** @type {(kind: string, payload?: unknown) => Promise<any>} */ ask,
  /** @type {{ url: string, method: string }} */ details,
) => {
  const { status, headers, body } = await ask('fetch', details);
  return { status, headers, body: Buffer.from(body) };
};

/** What main told and the page has not fetched yet. Only the newest document listens. */
const makePost = () => {
  /** @type {{ channel: string, args: unknown[] }[]} */
  let waiting = [];
  /** @type {((messages: unknown[]) => void) | null} */
  let listener = null;
  const deliver = () => {
    if (listener === null || waiting.length === 0) return;
    const [give, messages] = [listener, waiting];
    listener = null;
    waiting = [];
    give(messages);
  };
  return {
    send: (/** @type {{ channel: string, text: string }} */ { channel, text }) => {
      waiting.push({ channel, args: JSON.parse(text) });
      deliver();
    },
    next: () =>
      new Promise((give) => {
        listener = give;
        deliver();
      }),
  };
};
