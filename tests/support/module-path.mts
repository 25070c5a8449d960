import { createHash } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { build, type Plugin } from 'vite';

const folder = resolve(import.meta.dirname, '../../node_modules/.cache/tickmark-threads');

/**
 * `import path from './thread?modulePath'` in tests, as electron-vite does it in the build: the module is bundled on
 * its own and its path is the value, because a worker thread can't run TypeScript.
 */
export const modulePath = (): Plugin => ({
  name: 'tests:module-path',
  enforce: 'pre',
  async load(id) {
    if (!id.endsWith('?modulePath')) return undefined;
    return `export default ${JSON.stringify(await bundle(id.replace('?modulePath', '')))};`;
  },
});

const bundle = async (entry: string): Promise<string> => {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: entry, write: false, rollupOptions: { output: { format: 'cjs', codeSplitting: false } } },
  });
  const [chunk] = (output as { output: { code: string }[] }).output;
  const code = chunk?.code ?? '';
  const digest = createHash('sha256').update(code).digest('hex').slice(0, 16);
  const path = join(folder, `${basename(entry, '.ts')}-${digest}.cjs`);
  mkdirSync(folder, { recursive: true });
  // Test files are bundled side by side: the file must never be seen half-written.
  writeFileSync(`${path}.${process.pid}`, code);
  renameSync(`${path}.${process.pid}`, path);
  return path;
};
