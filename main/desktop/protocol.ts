import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import { isOurs, SCHEME } from './address';
import { type BuiltFile, builtFiles } from './built-files';
import { securityHeaders } from './page-headers';

/** Must run before `ready`. Never `corsEnabled`: it widens access, whatever its name says (CVE-2026-70604). */
export const declareScheme = (): void =>
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true } }]);

const refuse = (status: number): Response =>
  new Response('', { status, headers: { ...securityHeaders(null), 'content-type': 'text/plain; charset=utf-8' } });

/** The page may name a nonce placeholder; each answer fills in its own, so no style of somebody else applies. */
const withNonce = (bytes: Uint8Array, nonce: string): string =>
  new TextDecoder().decode(bytes).replaceAll('__STYLE_NONCE__', nonce);

const answerWith = async ({ path, type }: BuiltFile): Promise<Response> => {
  const bytes = await readFile(path);
  if (!type.startsWith('text/html')) {
    return new Response(new Uint8Array(bytes), { headers: { ...securityHeaders(null), 'content-type': type } });
  }
  const nonce = randomBytes(16).toString('base64');
  return new Response(withNonce(bytes, nonce), { headers: { ...securityHeaders(nonce), 'content-type': type } });
};

/** Serves `app://bundle/…` from the fixed map of built files; everything else is 404. No path is ever joined. */
export const serveBuiltPage = async (rendererFolder: string): Promise<void> => {
  const files = await builtFiles(rendererFolder);
  protocol.handle(SCHEME, async (request) => {
    if (request.method !== 'GET' || !isOurs(request.url)) return refuse(404);
    const file = files.get(new URL(request.url).pathname);
    return file === undefined ? refuse(404) : await answerWith(file);
  });
};
