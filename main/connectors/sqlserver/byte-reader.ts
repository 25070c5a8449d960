/** Reads the little-endian numbers and counted texts of TDS, and says when what it needs has not arrived yet. */

/** Thrown where the bytes so far end inside of what is being read; reading is tried again when more has come. */
export const incomplete = Symbol('incomplete');

export class ByteReader {
  bytes: Buffer = Buffer.alloc(0);
  position = 0;

  /** Puts further bytes behind those that were not read yet. */
  append(chunk: Buffer): void {
    this.bytes = this.left === 0 ? chunk : Buffer.concat([this.bytes.subarray(this.position), chunk]);
    this.position = 0;
  }

  get left(): number {
    return this.bytes.length - this.position;
  }

  /** Where the next `count` bytes begin; they count as read. */
  take(count: number): number {
    if (this.left < count) throw incomplete;
    const start = this.position;
    this.position += count;
    return start;
  }

  slice(count: number): Buffer {
    const start = this.take(count);
    return this.bytes.subarray(start, start + count);
  }

  byte(): number {
    return this.bytes[this.take(1)] as number;
  }

  short(): number {
    return this.bytes.readUInt16LE(this.take(2));
  }

  long(): number {
    return this.bytes.readUInt32LE(this.take(4));
  }

  longLong(): bigint {
    return this.bytes.readBigUInt64LE(this.take(8));
  }

  /** A text in UTF-16 whose length in characters comes first, in one byte. */
  shortText(): string {
    return this.slice(this.byte() * 2).toString('utf16le');
  }

  /** The same with a length of two bytes. */
  text(): string {
    return this.slice(this.short() * 2).toString('utf16le');
  }
}
