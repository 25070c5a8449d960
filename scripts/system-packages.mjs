import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { Expected, log, runQuietly } from './support.mjs';

// What a bare Debian or Ubuntu lacks. A desktop has most of it; macOS and Windows need none.
const packages = [
  // Electron's libraries and a display for where there is none
  ...['libgtk-3-0', 'libnss3', 'libatk-bridge2.0-0', 'libgbm1', 'libasound2', 'libdrm2', 'libxss1', 'xvfb', 'xauth'],
  // the keychain
  ...['libsecret-1-0', 'libsecret-1-dev', 'dbus', 'gnome-keyring'],
  // the databases that the integration tests start for themselves
  ...['postgresql', 'mariadb-server'],
  // independent programs that the tests hold against what Tickmark and the tests' own servers do
  ...['libsecret-tools', 'libglib2.0-bin', 'python3-gi', 'freetds-bin', 'python3-oracledb', 'curl', 'openssl', 'unzip'],
  // a compiler for the native modules
  ...['make', 'g++', 'python3', 'pkg-config'],
];

// Asked before it starts a service after an installation; 101 means no. The tests start databases of their own, so nobody's
// machine shall get a running server from them, and where services can't be started the installation shall not fail.
const servicePolicy = '/usr/sbin/policy-rc.d';

/** Installs missing system packages where that is possible without asking (as root on Debian), else says what is missing. */
export async function installSystemPackages(wanted = packages) {
  if (process.platform !== 'linux') return;
  if (!existsSync('/usr/bin/dpkg-query')) return;
  const missing = missingPackages(wanted);
  if (missing.length === 0) return;
  if (process.getuid() !== 0) {
    log(`These system packages are missing: ${missing.join(' ')}`);
    log(`Install them with: sudo apt-get install --no-install-recommends ${missing.join(' ')}`);
    return;
  }
  await install(missing);
}

async function install(missing) {
  log(`Installing system packages: ${missing.join(' ')}…`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    await runQuietly('apt-get', ['update'], { env });
    const names = missing.map(availableName).filter((name) => name !== undefined);
    await withoutStartingServices(() =>
      runQuietly('apt-get', ['install', '-y', '--no-install-recommends', ...names], { env }),
    );
  } catch (error) {
    if (!(error instanceof Expected)) throw error;
    log(error.message);
  }
  const stillMissing = missingPackages(missing);
  if (stillMissing.length === 0) return;
  log(`These system packages could not be installed: ${stillMissing.join(' ')}`);
  log('Without them Tickmark may not start, or some of its tests may fail.');
}

function missingPackages(wanted) {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholders are for dpkg-query
  const query = ['-W', '-f', '${Package} ${db:Status-Status}\n', ...wanted, ...wanted.map(newName)];
  const { stdout } = spawnSync('dpkg-query', query, { encoding: 'utf8' });
  const installed = new Set(stdout.split('\n').filter((line) => line.endsWith(' installed')));
  return wanted.filter((name) => !installed.has(`${name} installed`) && !installed.has(`${newName(name)} installed`));
}

// Since Ubuntu 24.04 and Debian 13 some libraries carry this suffix: they were built again for 64-bit times.
function newName(name) {
  return `${name}t64`;
}

/** One name that apt does not know would keep it from installing all the others. */
function availableName(name) {
  return [newName(name), name].find(
    (candidate) => spawnSync('apt-cache', ['show', '--no-all-versions', candidate]).status === 0,
  );
}

async function withoutStartingServices(installation) {
  if (existsSync(servicePolicy)) return installation();
  writeFileSync(servicePolicy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    return await installation();
  } finally {
    rmSync(servicePolicy, { force: true });
  }
}
