/** Messages of the TTC protocol: their numbers, what is read of them, and what is written. */
import { OracleError } from './statements';
import { type TtcReader, TtcWriter } from './ttc';
import { dataType, type OracleColumn } from './values';

export const message = {
  protocol: 1,
  dataTypes: 2,
  call: 3,
  error: 4,
  rowHeader: 6,
  rowData: 7,
  parameter: 8,
  status: 9,
  lobData: 14,
  describe: 16,
  piggyback: 17,
  bitVector: 21,
} as const;

export const call = {
  reexecute: 4,
  fetch: 5,
  logOff: 9,
  commit: 14,
  rollback: 15,
  reexecuteAndFetch: 78,
  execute: 94,
  lobOperation: 96,
  closeCursors: 105,
  authenticate: 115,
  challenge: 118,
  ping: 147,
} as const;

export const option = { define: 0x10, execute: 0x20, fetch: 0x40, describe: 0x20000 } as const;

/** A request to parse, define, run or fetch, or several of these at once. */
export const readExecute = (reader: TtcReader, lengthsInFront: boolean) => {
  const options = reader.number();
  const cursor = reader.number();
  reader.byte();
  const sqlLength = reader.number();
  reader.byte();
  reader.number();
  reader.skip(3);
  const rows = reader.number();
  reader.number(); // longest LONG
  reader.byte();
  const binds = reader.number();
  reader.skip(5);
  reader.byte();
  const defineCount = reader.number();
  reader.number();
  reader.skip(3);
  reader.number();
  reader.byte();
  reader.numbers(2);
  reader.byte();
  reader.number();
  reader.skip(2);
  reader.number();
  reader.byte();
  reader.number();
  reader.byte();
  reader.byte();
  reader.number();
  const sql = cursor > 0 ? '' : (lengthsInFront ? reader.counted() : reader.raw(sqlLength)).toString();
  reader.numbers(13);
  if (binds > 0) throw new OracleError(1008, 'not all variables bound');
  const defines: number[] = [];
  for (let index = 0; index < defineCount; index += 1) {
    defines.push(reader.byte());
    reader.skip(3);
    reader.numbers(6); // sizes, flags, object id, version, character set
    reader.byte();
    reader.numbers(2);
  }
  return { options, cursor, rows, sql, defines };
};

/** The description of a result's columns. */
export const describeColumns = (columns: readonly OracleColumn[], lengthsInFront: boolean): TtcWriter => {
  const writer = new TtcWriter().byte(message.describe).counted(Buffer.alloc(4, 1));
  writer.number(1_000, columns.length);
  if (columns.length > 0) writer.byte(0);
  for (const [index, column] of columns.entries()) describeColumn(writer, column, index, lengthsInFront);
  return writer.number(0, 0, 0, 0, 0, 0);
};

const describeColumn = (writer: TtcWriter, column: OracleColumn, index: number, lengthsInFront: boolean): void => {
  const { type, size = 0, precision = 0, scale = 0, schema = '', typeName = '' } = column;
  const isTime = [
    dataType.number,
    dataType.intervalDs,
    dataType.timestamp,
    dataType.timestampTz,
    dataType.timestampLtz,
  ].includes(type as 2);
  writer.byte(type, 0, precision);
  // Clients that want no lengths in front of texts also read the scale of numbers and times as a longer number.
  if (isTime && !lengthsInFront) writer.number(scale);
  else writer.byte(scale);
  writer.number(size, 0, 0, 0, 0, column.characterForm ? 873 : 0).byte(column.characterForm ?? 0);
  writer.number(size, 0).byte(1, column.name.length).text(column.name).text(schema).text(typeName);
  writer.number(index + 1, 0);
};

/** How a call ended: with which cursor and error, after how many rows. */
export const endOfCall = (cursor: number, error: number, rows: number, text = '', position = 0): Buffer => {
  const writer = new TtcWriter().byte(message.error);
  writer.number(0, 0, rows, error & 0xffff, 0, 0, cursor, position).byte(0, 0, 0, 0, 0, 0);
  writer.number(0, 0).byte(0).number(0, 0); // row id
  writer.number(0).byte(0, 0).number(0, 0, 0, 0, 0, 0, error, rows);
  if (error !== 0) writer.counted(text === '' ? 'ORA-01403: no data found\n' : text);
  return writer.bytes();
};
