import type { SchemaColumn } from '../schema-tables';
import { createServerDriver } from '../server-driver';
import { queryFailure } from './failures';
import { readIdentity } from './identity';
import { openSession, type Session } from './session';
import { prepareQuery, streamResult } from './stream-result';

/** Only what the login may see is listed there; the system's own views come last. */
const schemaQuery = `
  SELECT s.name AS [schema], o.name AS [table], c.name AS [column],
    t.name + CASE
      WHEN t.name IN (N'varchar', N'nvarchar', N'varbinary') AND c.max_length = -1 THEN N'(max)'
      WHEN t.name IN (N'nvarchar', N'nchar') THEN N'(' + CAST(c.max_length / 2 AS nvarchar(10)) + N')'
      WHEN t.name IN (N'varchar', N'char', N'varbinary', N'binary') THEN N'(' + CAST(c.max_length AS nvarchar(10)) + N')'
      WHEN t.name IN (N'decimal', N'numeric')
        THEN N'(' + CAST(c.precision AS nvarchar(10)) + N',' + CAST(c.scale AS nvarchar(10)) + N')'
      WHEN t.name IN (N'datetime2', N'datetimeoffset', N'time') THEN N'(' + CAST(c.scale AS nvarchar(10)) + N')'
      ELSE N'' END AS [type]
  FROM sys.all_objects AS o
  JOIN sys.schemas AS s ON s.schema_id = o.schema_id
  JOIN sys.all_columns AS c ON c.object_id = o.object_id
  JOIN sys.types AS t ON t.user_type_id = c.user_type_id
  WHERE o.type IN ('U', 'V')
  ORDER BY o.is_ms_shipped, s.name, o.name, c.column_id`;

export const sqlserverDriver = createServerDriver<Session>({
  openSession,
  readIdentity,
  prepare: prepareQuery,
  run: streamResult,
  listColumns: async (session) => (await session.ask(schemaQuery)) as unknown as SchemaColumn[],
  explain: (error, session) => queryFailure(error, session, 0),
});
