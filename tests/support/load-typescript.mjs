import { createServer, runnerImport } from 'vite';

/** Lets a plain script use the tests' and the product's TypeScript, loaded by Vite as it is for the tests. */
export const openTypeScript = async () => {
  const { module: support } = await runnerImport('/tests/support/module-path.mts', { configFile: false });
  const server = await createServer({
    configFile: false,
    appType: 'custom',
    logLevel: 'error',
    plugins: [support.modulePath()],
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, watch: null, hmr: false, ws: false },
  });
  return { load: (path) => server.ssrLoadModule(path), close: () => server.close() };
};
