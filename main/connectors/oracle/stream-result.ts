import oracledb, { type ColumnMetadata, type Lob, type ResultSet } from 'oracledb';
import { singleOracleStatement } from '../../guard';
import { type Failure, failure, type Result, success } from '../../result';
import { onAbort } from '../deadline';
import { type Row, type RowsEnd, streamPulledRows } from '../pulled-rows';
import type { RowSink, RunReport } from '../types';
import { refuseHiddenCalls } from './catalogue';
import {
  type CellText,
  cellTextOf,
  columnOf,
  fetchTypeHandler,
  isLargeObject,
  refuseColumns,
  rowsPerFetch,
} from './columns';
import { queryFailure } from './failures';
import { readLargeObject } from './large-objects';
import type { Session } from './session';

/** Only these may be parsed: to parse a definition is to run it ("Database Concepts", chapter "SQL"). */
const reading = /^(?:\s|\(|\/\*[\s\S]*?\*\/|--[^\n]*\n)*(?:SELECT|WITH)\b/i;

const noRows: Failure = failure('QUERY_REJECTED', 'This statement returns no rows, so it is not run.');

/**
 * Looks up the names of the query and has the server parse and describe it, without running it. QUERY_REJECTED when it
 * may call a function, returns no rows, or has columns that no cell can hold.
 */
export const prepareQuery = async (session: Session, query: string): Promise<Result<void>> => {
  const statement = await singleOracleStatement(query);
  if (!statement.ok) return statement;
  if (!reading.test(statement.value)) return noRows;
  const calls = await refuseHiddenCalls(session, query);
  if (!calls.ok) return calls;
  const { metaData = [] } = await session.connection.getStatementInfo(statement.value);
  session.columns = metaData;
  return metaData.length === 0 ? noRows : (refuseColumns(metaData) ?? success(undefined));
};

/** Streams the query's rows into the sink; the server sends the next batch only when it is asked for. */
export const streamResult = async (
  session: Session,
  query: string,
  sink: RowSink,
  signal: AbortSignal,
): Promise<Result<RunReport>> => {
  const statement = await singleOracleStatement(query);
  if (!statement.ok) return statement;
  return streamPulledRows({
    queryTimeoutSeconds: session.queryTimeoutSeconds,
    sink,
    signal,
    fetch: (stopped) => fetchRows(session, statement.value, sink, stopped),
    explain: (error, rowCount) => queryFailure(error, session, query, rowCount),
  });
};

async function* fetchRows(
  session: Session,
  sql: string,
  sink: RowSink,
  stopped: AbortSignal,
): AsyncGenerator<readonly Row[], RowsEnd> {
  const call = breakable(session, stopped);
  const batch = rowsPerFetch(session.columns);
  const options = { resultSet: true, fetchTypeHandler, fetchArraySize: batch, prefetchRows: batch };
  const { resultSet } = await call(() =>
    session.connection.execute(sql, [], { ...options, outFormat: oracledb.OUT_FORMAT_ARRAY }),
  );
  if (!resultSet) return noRows;
  sink.begin(resultSet.metaData.map(columnOf));
  const next = () => call(() => resultSet.getRows(batch));
  return yield* resultSet.metaData.some(isLargeObject)
    ? rowsWithLargeObjects(resultSet, batch, next, call)
    : plainRows(resultSet, batch, next);
}

type Call = <Value>(work: () => Promise<Value>) => Promise<Value>;

/** A call to the server that is broken there once the run is stopped; between two calls there is nothing to break. */
const breakable =
  (session: Session, stopped: AbortSignal): Call =>
  async (work) => {
    stopped.throwIfAborted();
    const stopListening = onAbort(stopped, () => void session.connection.break().catch(() => {}));
    try {
      return await work();
    } finally {
      stopListening();
    }
  };

type NextRows = () => Promise<unknown[][]>;

async function* plainRows(
  { metaData }: ResultSet,
  batch: number,
  next: NextRows,
): AsyncGenerator<readonly Row[], RowsEnd> {
  const texts = metaData.map(cellTextOf);
  for (;;) {
    const rows = await next();
    yield rows.map((row) => row.map((value, index) => cellOf(value, texts[index])));
    if (rows.length < batch) return undefined;
  }
}

const cellOf = (value: unknown, text: CellText | undefined): string | null =>
  value === null || value === undefined ? null : (text?.(value as never) ?? null);

/** Row by row, because each large object takes calls of its own. */
async function* rowsWithLargeObjects(
  { metaData }: ResultSet,
  batch: number,
  next: NextRows,
  call: Call,
): AsyncGenerator<readonly Row[], RowsEnd> {
  const texts = metaData.map(cellTextOf);
  let cutColumn: string | undefined;
  const largeCell = async (lob: Lob, { dbTypeName, dbColumnName }: ColumnMetadata): Promise<string> => {
    const { text, cut } = await call(() => readLargeObject(lob, dbTypeName === 'BLOB' ? 'bytes' : 'text'));
    if (cut) cutColumn ??= dbColumnName;
    return text;
  };
  for (;;) {
    const rows = await next();
    for (const row of rows) {
      const cells: (string | null)[] = [];
      for (const [index, value] of row.entries()) {
        const column = metaData[index];
        const isLarge = column && value !== null && isLargeObject(column);
        cells.push(isLarge ? await largeCell(value as Lob, column) : cellOf(value, texts[index]));
      }
      yield [cells];
    }
    if (rows.length < batch) break;
  }
  if (cutColumn === undefined) return undefined;
  return {
    incompleteBecause: `Column ${cutColumn} holds large objects that are longer than a cell can be; they were cut.`,
  };
}
