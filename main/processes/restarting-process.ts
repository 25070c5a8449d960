import type { ChildProcess, Port, ProcessName, StartProcess } from './port';
import { createRequester, type Operations, type Requester } from './requests';

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

/** Milliseconds that a process stays for the next request of somebody at work: longer than one looks at a page. */
export const whileAtWork = 60_000;

/**
 * A child process that is started at the first request and again after it ended, for whatever reason. It ends when it
 * was asked nothing for `longestIdle` milliseconds, and gives back its memory.
 */
export const createRestartingProcess = <O extends Operations>(
  start: StartProcess,
  program: ProcessName,
  longestIdle = Number.POSITIVE_INFINITY,
): RestartingProcess<O> => {
  type Started = { child: ChildProcess; requester: Requester<O> };
  let current: Started | undefined;
  /** Also those that were let go and have not ended yet. */
  const alive = new Set<Started>();
  let unanswered = 0;
  let stays = 0;
  let idle: NodeJS.Timeout | undefined;

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

  const stop = () => {
    clearTimeout(idle);
    stays = 0;
    current = undefined;
    for (const { child, requester } of alive) {
      requester.rejectAll(new ProcessEnded(program));
      child.kill();
    }
    alive.clear();
  };

  const rest = (idleFor: number) => {
    const now = performance.now();
    stays = Math.max(stays, now + idleFor);
    if (current && unanswered === 0 && Number.isFinite(stays)) idle = setTimeout(stop, stays - now).unref();
  };

  const whileBusy = async <Value>(ask: () => Promise<Value>, idleFor: number): Promise<Value> => {
    clearTimeout(idle);
    unanswered += 1;
    try {
      return await ask();
    } finally {
      unanswered -= 1;
      rest(idleFor);
    }
  };

  return {
    request: (operation, input, options) =>
      whileBusy(() => running().requester.request(operation, input, options), options?.longestIdle ?? longestIdle),
    stop,
  };
};
