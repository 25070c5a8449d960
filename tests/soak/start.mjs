import { createServer, runnerImport } from 'vite';

// The parts are TypeScript and use the product's own modules: Vite loads them as it does for the tests.
const { module: support } = await runnerImport('/tests/support/module-path.mts', { configFile: false });
const server = await createServer({
  configFile: false,
  appType: 'custom',
  logLevel: 'error',
  plugins: [support.modulePath()],
  optimizeDeps: { noDiscovery: true },
  server: { middlewareMode: true, watch: null, hmr: false, ws: false },
});
try {
  const { runSoak } = await server.ssrLoadModule('/tests/soak/run.ts');
  process.exitCode = await runSoak(process.argv.slice(2));
} finally {
  await server.close();
}
