import { describe, expect, it } from 'vitest';
import { createRunQueue } from '../../../main/execution/run-queue';

/** A queue whose jobs run until they are told to end. */
const heldQueue = (mostAtOnce: number) => {
  const running = new Map<string, () => void>();
  const ended: string[] = [];
  const queue = createRunQueue<string>({
    mostAtOnce,
    run: (job) =>
      new Promise<void>((resolve) => {
        running.set(job, () => {
          running.delete(job);
          ended.push(job);
          resolve();
        });
      }),
  });
  const end = async (job: string) => {
    running.get(job)?.();
    await Promise.resolve().then(() => undefined);
    await Promise.resolve();
  };
  const add = (jobs: string[]) => {
    for (const job of jobs) queue.add(job.charAt(0), [job]);
  };
  return { queue, add, running: () => [...running.keys()], ended, end };
};

describe('the queue of runs', () => {
  it('runs connectors side by side, and one query at a time on each, in order', async () => {
    const { add, running, end } = heldQueue(4);
    add(['a1', 'a2', 'b1', 'a3']);
    expect(running()).toEqual(['a1', 'b1']);
    await end('a1');
    expect(running()).toEqual(['b1', 'a2']);
    await end('a2');
    expect(running()).toEqual(['b1', 'a3']);
  });

  it('runs no more connectors at once than it may', async () => {
    const { add, running, end } = heldQueue(2);
    add(['a1', 'b1', 'c1']);
    expect(running()).toEqual(['a1', 'b1']);
    await end('b1');
    expect(running()).toEqual(['a1', 'c1']);
  });

  it('gives back what has not started, and never starts it', async () => {
    const { queue, add, running, end } = heldQueue(4);
    add(['a1', 'a2', 'a3']);
    expect(queue.removeWaiting((job) => job === 'a2')).toEqual(['a2']);
    expect(queue.removeWaiting((job) => job === 'a1')).toEqual([]);
    await end('a1');
    expect(running()).toEqual(['a3']);
  });

  it('tells when all has ended', async () => {
    const { queue, add, end, ended } = heldQueue(1);
    add(['a1', 'b1']);
    const idle = queue.whenIdle();
    await end('a1');
    await end('b1');
    await idle;
    expect(ended).toEqual(['a1', 'b1']);
    await queue.whenIdle();
  });
});
