/** Tokens of a server's answer: MS-TDS 2.2.7. */

const short = (value: number) => {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
};
const long = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
/** B_VARCHAR and US_VARCHAR (2.2.5.1.3): a length in characters, then UTF-16. */
const shortText = (text: string) => Buffer.concat([Buffer.of(text.length), Buffer.from(text, 'utf16le')]);
const longerText = (text: string) => Buffer.concat([short(text.length), Buffer.from(text, 'utf16le')]);
const withLength = (token: number, body: Buffer) => Buffer.concat([Buffer.of(token), short(body.length), body]);

/** Where the bytes of a cell are found: see `cellBytes`. */
export type LengthForm = 'fixed' | 'byte' | 'short' | 'variant' | 'pointer' | 'parts';

export interface DoubleColumn {
  name: string;
  /** TYPE_INFO (2.2.5.6), as the server sends it. */
  typeInfo: Buffer;
  lengthForm: LengthForm;
  userType?: number;
}

export type DoubleCell = Buffer | null;

/** SQL_Latin1_General_CP1_CI_AS: locale 0x0409, sort id 52. */
export const latinCollation = Buffer.from('0904d00034', 'hex');

/** COLMETADATA (2.2.7.4): nullable columns that can't be updated. */
export const columnMetadata = (columns: readonly DoubleColumn[]): Buffer =>
  Buffer.concat([
    Buffer.of(0x81),
    short(columns.length),
    ...columns.flatMap((column) => [
      long(column.userType ?? 0),
      short(0x0001),
      column.typeInfo,
      shortText(column.name),
    ]),
  ]);

/** Parts of at most this size make up a value without a limit. */
const partBytes = 7_900;

const nullOf: Record<LengthForm, Buffer> = {
  fixed: Buffer.of(),
  byte: Buffer.of(0),
  short: short(0xffff),
  variant: long(0),
  pointer: Buffer.of(0),
  parts: Buffer.alloc(8, 0xff),
};

/** A cell with its length in the form of its column (2.2.5.2, 2.2.5.2.3 for parts). */
export const cellBytes = (form: LengthForm, value: DoubleCell): Buffer => {
  if (value === null) return nullOf[form];
  if (form === 'fixed') return value;
  if (form === 'byte') return Buffer.concat([Buffer.of(value.length), value]);
  if (form === 'short') return Buffer.concat([short(value.length), value]);
  if (form === 'variant') return Buffer.concat([long(value.length), value]);
  if (form === 'pointer') return Buffer.concat([Buffer.of(16), Buffer.alloc(24, 0x64), long(value.length), value]);
  const total = Buffer.alloc(8);
  total.writeBigUInt64LE(BigInt(value.length));
  const parts: Buffer[] = [total];
  for (let at = 0; at < value.length; at += partBytes) {
    const part = value.subarray(at, at + partBytes);
    parts.push(long(part.length), part);
  }
  return Buffer.concat([...parts, long(0)]);
};

/** ROW (2.2.7.19). */
export const row = (columns: readonly DoubleColumn[], cells: readonly DoubleCell[]): Buffer =>
  Buffer.concat([
    Buffer.of(0xd1),
    ...columns.map((column, index) => cellBytes(column.lengthForm, cells[index] ?? null)),
  ]);

/** NBCROW (2.2.7.13): one bit for each column that is NULL, then the others. */
export const rowWithNulls = (columns: readonly DoubleColumn[], cells: readonly DoubleCell[]): Buffer => {
  const bits = Buffer.alloc(Math.ceil(columns.length / 8));
  const values = columns.flatMap((column, index) => {
    const value = cells[index] ?? null;
    if (value !== null) return [cellBytes(column.lengthForm, value)];
    bits[index >> 3] = (bits[index >> 3] as number) | (1 << (index & 7));
    return [];
  });
  return Buffer.concat([Buffer.of(0xd2), bits, ...values]);
};

export const doneStatus = { final: 0, more: 0x01, error: 0x02, count: 0x10, attention: 0x20 } as const;
const doneTokens = { done: 0xfd, doneProc: 0xfe, doneInProc: 0xff } as const;

/** DONE, DONEPROC and DONEINPROC (2.2.7.6 to 2.2.7.8). */
export const done = (status: number, rowCount = 0, kind: keyof typeof doneTokens = 'done'): Buffer => {
  const count = Buffer.alloc(8);
  count.writeBigUInt64LE(BigInt(rowCount));
  return Buffer.concat([Buffer.of(doneTokens[kind]), short(status), short(0x00c1), count]);
};

export interface DoubleMessage {
  number: number;
  message: string;
  /** 10 and lower are no errors. */
  severity?: number;
}

/** ERROR (2.2.7.10) and INFO (2.2.7.11). */
export const serverMessage = ({ number, message, severity = 16 }: DoubleMessage): Buffer =>
  withLength(
    severity > 10 ? 0xaa : 0xab,
    Buffer.concat([
      long(number),
      Buffer.of(1, severity),
      longerText(message),
      shortText('SQLPROD01'),
      shortText(''),
      long(1),
    ]),
  );

/** ENVCHANGE (2.2.7.9) of a text: database 1, language 2, packet size 4. */
export const changedText = (kind: number, value: string, before: string): Buffer =>
  withLength(0xe3, Buffer.concat([Buffer.of(kind), shortText(value), shortText(before)]));

/** ENVCHANGE of bytes: collation 7, begin 8, commit 9 and rollback 10 of a transaction. */
export const changedBytes = (kind: number, value: Buffer, before: Buffer): Buffer =>
  withLength(0xe3, Buffer.concat([Buffer.of(kind, value.length), value, Buffer.of(before.length), before]));

/** LOGINACK (2.2.7.14): T-SQL, TDS 7.4, version 15.0.4322. */
export const loginAcknowledged = (): Buffer =>
  withLength(
    0xad,
    Buffer.concat([
      Buffer.of(1),
      Buffer.from('74000004', 'hex'),
      shortText('Microsoft SQL Server'),
      Buffer.from([15, 0, 0x10, 0xe2]),
    ]),
  );

/** SSPI (2.2.7.22). */
export const sspi = (message: Buffer): Buffer => withLength(0xed, message);

/** RETURNSTATUS (2.2.7.18). */
export const returnStatus = (status: number): Buffer => Buffer.concat([Buffer.of(0x79), long(status)]);

/** Columns that many answers are made of. */
export const textColumn = (name: string, characters = 256): DoubleColumn => ({
  name,
  typeInfo: Buffer.concat([Buffer.of(0xe7), short(characters * 2), latinCollation]),
  lengthForm: 'short',
});
export const intColumn = (name: string): DoubleColumn => ({ name, typeInfo: Buffer.of(0x26, 4), lengthForm: 'byte' });
export const longTextColumn = (name: string): DoubleColumn => ({
  name,
  typeInfo: Buffer.concat([Buffer.of(0xe7), short(0xffff), latinCollation]),
  lengthForm: 'parts',
});

export const textCell = (text: string | null): DoubleCell => (text === null ? null : Buffer.from(text, 'utf16le'));
export const intCell = (value: number): DoubleCell => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value);
  return bytes;
};
