/**
 * Request and answer over a port. A request is one function call by name; its answer is the function's value.
 * Besides answers, a served function may send any number of notices while it runs.
 */
import type { Port } from './port';

/** The functions a child serves: plain data in, a promise of plain data out. */
// biome-ignore lint/suspicious/noExplicitAny: the input's type is the function's own affair
export type Operations = Record<string, (input: any, context: RequestContext) => Promise<unknown>>;

export interface RequestContext {
  /** Aborted when the caller cancels. */
  signal: AbortSignal;
  notify(notice: unknown): void;
}

type Call = { kind: 'call'; id: number; operation: string; input: unknown };
type Cancel = { kind: 'cancel'; id: number };
type Notice = { kind: 'notice'; id: number; notice: unknown };
type Answer = { kind: 'answer'; id: number; value: unknown };
type Broken = { kind: 'broken'; id: number; message: string };
type Message = Call | Cancel | Notice | Answer | Broken;

/** The child's side: answers each call of `operations`; a throw is a bug and reaches the caller as a rejection. */
export const serveOperations = (port: Port, operations: Operations): void => {
  const running = new Map<number, AbortController>();

  const answer = async ({ id, operation, input }: Call) => {
    const controller = new AbortController();
    running.set(id, controller);
    try {
      const perform = operations[operation];
      if (!perform) throw new Error(`There is no operation ${operation}.`);
      const notify = (notice: unknown) => port.post({ kind: 'notice', id, notice } satisfies Notice);
      const value = await perform(input, { signal: controller.signal, notify });
      port.post({ kind: 'answer', id, value } satisfies Answer);
    } catch (error) {
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
      port.post({ kind: 'broken', id, message } satisfies Broken);
    } finally {
      running.delete(id);
    }
  };

  port.onMessage((raw) => {
    const message = raw as Message;
    if (message.kind === 'call') void answer(message);
    if (message.kind === 'cancel') running.get(message.id)?.abort();
  });
};

type OperationInput<O extends Operations, N extends keyof O> = Parameters<O[N]>[0];
type OperationValue<O extends Operations, N extends keyof O> = Awaited<ReturnType<O[N]>>;

export interface RequestOptions {
  signal?: AbortSignal;
  onNotice?: (notice: unknown) => void;
  /** Milliseconds that the process stays afterwards where nothing else keeps it; see `createRestartingProcess`. */
  longestIdle?: number;
}

export interface Requester<O extends Operations> {
  request<N extends keyof O & string>(
    operation: N,
    input: OperationInput<O, N>,
    options?: RequestOptions,
  ): Promise<OperationValue<O, N>>;
  /** Rejects all that is waiting, e.g. because the process has ended. */
  rejectAll(error: Error): void;
}

/** The caller's side of `serveOperations`. */
export const createRequester = <O extends Operations>(port: Port): Requester<O> => {
  const waiting = new Map<
    number,
    {
      resolve: (value: unknown) => void;
      reject: (error: Error) => void;
      onNotice?: (notice: unknown) => void;
      settled: () => void;
    }
  >();
  let nextId = 1;

  port.onMessage((raw) => {
    const message = raw as Message;
    const caller = waiting.get(message.id);
    if (!caller) return;
    if (message.kind === 'notice') caller.onNotice?.(message.notice);
    if (message.kind === 'answer') caller.resolve(message.value);
    if (message.kind === 'broken') caller.reject(new Error(message.message));
    if (message.kind === 'notice') return;
    caller.settled();
    waiting.delete(message.id);
  });

  return {
    request: (operation, input, options = {}) =>
      new Promise((resolve, reject) => {
        const id = nextId++;
        const cancel = () => port.post({ kind: 'cancel', id } satisfies Cancel);
        waiting.set(id, {
          resolve: resolve as (value: unknown) => void,
          reject,
          ...(options.onNotice && { onNotice: options.onNotice }),
          // A signal may outlive many requests.
          settled: () => options.signal?.removeEventListener('abort', cancel),
        });
        port.post({ kind: 'call', id, operation, input } satisfies Call);
        if (options.signal?.aborted) cancel();
        options.signal?.addEventListener('abort', cancel, { once: true });
      }),
    rejectAll: (error) => {
      for (const caller of waiting.values()) {
        caller.settled();
        caller.reject(error);
      }
      waiting.clear();
    },
  };
};
