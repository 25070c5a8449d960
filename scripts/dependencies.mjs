import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Expected, log, projectFolder, readJson, runNpmQuietly } from './support.mjs';

/**
 * Installs exactly what package-lock.json says. Install scripts stay off: the few binaries that are needed are made by
 * electron-runtime.mjs and native-modules.mjs, which know what to do where a download is not possible.
 */
export async function installDependencies() {
  if (isInstalled()) return;
  log('Installing the dependencies (npm ci)…');
  const options = ['--ignore-scripts', '--no-audit', '--no-fund'];
  try {
    await runNpmQuietly(['ci', ...options]);
  } catch (error) {
    if (!(error instanceof Expected)) throw error;
    // npm ci refuses a lock file that lacks a package for another platform, and npm leaves those out when the registry it
    // asked did not have them. This installs the same versions and leaves the lock file alone.
    log('npm ci refused the lock file; installing the same with npm install…');
    await runNpmQuietly(['install', '--no-save', ...options]);
  }
}

/** npm leaves a lock file of what it installed; it is complete when it agrees with the project's own. */
function isInstalled() {
  const installedLock = join(projectFolder, 'node_modules/.package-lock.json');
  if (!existsSync(installedLock)) return false;
  const installed = readJson(installedLock).packages;
  const wanted = readJson(join(projectFolder, 'package-lock.json')).packages;
  return Object.entries(wanted).every(([path, entry]) => path === '' || agrees(entry, installed[path]));
}

function agrees(wanted, installed) {
  // npm leaves out optional packages that are made for other platforms.
  if (!installed) return Boolean(wanted.optional || wanted.devOptional || wanted.peer);
  return installed.version === wanted.version && installed.integrity === wanted.integrity;
}
