import { singleMysqlStatement } from '../../guard';
import { type Failure, failure, type Result } from '../../result';
import { serverPatience, streamRows } from '../row-stream';
import type { RowSink, RunReport } from '../types';
import { cellForm, columnOf } from './columns';
import { queryFailure } from './failures';
import { RecordBuilder } from './record-builder';
import type { Session } from './session';
import { sendQuery } from './wire';

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
const noRows: Failure = failure('QUERY_REJECTED', 'This statement returns no rows, so it can prove nothing.');
