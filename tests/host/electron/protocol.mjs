import { isReady } from './app.mjs';
import { answerParent } from './link.mjs';
import { strict } from './strict.mjs';

/** @type {Map<string, (request: Request) => Response | Promise<Response>>} */
const handlers = new Map();
/** @type {any[]} */
let privileged = [];

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged: (/** @type {any[]} */ schemes) => {
    if (isReady()) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    privileged = schemes;
  },
  handle: (/** @type {string} */ scheme, /** @type {(request: Request) => Response | Promise<Response>} */ handler) => {
    if (!isReady()) throw new Error('protocol.handle can only be used after app is ready');
    if (
      !privileged.some((entry) => entry.scheme === scheme && entry.privileges?.standard && entry.privileges?.secure)
    ) {
      throw new Error(
        `The test host serves only a standard and secure scheme, and "${scheme}" is not declared as one.`,
      );
    }
    handlers.set(scheme, handler);
  },
  isProtocolHandled: (/** @type {string} */ scheme) => handlers.has(scheme),
});

/** Main's own answer to a request of the page, with status, headers and body as they are. */
answerParent('fetch', async ({ url, method }) => {
  const handler = handlers.get(new URL(url).protocol.slice(0, -1));
  if (handler === undefined) throw new Error(`No handler for ${url}`);
  const response = await handler(asRequest(url, method));
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: new Uint8Array(await response.arrayBuffer()),
  };
});

/** Node's `Request` refuses no scheme, but the address must be kept as it was asked. */
const asRequest = (/** @type {string} */ url, /** @type {string} */ method) => new Request(url, { method });
