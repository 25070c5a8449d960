/**
 * The query's rows as PostgreSQL itself writes CSV. `COPY (query) TO STDOUT` goes over the extended protocol, where the
 * server accepts one statement only; each CopyData message is one record.
 */
import type { Column } from '../../../preload/contract';
import { singlePostgresqlStatement } from '../../guard';
import { type Failure, failure, type Result, success } from '../../result';
import { serverPatience, streamRows } from '../row-stream';
import type { RowSink, RunReport } from '../types';
import { queryFailure } from './failures';
import type { Session } from './session';
import { conversation, type RowDescription } from './wire';

/** Name and type of the query's columns. The server only parses the query; QUERY_REJECTED when it returns no rows. */
export const describeColumns = async (session: Session, query: string): Promise<Result<Column[]>> => {
  const description = await describeStatement(session, query);
  if (description) return success(await withTypeNames(session, description));
  return failure('QUERY_REJECTED', 'This statement returns no rows, so it is not run.');
};

const describeStatement = (session: Session, query: string): Promise<RowDescription | undefined> =>
  new Promise((resolve, reject) => {
    let description: RowDescription | undefined;
    session.client.query(
      conversation(
        (wire) => {
          wire.parse({ text: query });
          wire.describe({ type: 'S' });
          wire.sync();
        },
        {
          handleRowDescription: (message) => {
            description = message;
          },
          handleError: reject,
          handleReadyForQuery: () => resolve(description),
        },
      ),
    );
  });

const withTypeNames = async ({ client }: Session, { fields }: RowDescription): Promise<Column[]> => {
  const types = await client.query<{ type: string }>(
    `SELECT pg_catalog.format_type(id, modifier) AS type
     FROM unnest($1::oid[], $2::int4[]) WITH ORDINALITY AS field(id, modifier, position) ORDER BY position`,
    [fields.map((field) => field.dataTypeID), fields.map((field) => field.dataTypeModifier)],
  );
  return fields.map((field, index) => ({ name: field.name, type: types.rows[index]?.type ?? '' }));
};

/** Streams the query's rows into the sink. */
export const copyOut = async (
  session: Session,
  query: string,
  sink: RowSink,
  signal: AbortSignal,
): Promise<Result<RunReport>> => {
  const statement = await singlePostgresqlStatement(query);
  if (!statement.ok) return statement;
  const { stream: socket } = session.wire;
  const source = {
    ...serverPatience,
    queryTimeoutSeconds: session.queryTimeoutSeconds,
    pause: () => socket.pause(),
    resume: () => socket.resume(),
    cancel: session.cancel,
    destroy: session.destroy,
  };
  return streamRows(source, sink, signal, (rows) => {
    let commandTag = '';
    session.client.query(
      conversation(
        (wire) => {
          // On lines of their own: a comment at the query's end must not swallow the closing parenthesis.
          wire.parse({ text: `COPY (\n${statement.value}\n) TO STDOUT (FORMAT csv)` });
          wire.bind({});
          wire.execute({});
          wire.sync();
        },
        {
          handleCopyData: (message) => rows.take(message.chunk),
          handleCommandComplete: (message) => {
            commandTag = message.text;
          },
          handleError: (error) =>
            rows.fail((elapsedMilliseconds) =>
              queryFailure(error, session, { query, rowCount: rows.rowCount, elapsedMilliseconds }),
            ),
          handleReadyForQuery: () =>
            rows.finish(commandTag === `COPY ${rows.rowCount}` ? undefined : miscounted(rows.rowCount, commandTag)),
        },
      ),
    );
  });
};

const miscounted = (rowCount: number, commandTag: string): Failure =>
  failure('CONNECTION_FAILED', `${rowCount} rows arrived, but the server says "${commandTag}".`, {
    reason: 'PROTOCOL',
    hint: 'Connect to the PostgreSQL server itself, without a proxy in between.',
  });
