import { spawn } from 'node:child_process';
import { accessSync, constants, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { findElectronRuntime } from './electron-runtime.mjs';
import { Expected, exitCodeOf, isMain, projectFolder, runMain } from './support.mjs';

// Runs a command as if on a desktop, on a Linux that has none: with a virtual display, and with a keychain of its own that
// never touches the person's. Elsewhere, and inside such a session, the command simply runs.

const usage = 'Use: node scripts/desktop-session.mjs [--keychain] [--display] -- <command> [arguments]';

// The daemon takes the password of a new keyring from its input; an empty one would open a prompt. It keeps older keyrings
// in HOME, so it gets another one; the command keeps the person's HOME with its caches.
const unlockKeyringAndRun = `
  printf 'tickmark\\n' | HOME="$TICKMARK_SESSION" gnome-keyring-daemon --unlock --components=secrets >/dev/null || exit 1
  exec "$@"
`;

/**
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, keychain?: boolean, display?: boolean }} options
 * @returns {Promise<number>} the command's exit code
 */
export async function runInDesktopSession(
  command,
  args,
  { env = process.env, keychain = false, display = false } = {},
) {
  const needsKeychain = keychain && process.platform === 'linux' && !env.TICKMARK_SESSION;
  const runCommand = needsKeychain ? runWithKeychain : runInGroup;
  if (!display || hasDisplay(env)) return runCommand(command, args, env);
  const screen = await startDisplay();
  try {
    return await runCommand(command, args, { ...env, DISPLAY: screen.name });
  } finally {
    screen.stop();
  }
}

async function runWithKeychain(command, args, env) {
  requireProgram('dbus-run-session', 'dbus');
  requireProgram('gnome-keyring-daemon', 'gnome-keyring');
  const folder = mkdtempSync(join(tmpdir(), 'tickmark-session-'));
  try {
    const inSession = ['--', 'sh', '-c', unlockKeyringAndRun, 'sh', command, ...args];
    return await runInGroup('dbus-run-session', inSession, { ...env, ...keychainVariables(folder) });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether windows can be shown here. */
export function hasDisplay(env = process.env) {
  return process.platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

function keychainVariables(folder) {
  const variables = { XDG_DATA_HOME: join(folder, 'data'), XDG_RUNTIME_DIR: join(folder, 'runtime') };
  for (const path of Object.values(variables)) mkdirSync(path, { mode: 0o700 });
  return { ...variables, TICKMARK_SESSION: folder };
}

/** Starts a virtual screen on a display number that is free, which Xvfb itself finds and tells on its third channel. */
export function startDisplay() {
  requireProgram('Xvfb', 'xvfb');
  const args = ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp'];
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'], detached: true });
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.once('exit', () => fail(new Expected('The virtual display (Xvfb) could not be started.')));
    server.stdio[3].once('data', (number) => {
      done({ name: `:${String(number).trim()}`, stop: () => server.kill() });
    });
  });
}

/** In a process group of its own, so that a signal ends all that the command started with it. */
async function runInGroup(command, args, env) {
  const child = spawn(command, args, { cwd: projectFolder, env, stdio: 'inherit', detached: true });
  const stopGroup = (signal) => signalGroup(child.pid, signal);
  try {
    return await exitCodeOf(child, command, stopGroup);
  } finally {
    stopGroup('SIGTERM');
  }
}

function signalGroup(leader, signal) {
  try {
    process.kill(-leader, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

function requireProgram(program, packageName) {
  if (process.env.PATH.split(delimiter).some((folder) => isExecutable(join(folder, program)))) return;
  throw new Expected(`${program} is missing. Install it with: sudo apt-get install ${packageName}`);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function readCommandLine(args) {
  const separator = args.indexOf('--');
  const options = args.slice(0, separator);
  const [command, ...rest] = args.slice(separator + 1);
  const isUnderstood = options.every((option) => option === '--keychain' || option === '--display');
  if (separator === -1 || !command || !isUnderstood) throw new Expected(usage);
  return { command, args: rest, keychain: options.includes('--keychain'), display: options.includes('--display') };
}

if (isMain(import.meta.url)) {
  await runMain(async () => {
    const { command, args, ...options } = readCommandLine(process.argv.slice(2));
    const runtime = findElectronRuntime();
    const env = runtime ? { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: runtime.folder } : process.env;
    return runInDesktopSession(command, args, { ...options, env });
  });
}
