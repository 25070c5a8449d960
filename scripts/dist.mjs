import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildApplication } from './build.mjs';
import { setUp } from './set-up.mjs';
import { log, projectFolder, runMain, runNpmQuietly } from './support.mjs';
import { writeThirdParty } from './third-party.mjs';

// Packages Tickmark for this platform as electron-builder.yml says; with --dir as a folder only, which can be started at once.
await runMain(async () => {
  const runtime = await setUp();
  if ((await buildApplication()) !== 0) return 1;
  const { build } = await import('electron-builder');
  const dir = process.argv.includes('--dir');
  const universal = process.platform === 'darwin' && !dir;
  if (universal) await compileForBothProcessors();
  const files = await build({
    projectDir: projectFolder,
    dir,
    publish: 'never',
    config: universal ? { afterPack: removeDefaultApp } : electronOptions(runtime),
  });
  writeThirdParty(join(projectFolder, 'dist'), runtime.version);
  for (const file of files) log(`Made ${file}`);
  if (runtime.kind !== 'official')
    log(`This package holds Electron ${runtime.version}: use it for tests, not for release.`);
});

/** Packages the runtime at hand; electron-builder would download another copy. */
function electronOptions(runtime) {
  return { electronDist: runtime.folder, electronVersion: runtime.version, afterPack: removeDefaultApp };
}

/** The universal application of macOS: its two Electrons are downloaded, and of our modules keytar alone is made here. */
async function compileForBothProcessors() {
  const flags = '-arch x86_64 -arch arm64';
  await runNpmQuietly(['run', 'build'], {
    cwd: join(projectFolder, 'node_modules/keytar'),
    env: { ...process.env, CFLAGS: flags, CXXFLAGS: flags, LDFLAGS: flags },
  });
}

/** It starts any application named on the command line; electron-builder leaves it in when it is given a folder. */
function removeDefaultApp({ appOutDir, packager }) {
  rmSync(join(packager.getResourcesDir(appOutDir), 'default_app.asar'), { force: true });
}
