import { Worker } from 'node:worker_threads';
import { noteFreedThread, noteStuckThread } from '../stuck-threads';
import { controlBytes, controlPlaces, type ReaderMessage, type ReaderTask } from './messages';
import readerPath from './reader?modulePath';

export interface ReaderThread {
  /** Lets the query run. */
  allowQuery(): void;
  /** Tells the thread that a chunk has been taken in. */
  chunkTaken(): void;
  /** Asks the thread to end at its next row. */
  stop(): void;
  /** Gives the thread up: it ends as soon as SQLite lets go of it, and nothing it says is heard any more. */
  abandon(): void;
}

/** Starts the reader on a task. `onEnd` comes once, after its last message. */
export const startReader = (
  task: Omit<ReaderTask, 'control'>,
  onMessage: (message: ReaderMessage) => void,
  onEnd: () => void,
): ReaderThread => {
  const shared = new SharedArrayBuffer(controlBytes);
  const control = new Int32Array(shared);
  const worker = new Worker(readerPath, { workerData: { ...task, control: shared } satisfies ReaderTask });
  let isAbandoned = false;
  let hasEnded = false;

  const wake = () => {
    for (const place of Object.values(controlPlaces)) Atomics.notify(control, place);
  };
  worker.on('message', (message: ReaderMessage) => {
    if (!isAbandoned) onMessage(message);
  });
  worker.on('error', (error) => {
    if (!isAbandoned) onMessage({ kind: 'failed', code: '', message: error.message });
  });
  worker.on('exit', () => {
    hasEnded = true;
    if (isAbandoned) noteFreedThread();
    else onEnd();
  });

  return {
    allowQuery: () => {
      Atomics.store(control, controlPlaces.mayRun, 1);
      wake();
    },
    chunkTaken: () => {
      Atomics.sub(control, controlPlaces.chunksUnderWay, 1);
      wake();
    },
    stop: () => {
      Atomics.store(control, controlPlaces.stop, 1);
      wake();
    },
    abandon: () => {
      if (isAbandoned || hasEnded) return;
      isAbandoned = true;
      noteStuckThread();
      void worker.terminate();
      onEnd();
    },
  };
};
