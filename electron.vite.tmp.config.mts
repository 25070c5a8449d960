import base from './electron.vite.config.mts';
const config = structuredClone({ main: { build: { externalizeDeps: true } } }) as never as typeof base;
export default { main: { build: { outDir: 'node_modules/.cache/build-try/main', externalizeDeps: true, rollupOptions: { input: { 'execution-process': '/work/main/main/execution/execution-process.ts' }, output: { format: 'cjs', entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' } } } } };
