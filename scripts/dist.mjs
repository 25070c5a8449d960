import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildApplication } from './build.mjs';
import { setUp } from './set-up.mjs';
import { log, projectFolder, runMain } from './support.mjs';
import { writeThirdParty } from './third-party.mjs';

// Packages Tickmark for this platform as electron-builder.yml says; with --dir as a folder only, which can be started at once.
await runMain(async () => {
  const runtime = await setUp();
  if ((await buildApplication()) !== 0) return 1;
  const { build } = await import('electron-builder');
  const dir = process.argv.includes('--dir');
  const files = await build({ projectDir: projectFolder, dir, publish: 'never', config: electronOptions(runtime) });
  writeThirdParty(join(projectFolder, 'dist'), runtime.version);
  for (const file of files) log(`Made ${file}`);
  if (runtime.kind !== 'official')
    log(`This package holds Electron ${runtime.version}: use it for tests, not for release.`);
});

/** Packages the runtime at hand; electron-builder would download another copy. */
function electronOptions(runtime) {
  return { electronDist: runtime.folder, electronVersion: runtime.version, afterPack: removeDefaultApp };
}

/** It starts any application named on the command line; electron-builder leaves it in when it is given a folder. */
function removeDefaultApp({ appOutDir, packager }) {
  rmSync(join(packager.getResourcesDir(appOutDir), 'default_app.asar'), { force: true });
}
