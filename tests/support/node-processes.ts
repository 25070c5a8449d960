import { fork, type ChildProcess as NodeChild } from 'node:child_process';
import { join } from 'node:path';
import { runtimeOptions, type StartProcess } from '../../main/processes/port';

interface NodeProcesses {
  startProcess: StartProcess;
  /** All that were started, oldest first. */
  started: NodeChild[];
  killAll(): void;
}

/**
 * Runs built programs as plain forks of Node, with the same kind of copies on the way as Electron makes. `onOutput` hears
 * what they print.
 */
export const createNodeProcesses = (
  folder: string,
  env: NodeJS.ProcessEnv = process.env,
  onOutput?: (printed: Buffer) => void,
): NodeProcesses => {
  const output = onOutput ? 'pipe' : 'ignore';
  const started: NodeChild[] = [];

  const startProcess: StartProcess = (program) => {
    const child = fork(join(folder, `${program}.js`), [], {
      env,
      execArgv: [...(runtimeOptions[program] ?? [])],
      serialization: 'advanced',
      stdio: ['ignore', output, output, 'ipc'],
    });
    for (const stream of [child.stdout, child.stderr]) if (onOutput) stream?.on('data', onOutput);
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
