/** The packaged application, and how the tests drive it. */
import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { projectFolder } from './window';

const unpackedFolder = join(projectFolder, 'dist/linux-unpacked');
/** What a person starts. */
export const shippedExecutable = join(unpackedFolder, 'tickmark');
export const shippedArchive = join(unpackedFolder, 'resources/app.asar');

const sources = [
  'main',
  'preload',
  'renderer',
  'db',
  'scripts',
  'package.json',
  'package-lock.json',
  'electron-builder.yml',
];

const newestTime = (path: string): number => {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newestTime(join(path, name))));
};

/** Packages Tickmark as `npm run dist:dir` does, unless the package at hand is newer than its sources. */
export const packageTickmark = (): void => {
  const packagedAt = statSync(shippedArchive, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (packagedAt > Math.max(...sources.map((name) => newestTime(join(projectFolder, name))))) return;
  execFileSync(process.execPath, [join(projectFolder, 'scripts/dist.mjs'), '--dir'], { stdio: 'ignore' });
};

/** The shipped program can't be driven from outside. Its copy differs in that one fuse; answers its executable. */
export const copyThatCanBeDriven = async (folder: string): Promise<string> => {
  packageTickmark();
  cpSync(unpackedFolder, folder, { recursive: true });
  const executable = join(folder, 'tickmark');
  await flipFuses(executable, { version: FuseVersion.V1, [FuseV1Options.EnableNodeCliInspectArguments]: true });
  return executable;
};

/** `nobody`, whom every Linux has. */
const ordinaryUser = 65_534;

/**
 * A program that starts `executable` as a user without any rights, because Chromium's sandbox refuses root; for anybody
 * else, `executable` itself. `home` becomes that user's.
 */
export const asOrdinaryUser = (executable: string, home: string): string => {
  mkdirSync(home, { recursive: true });
  if (process.getuid?.() !== 0) return executable;
  chownSync(home, ordinaryUser, ordinaryUser);
  // Where the kernel gives ordinary users no namespaces, this helper makes them.
  chmodSync(join(executable, '../chrome-sandbox'), 0o4755);
  const starter = join(home, '../as-ordinary-user.sh');
  const user = `--reuid=${ordinaryUser} --regid=${ordinaryUser} --clear-groups`;
  writeFileSync(
    starter,
    `#!/bin/sh\nexec setpriv ${user} env HOME='${home}' XDG_RUNTIME_DIR='${home}' '${executable}' "$@"\n`,
  );
  chmodSync(starter, 0o755);
  return starter;
};
