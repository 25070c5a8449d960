import type { ChildProcess, ProcessName, StartProcess } from './port';
import { createRequester, type Operations, type Requester, type RequestOptions } from './requests';

/** The process behind a request ended before it answered. */
export class ProcessEnded extends Error {
  constructor(program: ProcessName) {
    super(`The ${program} ended before it answered.`);
  }
}

export interface RestartingProcess<O extends Operations> {
  request: Requester<O>['request'];
  /** Ends the process now; what waits is rejected with `ProcessEnded`, the next request starts a new one. */
  stop(): void;
}

/** A child process that is started at the first request and again after it ended, for whatever reason. */
export const createRestartingProcess = <O extends Operations>(
  start: StartProcess,
  program: ProcessName,
): RestartingProcess<O> => {
  let current: { child: ChildProcess; requester: Requester<O> } | undefined;

  const running = () => {
    if (current) return current;
    const child = start(program);
    const started = { child, requester: createRequester<O>(child) };
    current = started;
    child.onExit(() => {
      if (current === started) current = undefined;
      started.requester.rejectAll(new ProcessEnded(program));
    });
    return started;
  };

  return {
    request: (operation, input, options?: RequestOptions) => running().requester.request(operation, input, options),
    stop: () => {
      const stopped = current;
      current = undefined;
      stopped?.requester.rejectAll(new ProcessEnded(program));
      stopped?.child.kill();
    },
  };
};
