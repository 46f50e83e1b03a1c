import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

/** Main and command line share one build; dependencies stay in node_modules. The preload is CommonJS because the page is sandboxed. */
export default defineConfig({
  main: {
    build: {
      rollupOptions: {
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
