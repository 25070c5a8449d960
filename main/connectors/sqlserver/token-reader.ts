/**
 * Reads the tokens of a response (MS-TDS 2.2.7) while their bytes arrive. Cells become texts here: see cell-texts.ts for why
 * this is not left to the driver. Only one row, and of a large cell only its text, is in memory.
 */
import { ByteReader, incomplete } from './byte-reader';
import type { TextDecoding } from './character-sets';
import { readColumn, type TdsColumn } from './columns';

export interface ServerMessage {
  number: number;
  state: number;
  class: number;
  message: string;
  serverName: string;
  procName: string;
  lineNumber: number;
}

export interface Done {
  more: boolean;
  sqlError: boolean;
  attention: boolean;
  serverError: boolean;
  rowCount: number | undefined;
}

export interface TokenHandlers {
  onColumns(columns: TdsColumn[]): void;
  onRow(cells: (string | null)[]): void;
  onDone(done: Done, kind: 'done' | 'doneProc' | 'doneInProc'): void;
  onError(message: ServerMessage): void;
  onInfo(message: ServerMessage): void;
  /** A change of the session, by its number (MS-TDS 2.2.7.9), with the new value. */
  onChange(kind: number, value: Buffer): void;
}

/** A cell whose bytes are still arriving. */
interface OpenCell {
  decode: TextDecoding;
  texts: string[];
  /** Bytes of the part that have not come yet. */
  partLeft: number;
  /** Whether further parts follow, each with its length. */
  inParts: boolean;
  length: number;
}

interface OpenRow {
  cells: (string | null)[];
  /** One bit per column, set where the cell is NULL and nothing of it is sent (NBCROW). */
  nulls: Buffer | undefined;
  cell: OpenCell | undefined;
}

const nullParts = 0xffff_ffff_ffff_ffffn;
const noMetadata = 0xffff;
/** JavaScript can't hold a longer text. */
const longestText = 500_000_000;

export class TokenReader {
  #reader = new ByteReader();
  #columns: TdsColumn[] = [];
  #row: OpenRow | undefined;

  constructor(private readonly handlers: TokenHandlers) {}

  /** Throws where the bytes are no tokens. */
  push(chunk: Buffer): void {
    this.#reader.append(chunk);
    for (;;) {
      const start = this.#reader.position;
      try {
        if (this.#row) this.#continueRow(this.#row);
        else if (this.#reader.left > 0) this.#readToken();
        else return;
      } catch (error) {
        if (error !== incomplete) throw error;
        // A row remembers how far it came; every other token is read again from its start.
        if (!this.#row) this.#reader.position = start;
        return;
      }
    }
  }

  /** Throws where the response ends inside of a token. */
  end(): void {
    if (this.#row || this.#reader.left > 0) throw new Error('The response ended in the middle.');
  }

  #readToken(): void {
    const type = this.#reader.byte();
    const read = this.#tokens[type];
    if (!read) throw new Error(`The server sent the unknown token 0x${type.toString(16)}.`);
    read();
  }

  readonly #tokens: Record<number, () => void> = {
    129: () => this.#readColumns(),
    209: () => this.#beginRow(undefined),
    210: () => this.#beginRow(Buffer.from(this.#reader.slice(Math.ceil(this.#columns.length / 8)))),
    253: () => this.handlers.onDone(this.#readDone(), 'done'),
    254: () => this.handlers.onDone(this.#readDone(), 'doneProc'),
    255: () => this.handlers.onDone(this.#readDone(), 'doneInProc'),
    170: () => this.handlers.onError(this.#readMessage()),
    171: () => this.handlers.onInfo(this.#readMessage()),
    227: () => this.#readChange(),
    121: () => this.#reader.take(4), // RETURNSTATUS
    // ORDER, TABNAME, COLINFO: a length of two bytes and what is not needed here.
    169: () => this.#reader.slice(this.#reader.short()),
    164: () => this.#reader.slice(this.#reader.short()),
    165: () => this.#reader.slice(this.#reader.short()),
    228: () => this.#reader.slice(this.#reader.long()), // SESSIONSTATE
  };

  #readColumns(): void {
    const count = this.#reader.short();
    if (count === noMetadata) return;
    const columns = Array.from({ length: count }, () => readColumn(this.#reader));
    this.#columns = columns;
    this.handlers.onColumns(columns);
  }

  #readDone(): Done {
    const status = this.#reader.short();
    this.#reader.short();
    const rowCount = Number(this.#reader.longLong());
    return {
      more: (status & 0x01) !== 0,
      sqlError: (status & 0x02) !== 0,
      attention: (status & 0x20) !== 0,
      serverError: (status & 0x100) !== 0,
      rowCount: (status & 0x10) === 0 ? undefined : rowCount,
    };
  }

  #readMessage(): ServerMessage {
    const length = this.#reader.short();
    const inner = new ByteReader();
    inner.append(this.#reader.slice(length));
    return {
      number: inner.long(),
      state: inner.byte(),
      class: inner.byte(),
      message: inner.text(),
      serverName: inner.shortText(),
      procName: inner.shortText(),
      lineNumber: inner.long(),
    };
  }

  #readChange(): void {
    const length = this.#reader.short();
    const [kind = 0, size = 0, ...rest] = this.#reader.slice(length);
    this.handlers.onChange(kind, Buffer.from(rest.slice(0, size)));
  }

  #beginRow(nulls: Buffer | undefined): void {
    this.#row = { cells: [], nulls, cell: undefined };
  }

  #continueRow(row: OpenRow): void {
    while (row.cells.length < this.#columns.length) {
      const at = row.cells.length;
      const column = this.#columns[at] as TdsColumn;
      if (row.cell) row.cells.push(this.#continueCell(row));
      else if (row.nulls && ((row.nulls[at >> 3] as number) >> (at & 7)) & 1) row.cells.push(null);
      else this.#beginCell(row, column);
    }
    this.#row = undefined;
    this.handlers.onRow(row.cells);
  }

  /** Reads a cell at once, or opens it where its bytes may come one after the other. */
  #beginCell(row: OpenRow, column: TdsColumn): void {
    const reader = this.#reader;
    const start = reader.position;
    try {
      if (column.lengthForm === 'parts') {
        row.cell = reader.longLong() === nullParts ? undefined : openCell(column, 0, true);
        if (!row.cell) row.cells.push(null);
      } else if (column.lengthForm === 'pointer') {
        const pointer = reader.byte();
        if (pointer > 0) reader.take(pointer + 8);
        row.cell = pointer > 0 ? openCell(column, reader.long(), false) : undefined;
        if (!row.cell) row.cells.push(null);
      } else {
        const length = this.#cellLength(column);
        row.cells.push(length === undefined ? null : column.text(reader.slice(length)));
      }
    } catch (error) {
      reader.position = start;
      throw error;
    }
  }

  #cellLength({ lengthForm, size, type }: TdsColumn): number | undefined {
    if (lengthForm === 'fixed') return type === 'null' ? undefined : size;
    if (lengthForm === 'short') {
      const length = this.#reader.short();
      return length === 0xffff ? undefined : length;
    }
    return (lengthForm === 'byte' ? this.#reader.byte() : this.#reader.long()) || undefined;
  }

  #continueCell(row: OpenRow): string {
    const cell = row.cell as OpenCell;
    for (;;) {
      if (cell.partLeft === 0) {
        const next = cell.inParts ? this.#reader.long() : 0;
        if (next === 0) break;
        cell.partLeft = next;
      }
      const available = Math.min(cell.partLeft, this.#reader.left);
      if (available === 0) throw incomplete;
      const text = cell.decode(this.#reader.slice(available));
      cell.partLeft -= available;
      cell.length += text.length;
      if (cell.length > longestText) throw new Error('A cell has more than 500 million characters.');
      cell.texts.push(text);
    }
    row.cell = undefined;
    return cell.texts.join('') + cell.decode();
  }
}

const openCell = (column: TdsColumn, partLeft: number, inParts: boolean): OpenCell => ({
  decode: column.createDecoding(),
  texts: [],
  partLeft,
  inParts,
  length: 0,
});
