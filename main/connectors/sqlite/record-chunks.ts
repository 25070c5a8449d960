import { recordText } from '../../evidence/evidence-format';

const chunkBytes = 256 * 1024;
/** Rows of a slow query are handed on at least this often. */
const longestWaitMilliseconds = 100;

export interface RecordChunks {
  add(cells: readonly (string | null)[]): void;
  flush(): void;
}

/** Collects records of the evidence format into chunks; `send` gets each chunk and the offset behind each record. */
export const createRecordChunks = (send: (bytes: Uint8Array, ends: Uint32Array) => void): RecordChunks => {
  let chunk = Buffer.from(new ArrayBuffer(chunkBytes));
  let length = 0;
  let ends: number[] = [];
  let sentAt = performance.now();

  const flush = () => {
    if (ends.length === 0) return;
    const bytes = new Uint8Array(chunk.buffer as ArrayBuffer, 0, length);
    const offsets = Uint32Array.from(ends);
    chunk = Buffer.from(new ArrayBuffer(chunkBytes));
    length = 0;
    ends = [];
    send(bytes, offsets);
    sentAt = performance.now();
  };

  const addLarge = (text: string) => {
    const bytes = new TextEncoder().encode(text);
    flush();
    send(bytes, Uint32Array.of(bytes.length));
  };

  const add = (cells: readonly (string | null)[]) => {
    const text = recordText(cells);
    // UTF-8 takes at most three bytes for each UTF-16 unit.
    const most = text.length * 3;
    if (most > chunkBytes) return addLarge(text);
    if (length + most > chunkBytes) flush();
    length += chunk.write(text, length);
    ends.push(length);
    if (performance.now() - sentAt > longestWaitMilliseconds) flush();
  };

  return { add, flush };
};
