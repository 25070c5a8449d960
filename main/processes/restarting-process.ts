import type { ChildProcess, Port, ProcessName, StartProcess } from './port';
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

/** A child asks to be let go: what is sent to it until it is answered is still done. */
type Farewell = { kind: 'retire' } | { kind: 'retired' };

/** The child's side: asks main to send nothing more here. `onRetired` is called once all that was sent has arrived. */
export const createRetirement = (port: Port, onRetired: () => void): { retire(): void } => {
  let asked = false;
  port.onMessage((message) => {
    if ((message as Farewell).kind === 'retired') onRetired();
  });
  return {
    retire: () => {
      if (!asked) port.post({ kind: 'retire' } satisfies Farewell);
      asked = true;
    },
  };
};

/** A child process that is started at the first request and again after it ended, for whatever reason. */
export const createRestartingProcess = <O extends Operations>(
  start: StartProcess,
  program: ProcessName,
): RestartingProcess<O> => {
  type Started = { child: ChildProcess; requester: Requester<O> };
  let current: Started | undefined;
  /** Also those that were let go and have not ended yet. */
  const alive = new Set<Started>();

  const leave = (left: Started) => {
    if (current === left) current = undefined;
  };

  const running = () => {
    if (current) return current;
    const child = start(program);
    const started = { child, requester: createRequester<O>(child) };
    current = started;
    alive.add(started);
    child.onMessage((message) => {
      if ((message as Farewell).kind !== 'retire') return;
      leave(started);
      child.post({ kind: 'retired' } satisfies Farewell);
    });
    child.onExit(() => {
      leave(started);
      alive.delete(started);
      started.requester.rejectAll(new ProcessEnded(program));
    });
    return started;
  };

  return {
    request: (operation, input, options?: RequestOptions) => running().requester.request(operation, input, options),
    stop: () => {
      current = undefined;
      for (const { child, requester } of alive) {
        requester.rejectAll(new ProcessEnded(program));
        child.kill();
      }
      alive.clear();
    },
  };
};
