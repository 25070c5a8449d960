import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { constants, homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

// What the scripts share. This file and all that runs before `npm ci` may use Node's own modules only.

export const projectFolder = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** Where downloads and compiled modules are kept between clones: the user's cache folder, never the repository. */
export function cacheFolder() {
  const base = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  const folder = join(base, 'tickmark');
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Tells the person what takes time. On stderr, because some scripts print a result on stdout. */
export function log(message) {
  process.stderr.write(`${message}\n`);
}

/** True for the script that was named on the command line, false for one that was imported. */
export function isMain(moduleUrl) {
  // Node gives a module its real path, also where the command line went through a link.
  return existsSync(process.argv[1] ?? '') && pathToFileURL(realpathSync(process.argv[1])).href === moduleUrl;
}

/** Runs the body of a command-line script: its message is enough for an expected failure, a stack says no more. */
export async function runMain(body) {
  try {
    process.exitCode = (await body()) ?? 0;
  } catch (error) {
    if (!(error instanceof Interrupted)) log(error instanceof Expected ? error.message : error.stack);
    process.exitCode = error instanceof Interrupted ? error.exitCode : 1;
  }
}

/** A failure that a person can do something about; its message says what. */
export class Expected extends Error {}

/** The person ended the script (Ctrl+C): nothing more shall run, but what was begun is cleaned up. */
export class Interrupted extends Error {
  constructor(signal) {
    super(`Ended by ${signal}`);
    this.exitCode = 128 + constants.signals[signal];
  }
}

/** Runs a command on this terminal and answers its exit code. */
export function run(command, args, { cwd = projectFolder, env = process.env } = {}) {
  const child = spawn(command, args, { cwd, env, stdio: 'inherit' });
  return exitCodeOf(child, command);
}

/** Runs a command without showing its output, and throws with the end of it when the command fails. */
export async function runQuietly(command, args, { cwd = projectFolder, env = process.env, seconds } = {}) {
  const timeout = seconds ? seconds * 1000 : undefined;
  const child = spawn(command, args, { cwd, env, timeout, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output += chunk;
  });
  const code = await exitCodeOf(child, command);
  if (code !== 0) {
    throw new Expected(`This command failed: ${command} ${args.join(' ')}\n${tellingLines(output)}`);
  }
  return output;
}

/** The first errors of a compiler are far from the end, where other programs tell what went wrong. */
function tellingLines(output) {
  const lines = output.trim().split('\n');
  const end = lines.slice(-15);
  const errors = lines.filter((line) => / error: /.test(line) && !end.includes(line)).slice(0, 5);
  return [...errors, ...end].join('\n');
}

/** Waits for a child process. A termination of this script is passed on to it and then thrown as Interrupted. */
export async function exitCodeOf(child, command, stop = (signal) => child.kill(signal)) {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  let interruption;
  const passOn = (signal) => {
    interruption = new Interrupted(signal);
    stop(signal);
  };
  for (const signal of signals) process.on(signal, passOn);
  try {
    const code = await new Promise((done, fail) => {
      child.once('error', (error) => fail(error.code === 'ENOENT' ? notInstalled(command) : error));
      child.once('close', (exitCode, signal) => done(exitCode ?? 128 + constants.signals[signal]));
    });
    if (interruption) throw interruption;
    return code;
  } finally {
    for (const signal of signals) process.off(signal, passOn);
  }
}

function notInstalled(command) {
  return new Expected(`The program "${command}" is not installed.`);
}

/** The command and first arguments that start npm: the very npm that runs this script, if one does. */
function npmCommand() {
  const npmScript = process.env.npm_execpath;
  if (npmScript && /npm-cli\.[cm]?js$/.test(npmScript)) return [process.execPath, npmScript];
  // On Windows npm is a batch file, which Node starts through the command interpreter only.
  return process.platform === 'win32' ? ['cmd.exe', '/d', '/c', 'npm'] : ['npm'];
}

export function runNpmQuietly(args, options) {
  const [command, ...first] = npmCommand();
  return runQuietly(command, [...first, ...args], options);
}

/** The arguments that make Node run a tool of an installed package, e.g. nodeTool('knip', 'knip'). */
export function nodeTool(packageName, toolName) {
  const folder = join(projectFolder, 'node_modules', packageName);
  const { bin } = readJson(join(folder, 'package.json'));
  return join(folder, typeof bin === 'string' ? bin : bin[toolName]);
}

export function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** A short fingerprint of files' contents, for names in the cache. */
export function fingerprint(...paths) {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(readFileSync(path)).update('\0');
  return hash.digest('hex').slice(0, 12);
}

/**
 * Fills a folder or file of the cache: `build(workFolder)` works in a folder of its own and answers the path to keep, which
 * then moves into place in one step. Two clones that do this at once don't disturb each other: the first one wins.
 */
export async function keepInCache(target, build) {
  removeAbandonedWork();
  const workFolder = mkdtempSync(join(cacheFolder(), 'work-'));
  try {
    const built = await build(workFolder);
    moveUnlessThere(built, target);
  } finally {
    rmSync(workFolder, { recursive: true, force: true });
  }
}

/** A work folder is big; one that was left when its script was killed goes after a day. */
function removeAbandonedWork() {
  for (const name of readdirSync(cacheFolder())) {
    const path = join(cacheFolder(), name);
    if (name.startsWith('work-') && isOlderThanOneDay(path)) rmSync(path, { recursive: true, force: true });
  }
}

/** Also true for a file that is not there. */
export function isOlderThanOneDay(path) {
  const time = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return Date.now() - time > 24 * 60 * 60 * 1000;
}

function moveUnlessThere(source, target) {
  try {
    renameSync(source, target);
  } catch (error) {
    if (!existsSync(target)) throw error;
  }
}

/** Replaces a file in one step: a program that has the old one open (a loaded module) keeps it unharmed. */
export function replaceFile(source, target) {
  const temporary = `${target}.${process.pid}`;
  mkdirSync(dirname(target), { recursive: true });
  cpSync(source, temporary);
  renameSync(temporary, target);
}
