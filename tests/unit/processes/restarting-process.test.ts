import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ChildProcess } from '../../../main/processes/port';
import { createRestartingProcess } from '../../../main/processes/restarting-process';

type Operations = { ask: (input: string) => Promise<string> };

/** Counts starts and ends; answers only when told to. */
const createProcesses = () => {
  const asked: (() => void)[] = [];
  const counts = { started: 0, ended: 0 };
  const start = (): ChildProcess => {
    counts.started += 1;
    const listeners: ((message: unknown) => void)[] = [];
    const tell = (message: unknown) => {
      for (const listener of listeners) listener(message);
    };
    return {
      post: (call) => void asked.push(() => tell({ ...(call as object), kind: 'answer', value: 'yes' })),
      onMessage: (listener) => void listeners.push(listener),
      onExit: () => undefined,
      kill: () => {
        counts.ended += 1;
      },
    };
  };
  return { start, counts, answerNext: () => asked.shift()?.() };
};

describe('a process beside main that may be idle for a minute', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const open = () => {
    const { start, counts, answerNext } = createProcesses();
    const process = createRestartingProcess<Operations>(start, 'guard-process', 60_000);
    const ask = async (options = {}) => {
      const answer = process.request('ask', 'ready?', options);
      answerNext();
      expect(await answer).toBe('yes');
    };
    return { process, counts, ask, answerNext };
  };

  it('ends once it was asked nothing for that long, and starts anew for the next request', async () => {
    const { counts, ask } = open();
    expect(counts.started).toBe(0);
    await ask();
    await vi.advanceTimersByTimeAsync(59_999);
    expect(counts).toEqual({ started: 1, ended: 0 });
    await vi.advanceTimersByTimeAsync(1);
    expect(counts).toEqual({ started: 1, ended: 1 });
    await ask();
    expect(counts).toEqual({ started: 2, ended: 1 });
  });

  it('ends sooner after a request that says so, unless an earlier one keeps it', async () => {
    const { counts, ask } = open();
    await ask({ longestIdle: 3_000 });
    await vi.advanceTimersByTimeAsync(3_000);
    expect(counts).toEqual({ started: 1, ended: 1 });
    await ask();
    await ask({ longestIdle: 3_000 });
    await vi.advanceTimersByTimeAsync(59_999);
    expect(counts).toEqual({ started: 2, ended: 1 });
    await vi.advanceTimersByTimeAsync(1);
    expect(counts).toEqual({ started: 2, ended: 2 });
  });

  it('does not count the time of a request that is still to be answered', async () => {
    const { process, counts, ask, answerNext } = open();
    const long = process.request('ask', 'ready?');
    await vi.advanceTimersByTimeAsync(600_000);
    answerNext();
    expect(await long).toBe('yes');
    await vi.advanceTimersByTimeAsync(30_000);
    await ask();
    await vi.advanceTimersByTimeAsync(59_999);
    expect(counts).toEqual({ started: 1, ended: 0 });
  });
});
