import { Worker } from 'node:worker_threads';
import type { Database } from '../../db';
import type { ScrubTask } from './scrubbed-copy';
import scrubberPath from './scrubber?modulePath';

export interface ScrubThread {
  /** Resolves once the copy is on the disk under its name; rejects with what went wrong. */
  done: Promise<void>;
  /** Gives it up; no copy gets its name after that. */
  stop(): Promise<unknown>;
}

/**
 * Writes the backup without secrets in a thread of its own, while the new store is written in this one. What it works on
 * is the database as the connection sees it now, in memory.
 */
export const startScrubbedCopy = (db: Database, options: Omit<ScrubTask, 'image'>): ScrubThread => {
  const task: ScrubTask = { image: db.serialize(), ...options };
  const worker = new Worker(scrubberPath, { workerData: task });
  const done = new Promise<void>((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code) => (code === 0 ? resolve() : reject(new Error('the backup was cut off'))));
  });
  // Whoever gave it up waits for nothing.
  done.catch(() => {});
  return { done, stop: () => worker.terminate() };
};
