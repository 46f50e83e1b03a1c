import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

/**
 * The certificate library: a hundred small files take a tenth of a second to read, so they are bundled, and those that
 * only describe other structures than ours are left out.
 */
const certificates = ['@peculiar/asn1-schema', '@peculiar/asn1-x509', '@peculiar/asn1-ecc', '@peculiar/asn1-rsa'];
const describesStructures = /@peculiar[\\/]asn1-(?:x509|ecc|rsa)[\\/]/;

/**
 * Every command needs these two, and bundled they start it 60 to 90 ms sooner (`tests/bench`, Node 20): the library of
 * the schemas is a hundred files, and brings its messages in fifty languages, which nobody here is shown.
 */
const always = ['zod', 'commander'];
const withoutLocales = {
  name: 'zod-without-locales',
  load: (id: string) => (/zod[\\/]v4[\\/]locales[\\/]index\.js$/.test(id) ? 'export {};' : null),
};

/** Main and command line share one build; dependencies stay in node_modules. The preload is CommonJS because the page is sandboxed. */
export default defineConfig({
  main: {
    plugins: [withoutLocales],
    build: {
      externalizeDeps: { exclude: [...certificates, ...always] },
      rollupOptions: {
        treeshake: { moduleSideEffects: (id) => !describesStructures.test(id) },
        input: { index: 'main/index.ts', cli: 'main/cli/index.ts' },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rollupOptions: { input: { index: 'preload/index.ts' }, output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: 'renderer',
    base: './',
    build: { rollupOptions: { input: 'renderer/index.html' } },
    plugins: [react()],
  },
});
