import { recordText } from '../../evidence/evidence-format';
import { singleSqlserverStatement } from '../../guard';
import { type Failure, failure, type Result, success } from '../../result';
import { connectionFailure } from '../connection-failures';
import { serverPatience, streamRows } from '../row-stream';
import type { RowSink, RunReport } from '../types';
import { queryFailure } from './failures';
import type { Session } from './session';

const describeQuery = 'SELECT COUNT(*) AS columns FROM sys.dm_exec_describe_first_result_set(@query, NULL, 0)';

/**
 * Has the server describe the statement without running it, and begins the transaction that is always rolled back.
 * QUERY_REJECTED when the statement returns no rows, which is what most statements that write have in common.
 */
export const prepareQuery = async (session: Session, query: string): Promise<Result<void>> => {
  const statement = await singleSqlserverStatement(query);
  if (!statement.ok) return statement;
  const [described] = await session.ask(describeQuery, { query: statement.value });
  if (described?.columns === '0') return noRows;
  // Not before: an error in a step beside the query would have ended it.
  await session.ask('BEGIN TRANSACTION');
  return session.connection.inTransaction ? success(undefined) : noTransaction;
};

/** Streams the query's rows into the sink. QUERY_REJECTED when it returns no rows, several results, or ends the transaction. */
export const streamResult = async (
  session: Session,
  query: string,
  sink: RowSink,
  signal: AbortSignal,
): Promise<Result<RunReport>> => {
  const statement = await singleSqlserverStatement(query);
  if (!statement.ok) return statement;
  const { connection, address } = session;
  const source = {
    ...serverPatience,
    // The server has no timeout of its own for a query.
    timeoutGraceMilliseconds: 0,
    queryTimeoutSeconds: session.queryTimeoutSeconds,
    pause: () => connection.pauseRows(),
    resume: () => connection.resumeRows(),
    cancel: async () => void connection.cancel(),
    destroy: session.destroy,
  };
  return streamRows(source, sink, signal, (rows) => {
    let hasColumns = false;
    const results = {
      onColumns: (columns: { name: string; type: string }[]) => {
        if (columns.length === 0) return;
        if (hasColumns) return rows.refuse(severalResults);
        hasColumns = true;
        sink.begin(columns.map(({ name, type }) => ({ name, type })));
      },
      onRow: (cells: (string | null)[]) => rows.take(Buffer.from(recordText(cells))),
    };
    connection.send(statement.value, {}, results, (error, counted) => {
      if (error) return rows.fail(() => queryFailure(error, session, rows.rowCount));
      if (!connection.inTransaction) return rows.finish(endedTransaction);
      if (counted > 0 && counted !== rows.rowCount) return rows.finish(miscounted(address, counted, rows.rowCount));
      rows.finish(hasColumns ? undefined : noRows);
    });
  });
};

const severalResults: Failure = failure('QUERY_REJECTED', 'This statement returns more than one result.');
const noRows: Failure = failure('QUERY_REJECTED', 'This statement returns no rows, so it is not run.');
const noTransaction: Failure = failure('QUERY_REJECTED', 'The server did not begin a transaction, so nothing is run.');
const endedTransaction: Failure = failure(
  'QUERY_REJECTED',
  'This statement ended the transaction that was to be rolled back. Ask the database team what it has changed.',
);
const miscounted = (address: string, counted: number, arrived: number): Failure =>
  connectionFailure('PROTOCOL', `${address} counted ${counted} rows, but ${arrived} arrived.`, 'Run the query again.');
