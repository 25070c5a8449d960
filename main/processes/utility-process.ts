import { join } from 'node:path';
import { utilityProcess } from 'electron';
import { type ChildProcess, runtimeOptions, type StartProcess } from './port';

/** Starts a program as an Electron utility process. Its output is dropped: nothing a driver prints may reach a log. */
export const startUtilityProcess: StartProcess = (program): ChildProcess => {
  const child = utilityProcess.fork(join(__dirname, `${program}.js`), [], {
    serviceName: `Tickmark ${program}`,
    execArgv: [...(runtimeOptions[program] ?? [])],
    stdio: 'ignore',
  });
  return {
    post: (message) => child.postMessage(message),
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.once('exit', listener),
    kill: () => child.kill(),
  };
};
