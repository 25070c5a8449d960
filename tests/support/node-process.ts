import { fork, type ChildProcess as NodeChild } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import type { StartProcess } from '../../main/processes/port';
import { modulePath } from './module-path.mts';

const projectFolder = resolve(import.meta.dirname, '../..');

export interface BuiltPrograms {
  folder: string;
  remove(): void;
}

/**
 * Bundles programs from today's source, e.g. `main/keychain/keychain-process.ts`, as the build of the application does.
 * The folder lies inside the project, so that the programs find their modules.
 */
export const buildPrograms = async (...entries: string[]): Promise<BuiltPrograms> => {
  const cache = join(projectFolder, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'programs-'));
  await build({
    root: projectFolder,
    configFile: false,
    logLevel: 'error',
    plugins: [modulePath()],
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: false,
      rollupOptions: {
        input: entries.map((entry) => join(projectFolder, entry)),
        output: { format: 'cjs', entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
      },
    },
  });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
};

interface NodeProcesses {
  startProcess: StartProcess;
  /** All that were started, oldest first. */
  started: NodeChild[];
  killAll(): void;
}

/** Runs built programs as plain forks of Node, with the same kind of copies on the way as Electron makes. */
export const createNodeProcesses = (folder: string, env: NodeJS.ProcessEnv = process.env): NodeProcesses => {
  const started: NodeChild[] = [];

  const startProcess: StartProcess = (program) => {
    const child = fork(join(folder, `${program}.js`), [], {
      env,
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    started.push(child);
    return {
      // A message to a process that has just ended is lost, as it is in Electron; its end is told by `onExit`.
      post: (message) => child.send(message as object, () => {}),
      onMessage: (listener) => child.on('message', listener),
      onExit: (listener) => {
        child.once('exit', listener);
      },
      kill: () => {
        child.kill('SIGKILL');
      },
    };
  };

  return {
    startProcess,
    started,
    killAll: () => {
      for (const child of started) child.kill('SIGKILL');
    },
  };
};
