import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../support/store';

const project = resolve(import.meta.dirname, '../../..');

/** Lints one file that imports `from`, under the project's own rules, and tells whether the import is refused. */
const isRefused = (file: string, from: string, name = 'thing'): boolean => {
  const folder = temporaryFolder();
  const rules = JSON.parse(readFileSync(join(project, 'biome.json'), 'utf8')) as Record<string, unknown>;
  writeFileSync(join(folder, 'biome.json'), JSON.stringify({ ...rules, $schema: undefined, vcs: { enabled: false } }));
  mkdirSync(join(folder, dirname(file)), { recursive: true });
  writeFileSync(join(folder, file), `import { ${name} } from '${from}';\n\nexport const kept = ${name};\n`);
  const biome = join(project, 'node_modules/.bin/biome');
  const { stdout, stderr } = spawnSync(biome, ['lint', file], {
    cwd: folder,
    encoding: 'utf8',
  });
  return `${stdout}${stderr}`.includes('noRestrictedImports');
};

describe('import fences: renderer → preload ← main → db', () => {
  it.each([
    ['renderer/features/page.tsx', '../../main/result'],
    ['renderer/features/page.tsx', '../../db/open'],
    ['renderer/features/page.tsx', '../../preload/models'],
    ['renderer/features/page.tsx', 'node:fs'],
    ['preload/index.ts', '../main/result'],
    ['db/open.ts', '../main/result'],
    ['db/open.ts', '../preload/contract'],
    ['db/open.ts', 'electron'],
    ['main/services/service.ts', 'electron'],
    ['main/http/http-client.ts', 'electron'],
    ['main/services/service.ts', '../../db/open'],
    ['main/services/service.ts', '../../renderer/bridge'],
    ['main/services/service.ts', 'keytar'],
  ])('%s may not import %s', (file, from) => {
    expect(isRefused(file, from)).toBe(true);
  });

  it.each([
    ['main/index.ts', 'shell'],
    ['main/window/main-window.ts', 'shell'],
    ['main/files/dialogs.ts', 'shell'],
    ['main/bridge/register-bridge.ts', 'shell'],
    ['main/files/file-manager.ts', 'dialog'],
    ['main/window/main-window.ts', 'ipcMain'],
  ])('%s may not import Electron’s %s', (file, name) => {
    expect(isRefused(file, 'electron', name)).toBe(true);
  });

  it.each([
    ['main/files/file-manager.ts', 'shell'],
    ['main/files/dialogs.ts', 'dialog'],
    ['main/bridge/register-bridge.ts', 'ipcMain'],
  ])('%s may import Electron’s %s', (file, name) => {
    expect(isRefused(file, 'electron', name)).toBe(false);
  });

  it.each([
    ['renderer/features/page.tsx', '../../preload/contract'],
    ['main/services/service.ts', '../../db'],
    ['main/services/service.ts', '../../preload/contract'],
    ['main/window/main-window.ts', 'electron'],
    ['main/http/electron-transport.ts', 'electron'],
    ['main/keychain/keychain-process.ts', 'keytar'],
  ])('%s may import %s', (file, from) => {
    expect(isRefused(file, from)).toBe(false);
  });
});
