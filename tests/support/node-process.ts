import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { bundledDriver, withoutCloudLogin } from '../../scripts/bundling.mts';
import { modulePath } from './module-path.mts';

export { createNodeProcesses } from './node-processes';

const projectFolder = resolve(import.meta.dirname, '../..');

export interface BuiltPrograms {
  folder: string;
  remove(): void;
}

/**
 * Bundles programs from today's source, e.g. `main/keychain/keychain-process.ts`, as the build of the application does.
 * The folder lies inside the project, so that the programs find their modules.
 */
export const buildPrograms = async (...entries: string[]): Promise<BuiltPrograms> => {
  const cache = join(projectFolder, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'programs-'));
  await build({
    root: projectFolder,
    configFile: false,
    logLevel: 'error',
    plugins: [modulePath()],
    resolve: { alias: withoutCloudLogin(projectFolder) },
    ssr: { noExternal: [bundledDriver] },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: false,
      rollupOptions: {
        input: entries.map((entry) => join(projectFolder, entry)),
        output: { format: 'cjs', entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
      },
    },
  });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
};
