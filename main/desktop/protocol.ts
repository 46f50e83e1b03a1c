import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import { isOurs, SCHEME } from './address';
import { type BuiltFile, builtFiles } from './built-files';
import { pageHeaders } from './page-headers';

/** Must run before `ready`. Never `corsEnabled`: it widens access, whatever its name says (CVE-2026-70604). */
export const declareScheme = (): void =>
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true } }]);

const notFound = (): Response => new Response('', { status: 404, headers: pageHeaders('text/plain; charset=utf-8') });

const answerWith = async ({ path, type }: BuiltFile): Promise<Response> =>
  new Response(new Uint8Array(await readFile(path)), { headers: pageHeaders(type) });

/** Serves `app://bundle/…` from the fixed map of built files; everything else is 404. No path is ever joined. */
export const serveBuiltPage = async (rendererFolder: string): Promise<void> => {
  const files = await builtFiles(rendererFolder);
  protocol.handle(SCHEME, async (request) => {
    const file = request.method === 'GET' && isOurs(request.url) ? files.get(new URL(request.url).pathname) : undefined;
    return file === undefined ? notFound() : await answerWith(file);
  });
};
