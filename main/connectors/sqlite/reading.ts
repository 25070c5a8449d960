import { onAbort } from '../deadline';
import type { ReaderMessage, ReaderTask } from './messages';
import { type ReaderThread, startReader } from './reader-thread';

export type ReadingMessage = ReaderMessage | { kind: 'ended' };

/** A reader thread and what it says, one message at a time or through a listener. */
export interface Reading {
  thread: ReaderThread;
  /** The next message; `ended` once the thread is gone. */
  next(): Promise<ReadingMessage>;
  /** From now on all messages go to `listener`. */
  listen(listener: (message: ReadingMessage) => void): void;
  /** Resolves when the thread is gone or has been given up. */
  ended: Promise<void>;
}

/** Starts a reader thread; it is given up when the signal is aborted before `listen` was called. */
export const startReading = (task: Omit<ReaderTask, 'control'>, signal: AbortSignal): Reading => {
  const said: ReadingMessage[] = [];
  let waiting: ((message: ReadingMessage) => void) | undefined;
  let listener: ((message: ReadingMessage) => void) | undefined;
  let markEnded = () => {};
  const ended = new Promise<void>((resolve) => {
    markEnded = resolve;
  });

  const hear = (message: ReadingMessage) => {
    if (listener) return listener(message);
    if (!waiting) return void said.push(message);
    waiting(message);
    waiting = undefined;
  };

  const thread = startReader(task, hear, () => {
    hear({ kind: 'ended' });
    markEnded();
  });
  const stopListening = onAbort(signal, () => thread.abandon());

  return {
    thread,
    ended,
    next: () => {
      const message = said.shift();
      if (message) return Promise.resolve(message);
      return new Promise((resolve) => {
        waiting = resolve;
      });
    },
    listen: (given) => {
      stopListening();
      listener = given;
      for (const message of said.splice(0)) given(message);
    },
  };
};
