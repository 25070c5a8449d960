/** Bytes collected into large batches, hashed, and written one batch after the other. Appending never blocks. */
import { createHash } from 'node:crypto';
import type { EvidenceOutput } from './evidence-file';

export interface BatchedOutput {
  /** Appends a text as UTF-8 and answers its length in bytes. */
  appendText(text: string): number;
  /** Appends a copy of the bytes: the caller may use their memory again at once. */
  appendBytes(bytes: Uint8Array): void;
  /** Hands what was collected to the disk, without waiting for a full batch. */
  flush(): void;
  /** Whether so much waits for the disk that the caller should await `drained()`. */
  readonly full: boolean;
  /** Resolves when there is room again, and at once when writing has failed or waiting was given up. */
  drained(): Promise<void>;
  /** The error that ended writing; nothing is appended any more. */
  readonly failed: unknown;
  /** Writes what is left, settles it on the disk and closes; answers the SHA-256, or nothing where writing failed. */
  finish(): Promise<string | undefined>;
}

export interface BatchedOutputOptions {
  /** Called once, when a write has failed. */
  onFailure: (error: unknown) => void;
  /** Once aborted, nobody waits for the disk any more; what was appended is still written. */
  signal?: AbortSignal | undefined;
}

const batchSize = 512 * 1024;
const fullAt = 8 * batchSize;
const roomAgainAt = 4 * batchSize;
/** A slow result reaches the disk this often, so that a crash loses little of it. */
const flushEveryMs = 1_000;

type Batch = { memory: Buffer; length: number };

export const createBatchedOutput = (file: EvidenceOutput, options: BatchedOutputOptions): BatchedOutput => {
  const hash = createHash('sha256');
  const queue: Batch[] = [];
  const spare: Buffer[] = [];
  let current: Batch = { memory: Buffer.allocUnsafe(batchSize), length: 0 };
  let waitingBytes = 0;
  let writing: Promise<void> | undefined;
  let waiters: (() => void)[] = [];
  let failed: unknown;

  const release = () => {
    const released = waiters;
    waiters = [];
    for (const resolve of released) resolve();
  };

  const fail = (error: unknown) => {
    if (failed) return;
    failed = error;
    queue.length = 0;
    release();
    options.onFailure(error);
  };

  const writeQueued = async () => {
    try {
      for (let batch = queue.shift(); batch; batch = queue.shift()) {
        await file.write(batch.memory.subarray(0, batch.length));
        if (batch.memory.length === batchSize) spare.push(batch.memory);
        waitingBytes -= batch.length;
        if (waitingBytes <= roomAgainAt) release();
      }
    } catch (error) {
      fail(error);
    } finally {
      writing = undefined;
    }
  };

  const send = (batch: Batch) => {
    if (batch.length === 0 || failed) return;
    hash.update(batch.memory.subarray(0, batch.length));
    queue.push(batch);
    waitingBytes += batch.length;
    writing ??= writeQueued();
  };

  const flush = () => {
    if (current.length === 0) return;
    send(current);
    current = { memory: spare.pop() ?? Buffer.allocUnsafe(batchSize), length: 0 };
  };

  /** Makes sure that the current batch has room; false where the bytes are too many for any batch. */
  const makeRoom = (bytes: number): boolean => {
    if (current.length + bytes <= batchSize) return true;
    flush();
    return bytes <= batchSize;
  };

  const appendText = (text: string): number => {
    // UTF-8 takes at most three bytes for each UTF-16 unit.
    if (!makeRoom(text.length * 3)) {
      const memory = Buffer.from(text);
      send({ memory, length: memory.length });
      return memory.length;
    }
    const written = current.memory.write(text, current.length);
    current.length += written;
    return written;
  };

  const appendBytes = (bytes: Uint8Array) => {
    if (!makeRoom(bytes.length)) {
      send({ memory: Buffer.from(bytes), length: bytes.length });
      return;
    }
    current.memory.set(bytes, current.length);
    current.length += bytes.length;
  };

  // Small batches only while the disk keeps up.
  const timer = setInterval(() => writing ?? flush(), flushEveryMs).unref();
  options.signal?.addEventListener('abort', release);

  const finish = async () => {
    clearInterval(timer);
    options.signal?.removeEventListener('abort', release);
    flush();
    await writing;
    try {
      if (!failed) await file.sync();
    } catch (error) {
      fail(error);
    }
    await file.close().catch(fail);
    return failed ? undefined : hash.digest('hex');
  };

  return {
    appendText,
    appendBytes,
    flush,
    get full() {
      return waitingBytes >= fullAt && !failed && !options.signal?.aborted;
    },
    drained: () =>
      waitingBytes <= roomAgainAt || failed || options.signal?.aborted
        ? Promise.resolve()
        : new Promise((resolve) => waiters.push(resolve)),
    get failed() {
      return failed;
    },
    finish,
  };
};
