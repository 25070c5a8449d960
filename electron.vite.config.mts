import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { bridgeEntries } from './preload/contract';
import { withoutCloudLogin } from './scripts/bundling.mts';
import { listBundledPackages } from './scripts/third-party.mjs';

const here = (path: string) => resolve(import.meta.dirname, path);

export default defineConfig({
  main: {
    plugins: [listBundledPackages('main')],
    resolve: { alias: withoutCloudLogin(import.meta.dirname) },
    build: {
      outDir: 'out/main',
      // What is in `dependencies` stays outside the bundle (native modules, drivers, the SQL parser); the rest goes in.
      externalizeDeps: true,
      // A driver is large, and read only when its tool type is used.
      chunkSizeWarningLimit: 2_000,
      rollupOptions: {
        input: {
          index: here('main/index.ts'),
          'keychain-process': here('main/keychain/keychain-process.ts'),
          'execution-process': here('main/execution/execution-process.ts'),
          'guard-process': here('main/guard/guard-process.ts'),
          'evidence-process': here('main/evidence/evidence-process.ts'),
          'question-file-process': here('main/questions/question-file-process.ts'),
          'legacy-process': here('main/legacy/legacy-process.ts'),
        },
        output: { format: 'cjs', entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
      },
    },
  },
  preload: {
    plugins: [listBundledPackages('preload')],
    define: { BRIDGE_ENTRIES: JSON.stringify(bridgeEntries) },
    build: {
      outDir: 'out/preload',
      // A sandboxed preload can require nothing: everything goes into its one file.
      externalizeDeps: false,
      minify: true,
      rollupOptions: {
        input: { index: here('preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].js' },
      },
    },
  },
  renderer: {
    root: here('renderer'),
    // Served from app://tickmark/, see main/window/app-protocol.ts.
    base: '/',
    plugins: [react(), listBundledPackages('renderer')],
    build: {
      outDir: here('out/renderer'),
      emptyOutDir: true,
      // Half the text is half the time to read it at every start.
      minify: true,
      chunkSizeWarningLimit: 600,
      assetsInlineLimit: 0,
      rollupOptions: {
        input: { index: here('renderer/index.html') },
        // The window takes constants and pure functions from the contract. Its schemas are main's: left out, they need not
        // be built at every start.
        treeshake: { moduleSideEffects: [{ test: /\/preload\//, sideEffects: false }] },
      },
    },
  },
});
