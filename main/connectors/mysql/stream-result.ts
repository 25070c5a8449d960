import { singleMysqlStatement } from '../../guard';
import { type Failure, failure, type Result, success } from '../../result';
import { serverPatience, streamRows } from '../row-stream';
import type { RowSink, RunReport } from '../types';
import { cellForm, columnOf } from './columns';
import { queryFailure } from './failures';
import { RecordBuilder } from './record-builder';
import type { Session } from './session';
import { countColumns, sendQuery } from './wire';

/** Some of these tell their columns only when they run; none of them writes. */
const describing = /^(SHOW|EXPLAIN|DESCRIBE|DESC)\b/i;

/**
 * Has the server prepare the statement without running it. QUERY_REJECTED when it returns no rows: that also stops what
 * a read-only transaction lets through, such as SELECT … INTO OUTFILE and temporary tables.
 */
export const requireRows = async ({ connection }: Session, query: string): Promise<Result<void>> => {
  const statement = await singleMysqlStatement(query);
  if (!statement.ok) return statement;
  if (describing.test(statement.value)) return success(undefined);
  return (await countColumns(connection, statement.value)) > 0 ? success(undefined) : noRows;
};

/** Streams the query's rows into the sink. QUERY_REJECTED when the statement returns no rows or several results. */
export const streamResult = async (
  session: Session,
  query: string,
  sink: RowSink,
  signal: AbortSignal,
): Promise<Result<RunReport>> => {
  const statement = await singleMysqlStatement(query);
  if (!statement.ok) return statement;
  const { connection } = session;
  const source = {
    ...serverPatience,
    queryTimeoutSeconds: session.queryTimeoutSeconds,
    pause: () => connection.pause(),
    resume: () => connection.resume(),
    cancel: session.cancel,
    destroy: session.destroy,
  };
  return streamRows(source, sink, signal, (rows) => {
    let builder: RecordBuilder | undefined;
    sendQuery(connection, statement.value, {
      onColumns: (columns) => {
        if (columns.length === 0) return;
        if (builder) return rows.refuse(severalResults);
        builder = new RecordBuilder(columns.map(cellForm));
        sink.begin(columns.map(columnOf));
      },
      onRow: (packet) => {
        if (builder) rows.take(builder.record(packet));
      },
      onDone: (error) => {
        if (error) rows.fail(() => queryFailure(error, session, rows.rowCount));
        else rows.finish(builder ? undefined : noRows);
      },
    });
  });
};

const severalResults: Failure = failure('QUERY_REJECTED', 'This statement returns more than one result.');
const noRows: Failure = failure('QUERY_REJECTED', 'This statement returns no rows, so it is not run.');
