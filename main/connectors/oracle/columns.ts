/** Column types: their names, and how the value of a cell becomes its text. */
import oracledb, { type ColumnMetadata, type ExecuteOptions } from 'oracledb';
import type { Column } from '../../../preload/contract';
import { type Failure, failure } from '../../result';
import {
  dateText,
  dayTimeText,
  floatText,
  hexText,
  numberText,
  timestampText,
  yearMonthText,
  zonedTimestampText,
} from './cells';

/** The text of a value that is not NULL. */
export type CellText = (value: never) => string;

const asIs: CellText = (value: string) => value;
const withDigits = (column: ColumnMetadata) => column.precision ?? 6;

const forms: Record<string, (column: ColumnMetadata) => CellText> = {
  VARCHAR2: () => asIs,
  NVARCHAR2: () => asIs,
  CHAR: () => asIs,
  NCHAR: () => asIs,
  LONG: () => asIs,
  ROWID: () => asIs,
  UROWID: () => asIs,
  JSON: () => asIs,
  'SYS.XMLTYPE': () => asIs,
  VECTOR: () => asIs,
  NUMBER: () => numberText as CellText,
  BINARY_INTEGER: () => String as CellText,
  BINARY_FLOAT: () => floatText as CellText,
  BINARY_DOUBLE: () => String as CellText,
  BOOLEAN: () => String as CellText,
  RAW: () => hexText as CellText,
  'LONG RAW': () => hexText as CellText,
  DATE: () => dateText as CellText,
  TIMESTAMP: (column) => (bytes: Buffer) => timestampText(bytes, withDigits(column)),
  'TIMESTAMP WITH LOCAL TIME ZONE': (column) => (bytes: Buffer) => timestampText(bytes, withDigits(column)),
  'TIMESTAMP WITH TIME ZONE': (column) => (bytes: Buffer) => zonedTimestampText(bytes, withDigits(column)),
  'INTERVAL YEAR TO MONTH': () => yearMonthText as CellText,
  'INTERVAL DAY TO SECOND': () => dayTimeText as CellText,
};

const largeObjects: readonly string[] = ['CLOB', 'NCLOB', 'BLOB'];

/** Large objects are read piece by piece, see large-objects.ts. */
export const isLargeObject = (column: ColumnMetadata): boolean => largeObjects.includes(column.dbTypeName);

export const cellTextOf = (column: ColumnMetadata): CellText => forms[column.dbTypeName]?.(column) ?? asIs;

/** The reason against a result that has columns no cell can hold. */
export const refuseColumns = (columns: readonly ColumnMetadata[]): Failure | undefined => {
  for (const column of columns) {
    if (forms[column.dbTypeName] || isLargeObject(column)) continue;
    return failure(
      'QUERY_REJECTED',
      `Column ${column.dbColumnName} is a ${column.dbTypeName}, which no cell can hold.`,
      {
        hint: 'Leave the column out, or name the parts that you need: alias.column.attribute.',
      },
    );
  }
  return undefined;
};

const sized = ['VARCHAR2', 'NVARCHAR2', 'CHAR', 'NCHAR', 'RAW'];
/** Scale of a NUMBER whose decimals float. */
const floating = -127;

const typeText = (column: ColumnMetadata): string => {
  const { dbTypeName, byteSize, precision, scale } = column;
  if (sized.includes(dbTypeName)) return `${dbTypeName}(${byteSize ?? 0})`;
  if (dbTypeName.startsWith('TIMESTAMP')) return dbTypeName.replace('TIMESTAMP', `TIMESTAMP(${withDigits(column)})`);
  if (dbTypeName !== 'NUMBER' || !precision) return dbTypeName;
  if (scale === floating) return `FLOAT(${precision})`;
  return scale ? `NUMBER(${precision},${scale})` : `NUMBER(${precision})`;
};

export const columnOf = (column: ColumnMetadata): Column => ({
  name: column.dbColumnName ?? '',
  type: typeText(column),
});

const asTexts: readonly string[] = ['NUMBER', 'JSON', 'VECTOR'];

/** Numbers as digits, not as floating point; JSON and vectors as the text that the server makes of them. */
export const fetchTypeHandler: NonNullable<ExecuteOptions['fetchTypeHandler']> = (column) =>
  asTexts.includes(column.dbTypeName) ? { type: oracledb.STRING } : undefined;

const batchBytes = 4 * 1024 * 1024;
const unknownBytes = 64 * 1024;

/** How many rows to ask for at once, so that a batch stays within a few megabytes. */
export const rowsPerFetch = (columns: readonly ColumnMetadata[]): number => {
  const width = columns.reduce((sum, column) => sum + widthOf(column), 0);
  return Math.min(1_000, Math.max(10, Math.floor(batchBytes / Math.max(width, 1))));
};

const unbounded: readonly string[] = ['LONG', 'LONG RAW', 'JSON', 'SYS.XMLTYPE', 'VECTOR'];
const widthOf = (column: ColumnMetadata): number => {
  if (unbounded.includes(column.dbTypeName)) return unknownBytes;
  return isLargeObject(column) ? 1_000 : (column.byteSize ?? 22);
};
