/**
 * Turns a row packet into one CSV record of the evidence format, from bytes to bytes. The quoting rule is that of
 * main/evidence/evidence-format.ts. Row packets: MySQL documentation, "Text Resultset Row".
 */
import type { CellForm } from './columns';
import type { Packet } from './wire';

const nullMarker = 0xfb;
const comma = 0x2c;
const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const backslash = 0x5c;
const hexDigits = Buffer.from('0123456789abcdef');

export class RecordBuilder {
  #target = Buffer.allocUnsafe(64 * 1024);
  #length = 0;
  #source: Buffer = Buffer.alloc(0);
  #position = 0;

  constructor(private readonly forms: readonly CellForm[]) {}

  /** The row as a record, line end included. The bytes are valid until the next call. */
  record(packet: Packet): Uint8Array {
    this.#length = 0;
    this.#source = packet.buffer;
    this.#position = packet.offset;
    // At worst each byte is doubled by quoting or hex, and each cell gains its quotes or `\x` and a comma.
    this.#reserve((packet.end - packet.offset) * 2 + this.forms.length * 24 + 1);
    for (let column = 0; column < this.forms.length; column += 1) {
      if (column > 0) this.#put(comma);
      this.#cell(this.forms[column] as CellForm);
    }
    this.#put(lineFeed);
    return this.#target.subarray(0, this.#length);
  }

  #reserve(bytes: number): void {
    if (this.#target.length < bytes) this.#target = Buffer.allocUnsafe(bytes * 2);
  }

  #put(byte: number): void {
    this.#target[this.#length] = byte;
    this.#length += 1;
  }

  #cell(form: CellForm): void {
    const length = this.#cellLength();
    if (length === undefined) return;
    const start = this.#position;
    this.#position += length;
    if (form === 'number') this.#copy(start, this.#position);
    else if (form === 'text') this.#text(start, this.#position);
    else if (form === 'hex') this.#hex(start, this.#position);
    else this.#bits(start, this.#position);
  }

  /** Reads a length of one, three, four or nine bytes; undefined for NULL. */
  #cellLength(): number | undefined {
    const first = this.#source[this.#position] as number;
    this.#position += 1;
    if (first < nullMarker) return first;
    if (first === nullMarker) return undefined;
    const bytes = first === 0xfc ? 2 : first === 0xfd ? 3 : 6;
    const length = this.#source.readUIntLE(this.#position, bytes);
    this.#position += first === 0xfe ? 8 : bytes;
    return length;
  }

  #text(start: number, end: number): void {
    if (this.#mustQuote(start, end)) this.#quoted(start, end);
    else this.#copy(start, end);
  }

  #mustQuote(start: number, end: number): boolean {
    if (start === end) return true;
    const source = this.#source;
    for (let index = start; index < end; index += 1) {
      const byte = source[index];
      if (byte === comma || byte === quote || byte === lineFeed || byte === carriageReturn) return true;
    }
    const isEndMarker = end - start === 2 && source[start] === backslash && source[start + 1] === 0x2e;
    return isEndMarker && this.forms.length === 1;
  }

  #copy(start: number, end: number): void {
    if (end - start > 64) {
      this.#source.copy(this.#target, this.#length, start, end);
      this.#length += end - start;
      return;
    }
    for (let index = start; index < end; index += 1) this.#put(this.#source[index] as number);
  }

  #quoted(start: number, end: number): void {
    this.#put(quote);
    for (let index = start; index < end; index += 1) {
      const byte = this.#source[index] as number;
      if (byte === quote) this.#put(quote);
      this.#put(byte);
    }
    this.#put(quote);
  }

  #hex(start: number, end: number): void {
    this.#put(backslash);
    this.#put(0x78);
    for (let index = start; index < end; index += 1) {
      const byte = this.#source[index] as number;
      this.#put(hexDigits[byte >> 4] as number);
      this.#put(hexDigits[byte & 15] as number);
    }
  }

  #bits(start: number, end: number): void {
    let value = 0n;
    for (let index = start; index < end; index += 1) value = value * 256n + BigInt(this.#source[index] as number);
    this.#length += this.#target.write(value.toString(), this.#length);
  }
}
