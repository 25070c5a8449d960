/**
 * Sorts any number of byte strings in bounded memory: sorted runs are written to a scratch file, encrypted where evidence is, and merged. What is sorted
 * carries what it stands for at its end, e.g. the place of a row behind the key of the row.
 */
import { createOutput, type EvidenceOutput, openText, removeFile, type TextReader } from '../evidence-file';
import type { ByteString } from './record-batches';

export interface Sorter {
  /** Await `spill()` once it answers true. */
  add(entry: ByteString): boolean;
  /** Writes what was collected as a run. */
  spill(): Promise<void>;
  /** The entries in order, many at a time; to be called once. */
  sorted(): AsyncGenerator<ByteString[]>;
  /** Removes the scratch file. */
  close(): Promise<void>;
}

export interface SorterOptions {
  scratchFile: string;
  signal?: AbortSignal | undefined;
  /** Entries and bytes of a run: what is kept in memory. Smaller in tests. */
  runEntries?: number;
  runBytes?: number;
}

/** Sorting so many takes some 100 ms, for which nothing else is answered. */
const defaultRunEntries = 128 * 1024;
const defaultRunBytes = 32 * 1024 * 1024;
const mergeBytes = 32 * 1024 * 1024;
const lengthBytes = 4;
const entriesAtOnce = 4_096;

type Run = { start: number; end: number };

export const createSorter = (options: SorterOptions): Sorter => {
  const { scratchFile, signal, runBytes = defaultRunBytes, runEntries = defaultRunEntries } = options;
  const runs: Run[] = [];
  let entries: ByteString[] = [];
  let bytes = 0;
  let written = 0;
  let output: EvidenceOutput | undefined;
  let reader: TextReader | undefined;

  const add = (entry: ByteString): boolean => {
    entries.push(entry);
    bytes += entry.length;
    return entries.length >= runEntries || bytes >= runBytes;
  };

  const spill = async (): Promise<void> => {
    signal?.throwIfAborted();
    output ??= await createOutput(scratchFile);
    // The engine's own order of strings, which is that of their bytes, several times faster than any comparison given.
    entries.sort();
    const run = Buffer.allocUnsafe(bytes + entries.length * lengthBytes);
    let length = 0;
    for (const entry of entries) {
      length = run.writeUInt32LE(entry.length, length);
      length += run.write(entry, length, 'latin1');
    }
    await output.write(run);
    runs.push({ start: written, end: written + length });
    written += length;
    entries = [];
    bytes = 0;
  };

  async function* sorted(): AsyncGenerator<ByteString[]> {
    if (entries.length > 0) await spill();
    if (!output) return;
    await output.close();
    output = undefined;
    reader = await openText(scratchFile);
    yield* mergeRuns(reader, runs, signal);
  }

  const close = async (): Promise<void> => {
    await output?.close();
    await reader?.close();
    await removeFile(scratchFile);
  };

  return { add, spill, sorted, close };
};

/** Reads one run from its file, a part at a time. */
interface RunReader {
  /** The next entry; null at the run's end. */
  next: ByteString | null;
  /** Takes the next entry from memory; false where it has to be read first. */
  advance(): boolean;
  /** Reads on, and takes the next entry. */
  read(): Promise<void>;
}

const createRunReader = (file: TextReader, { start, end }: Run, size: number): RunReader => {
  let position = start;
  let memory = Buffer.alloc(0);
  let at = 0;

  const advance = (): boolean => {
    if (at + lengthBytes > memory.length) return false;
    const start = at + lengthBytes;
    const end = start + memory.readUInt32LE(at);
    if (end > memory.length) return false;
    reader.next = memory.toString('latin1', start, end);
    at = end;
    return true;
  };

  const read = async (): Promise<void> => {
    reader.next = null;
    while (!advance() && position < end) {
      const rest = memory.subarray(at);
      const more = await file.read(position, Math.min(Math.max(size, rest.length), end - position));
      if (more.length === 0) throw new Error('The scratch file of a sort is shorter than what was written to it.');
      position += more.length;
      memory = Buffer.concat([rest, more]);
      at = 0;
    }
  };

  const reader: RunReader = { next: null, advance, read };
  return reader;
};

async function* mergeRuns(
  file: TextReader,
  runs: readonly Run[],
  signal: AbortSignal | undefined,
): AsyncGenerator<ByteString[]> {
  const size = Math.max(16 * 1024, Math.min(1024 * 1024, Math.floor(mergeBytes / runs.length)));
  const readers = runs.map((run) => createRunReader(file, run, size));
  for (const reader of readers) await reader.read();
  // A heap of the readers' numbers: the one with the least next entry is its first.
  const before = (left: number, right: number): boolean => (readers[left]?.next ?? '') < (readers[right]?.next ?? '');
  const heap = readers.map((_, number) => number);
  for (let at = Math.floor(heap.length / 2) - 1; at >= 0; at -= 1) sink(heap, at, before);

  let entries: ByteString[] = [];
  for (let reader = readers[heap[0] ?? 0]; reader && reader.next !== null; reader = readers[heap[0] ?? 0]) {
    entries.push(reader.next);
    if (!reader.advance()) await reader.read();
    if (reader.next === null) {
      heap[0] = heap.at(-1) ?? 0;
      heap.pop();
    }
    sink(heap, 0, before);
    if (entries.length < entriesAtOnce) continue;
    signal?.throwIfAborted();
    yield entries;
    entries = [];
  }
  if (entries.length > 0) yield entries;
}

const sink = (heap: number[], from: number, before: (left: number, right: number) => boolean): void => {
  for (let at = from; ; ) {
    const left = 2 * at + 1;
    const right = left + 1;
    let least = at;
    if (left < heap.length && before(heap[left] as number, heap[least] as number)) least = left;
    if (right < heap.length && before(heap[right] as number, heap[least] as number)) least = right;
    if (least === at) return;
    const moved = heap[at] as number;
    heap[at] = heap[least] as number;
    heap[least] = moved;
    at = least;
  }
};
