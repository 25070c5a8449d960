/**
 * The primitives of Oracle's TTC protocol. It is unpublished; the description followed here are the open sources of the
 * thin drivers (node-oracledb `lib/thin`, python-oracledb `impl/thin`).
 */

const longIndicator = 0xfe;
const shortestLong = 0xfd;
const chunkBytes = 32_767;

export class TtcReader {
  #position = 0;

  constructor(private readonly bytes: Buffer) {}

  get left(): number {
    return this.bytes.length - this.#position;
  }

  byte(): number {
    const value = this.bytes[this.#position];
    if (value === undefined) throw new Error('The message is shorter than it should be.');
    this.#position += 1;
    return value;
  }

  raw(length: number): Buffer {
    if (length > this.left) throw new Error('The message is shorter than it should be.');
    const piece = this.bytes.subarray(this.#position, this.#position + length);
    this.#position += length;
    return piece;
  }

  skip(length: number): void {
    this.raw(length);
  }

  /** UB2, UB4 and UB8: a length, then as many bytes. */
  number(): number {
    const length = this.byte() & 0x7f;
    let value = 0;
    for (let index = 0; index < length; index += 1) value = value * 256 + this.byte();
    return value;
  }

  /** Several numbers that are read and not needed. */
  numbers(count: number): void {
    for (let index = 0; index < count; index += 1) this.number();
  }

  /** Bytes behind their length, in chunks when long. */
  counted(): Buffer {
    const length = this.byte();
    if (length === 0 || length === 0xff) return Buffer.alloc(0);
    if (length !== longIndicator) return Buffer.from(this.raw(length));
    const chunks: Buffer[] = [];
    for (let size = this.number(); size > 0; size = this.number()) chunks.push(this.raw(size));
    return Buffer.concat(chunks);
  }
}

export class TtcWriter {
  readonly #pieces: Buffer[] = [];

  raw(bytes: Buffer | readonly number[]): this {
    this.#pieces.push(Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes as number[]));
    return this;
  }

  byte(...values: number[]): this {
    return this.raw(values.map((value) => value & 0xff));
  }

  number(...values: number[]): this {
    for (const value of values) {
      const digits = value === 0 ? '' : value.toString(16);
      const bytes = Buffer.from(digits.length % 2 === 0 ? digits : `0${digits}`, 'hex');
      this.byte(bytes.length).raw(bytes);
    }
    return this;
  }

  counted(bytes: Buffer | string): this {
    const all = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
    if (all.length < shortestLong) return this.byte(all.length).raw(all);
    this.byte(longIndicator);
    for (let start = 0; start < all.length; start += chunkBytes) {
      const chunk = all.subarray(start, start + chunkBytes);
      this.number(chunk.length).raw(chunk);
    }
    return this.number(0);
  }

  /** A length and, when there is something, the text behind a length of its own. */
  text(text: string): this {
    this.number(Buffer.byteLength(text));
    return text === '' ? this : this.counted(text);
  }

  bytes(): Buffer {
    return Buffer.concat(this.#pieces);
  }
}
