/**
 * The forked Node process that runs the built main bundle, unmodified. Only the name `electron` means something else.
 */
import Module, { register } from 'node:module';
import { pathToFileURL } from 'node:url';

const facadeUrl = new URL('electron/index.mjs', import.meta.url).href;
const { main, boring } = JSON.parse(process.env.CPQ_HOST_RUN ?? '{}');

/** For `import … from 'electron'`. The hook runs on a thread of its own and therefore is text. */
register(
  `data:text/javascript,${encodeURIComponent(`
    export const resolve = (name, context, next) =>
      name === 'electron' ? { url: ${JSON.stringify(facadeUrl)}, shortCircuit: true } : next(name, context);
  `)}`,
);

if (boring) (await import('./boring.mjs')).poseAsBoringSsl();

const facade = await import(facadeUrl);
/** For `require('electron')` of a CommonJS module. */
const resolve = Reflect.get(Module, '_load');
Reflect.set(Module, '_load', (/** @type {string} */ name, /** @type {unknown[]} */ ...rest) =>
  name === 'electron' ? facade : resolve(name, ...rest),
);

// Ctrl+C in the terminal reaches every process of it; the parent ends us in order.
process.on('SIGINT', () => undefined);
// A host that lost its parent has nobody to show anything to.
process.on('disconnect', () => process.exit(0));

// Main first, `ready` after: Electron's schemes can be declared only before.
await import(pathToFileURL(main).href);
process.send?.({ loaded: true });
